package org.openimr.local.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** An issuer whose keys the API's function fetches, as it does from a real one. */
final class BenchIssuer {
  private static final String NAME = "https://issuer.example";
  private static final String AUDIENCE = "openimr";

  private final ECKey key;
  private final HttpServer server;

  private BenchIssuer(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  static BenchIssuer start() throws IOException, JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
          }
        });
    server.start();
    return new BenchIssuer(key, server);
  }

  /** What the function's environment has of it, and the token that the first request brings. */
  Map<String, String> environment() {
    return Map.of(
        "TOKEN_ISSUER",
        NAME,
        "TOKEN_AUDIENCE",
        AUDIENCE,
        "TOKEN_JWKS_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        "CURSOR_SECRET",
        "only for a benchmark and for nothing else",
        ColdStart.TOKEN,
        token());
  }

  private String token() {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(NAME)
                  .audience(AUDIENCE)
                  .subject("clerk")
                  .claim("role", "staff")
                  .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(2))))
                  .build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void stop() {
    server.stop(0);
  }
}
