package org.openimr.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An issuer of tokens with a key of its own. */
final class Issuer {
  static final String NAME = "https://issuer.example";
  static final String AUDIENCE = "openimr";
  static final Instant NOW = Instant.parse("2015-11-20T10:00:00Z");

  private final ECKey key;

  private Issuer(ECKey key) {
    this.key = key;
  }

  /** An issuer whose key goes by a name; two of one name have other keys. */
  static Issuer withKey(String keyId) {
    try {
      return new Issuer(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate());
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  ECKey key() {
    return key;
  }

  TokenTrust trust() {
    return new TokenTrust(NAME, AUDIENCE, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
  }

  /** Claims that are good now for a role. */
  static JWTClaimsSet.Builder claims(String role, String subject) {
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience(AUDIENCE)
        .subject(subject)
        .claim("role", role)
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(10))));
  }

  String sign(JWTClaimsSet claims) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  String token(String role, String subject, UnaryOperator<JWTClaimsSet.Builder> more) {
    return sign(more.apply(claims(role, subject)).build());
  }
}
