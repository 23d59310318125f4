package org.openimr.local;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.openimr.api.TokenTrust;
import org.openimr.procedure.ContentHash;

/**
 * An issuer of tokens for a desk. Its key lies in a folder, readable by its owner only, so that
 * {@code token} signs what {@code serve} believes. No deployed stack names this issuer or has its
 * key, so none believes it.
 */
final class EmbeddedIssuer {
  /** What its tokens say that they are from. */
  static final String NAME = "urn:openimr:embedded";

  private static final String AUDIENCE = "openimr";
  private static final String FILE = "issuer.json";
  private static final Duration VALID = Duration.ofHours(12);

  private final ECKey key;

  private EmbeddedIssuer(ECKey key) {
    this.key = key;
  }

  /**
   * Whom a token is for.
   *
   * @param organization of a claims administrator
   * @param onlyCase the one case that the token opens
   */
  record Bearer(
      String role, String subject, Optional<String> organization, Optional<String> onlyCase) {}

  /** The issuer of a data folder; without one that of this user's home. */
  static EmbeddedIssuer of(Optional<Path> data) {
    return in(data.orElseGet(() -> Path.of(System.getProperty("user.home"), ".openimr")));
  }

  /** The issuer whose key lies in a folder, where it is made if missing. */
  static EmbeddedIssuer in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return new EmbeddedIssuer(ECKey.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException broken) {
      throw new UncheckedIOException(new IOException(file + " is no key; remove it", broken));
    }
  }

  /** Two processes may come at once: a whole file appears under the name, and the first stays. */
  private static void make(Path folder, Path file) throws IOException, JOSEException {
    ECKey made = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    Path whole = Files.createTempFile(folder, "issuer", ".tmp", ownersOnly());
    try {
      Files.writeString(whole, made.toJSONString());
      try (FileChannel channel = FileChannel.open(whole)) {
        channel.force(true);
      }
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException _) {
      // The other process was first.
    } catch (UnsupportedOperationException _) {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** What the API believes of it. */
  TokenTrust trust() {
    return new TokenTrust(NAME, AUDIENCE, new ImmutableJWKSet<>(publicKeys()));
  }

  /** Its public keys, as an issuer publishes them. */
  JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** A secret for cursors that lasts as long as the key. */
  String cursorSecret() {
    return ContentHash.of("cursors\n" + key.toJSONString());
  }

  /** A token that is good for twelve hours. */
  String token(Bearer bearer, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .audience(AUDIENCE)
            .subject(bearer.subject())
            .claim("role", bearer.role())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID)));
    bearer.organization().ifPresent(name -> claims.claim("organization", name));
    bearer.onlyCase().ifPresent(number -> claims.claim("case", number));
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              claims.build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException("a key of the curve signs", failed);
    }
  }
}
