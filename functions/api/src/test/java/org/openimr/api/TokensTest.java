package org.openimr.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.access.Tokens;
import org.openimr.casefile.Outcome;

class TokensTest {
  private static final Issuer ISSUER = Issuer.withKey("one");
  private static final Tokens TOKENS = tokens(ISSUER.trust());

  private static Tokens tokens(TokenTrust trust) {
    return new Tokens(
        trust.issuer(), trust.audience(), trust.keys(), InstantSource.fixed(Issuer.NOW));
  }

  private static String verified(Tokens tokens, String token) {
    return switch (tokens.verify(Optional.of("Bearer " + token))) {
      case Outcome.Accepted<Caller>(Caller caller) ->
          caller.role().wireName() + " " + caller.subject();
      case Outcome.Rejected<Caller>(var why) -> why.code().name();
    };
  }

  private static JWTClaimsSet.Builder staff() {
    return Issuer.claims("staff", "clerk");
  }

  private static Date at(Duration fromNow) {
    return Date.from(Issuer.NOW.plus(fromNow));
  }

  static Stream<Arguments> tokens() throws JOSEException {
    String good = ISSUER.sign(staff().build());
    return Stream.of(
        Arguments.of("good", good, "staff clerk"),
        Arguments.of(
            "just over, within the skew",
            ISSUER.sign(staff().expirationTime(at(Duration.ofSeconds(-20))).build()),
            "staff clerk"),
        Arguments.of(
            "expired",
            ISSUER.sign(staff().expirationTime(at(Duration.ofMinutes(-1))).build()),
            "EXPIRED_TOKEN"),
        Arguments.of(
            "not yet",
            ISSUER.sign(staff().notBeforeTime(at(Duration.ofMinutes(1))).build()),
            "INVALID_TOKEN"),
        Arguments.of(
            "without expiry", ISSUER.sign(staff().expirationTime(null).build()), "INVALID_TOKEN"),
        Arguments.of(
            "without subject", ISSUER.sign(staff().subject(null).build()), "INVALID_TOKEN"),
        Arguments.of(
            "of another issuer",
            ISSUER.sign(staff().issuer("https://other.example").build()),
            "INVALID_TOKEN"),
        Arguments.of(
            "for another audience",
            ISSUER.sign(staff().audience("other").build()),
            "INVALID_TOKEN"),
        Arguments.of(
            "by another key of the same name",
            Issuer.withKey("one").sign(staff().build()),
            "INVALID_TOKEN"),
        Arguments.of(
            "by a key that is not there",
            Issuer.withKey("two").sign(staff().build()),
            "INVALID_TOKEN"),
        Arguments.of("unsigned", new PlainJWT(staff().build()).serialize(), "INVALID_TOKEN"),
        Arguments.of(
            "without its signature", good.substring(0, good.lastIndexOf('.') + 1), "INVALID_TOKEN"),
        Arguments.of("changed", changed(good), "INVALID_TOKEN"),
        Arguments.of("by the public key as a shared secret", withSharedSecret(), "INVALID_TOKEN"),
        Arguments.of("too long", good + "A".repeat(9_000), "INVALID_TOKEN"),
        Arguments.of("empty", "", "INVALID_TOKEN"),
        Arguments.of(
            "of an unknown role",
            ISSUER.sign(Issuer.claims("owner", "clerk").build()),
            "ROLE_FORBIDDEN"),
        Arguments.of(
            "of an administrator without organization",
            ISSUER.sign(Issuer.claims("claims-administrator", "a").build()),
            "ROLE_FORBIDDEN"),
        Arguments.of(
            "for no case number",
            ISSUER.sign(Issuer.claims("party", "w").claim("case", "CM1").build()),
            "ROLE_FORBIDDEN"));
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    String claims = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    parts[1] =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace("clerk", "chief").getBytes(UTF_8));
    return String.join(".", parts);
  }

  private static String withSharedSecret() throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), staff().build());
    token.sign(new MACSigner(ISSUER.key().toPublicJWK().toJSONString().getBytes(UTF_8)));
    return token.serialize();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void believesOnlyTheIssuersTokens(String kind, String token, String expected) {
    assertEquals(expected, verified(TOKENS, token), kind);
  }

  @Test
  void takesRsaKeysToo() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("rsa").generate();
    var trust =
        new TokenTrust(
            Issuer.NAME,
            Issuer.AUDIENCE,
            new com.nimbusds.jose.jwk.source.ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), staff().build());
    token.sign(new RSASSASigner(key));
    assertEquals("staff clerk", verified(tokens(trust), token.serialize()));
  }

  @Test
  void aHeaderWithoutATokenIsNoToken() {
    var codes = new ArrayList<String>();
    for (var header : List.of(Optional.<String>empty(), Optional.of("Basic YTpi"))) {
      if (TOKENS.verify(header) instanceof Outcome.Rejected<Caller>(var why)) {
        codes.add(why.code().name());
      }
    }
    assertEquals(List.of("NO_TOKEN", "NO_TOKEN"), codes);
  }

  /** A key set behind an address that counts how often it is fetched. */
  private static final class KeySet implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile JWKSet keys;

    KeySet(JWKSet keys) throws IOException {
      this.keys = keys;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/keys",
          exchange -> {
            fetches.incrementAndGet();
            byte[] body = this.keys.toString(true).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
              exchange.getResponseBody().write(body);
            }
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @Test
  void fetchesKeysOnceAndAgainForAnUnknownOneButNotForEachToken() throws IOException {
    var second = Issuer.withKey("two");
    try (var keys = new KeySet(new JWKSet(ISSUER.key().toPublicJWK()))) {
      var tokens =
          tokens(new TokenTrust(Issuer.NAME, Issuer.AUDIENCE, TokenTrust.fetched(keys.address())));
      var seen = new ArrayList<String>();
      seen.add(verified(tokens, ISSUER.sign(staff().build())));
      seen.add(verified(tokens, ISSUER.sign(staff().build())));
      seen.add("fetched " + keys.fetches.get());
      keys.keys = new JWKSet(List.of(ISSUER.key().toPublicJWK(), second.key().toPublicJWK()));
      seen.add(verified(tokens, second.sign(staff().build())));
      seen.add("fetched " + keys.fetches.get());
      for (int i = 0; i < 20; i++) {
        seen.add(verified(tokens, Issuer.withKey("storm" + i).sign(staff().build())));
      }
      seen.add("fetched " + keys.fetches.get());
      assertEquals(
          List.of(
              List.of("staff clerk", "staff clerk", "fetched 1", "staff clerk", "fetched 2"),
              List.of("INVALID_TOKEN"),
              "fetched 2"),
          List.of(
              seen.subList(0, 5),
              seen.subList(5, 25).stream().distinct().toList(),
              seen.getLast()));
    }
  }

  @Test
  void keysThatCannotBeFetchedAreNoFaultOfTheToken() throws IOException {
    URI closed;
    try (var keys = new KeySet(new JWKSet())) {
      closed = keys.address();
    }
    var tokens = tokens(new TokenTrust(Issuer.NAME, Issuer.AUDIENCE, TokenTrust.fetched(closed)));
    assertEquals("SERVICE_UNAVAILABLE", verified(tokens, ISSUER.sign(staff().build())));
  }

  @Test
  void aTokenThatWasVerifiedStillEnds() {
    var now = new AtomicReference<>(Issuer.NOW);
    var trust = ISSUER.trust();
    var tokens = new Tokens(trust.issuer(), trust.audience(), trust.keys(), now::get);
    String token = ISSUER.sign(staff().expirationTime(at(Duration.ofSeconds(50))).build());
    var seen = new ArrayList<String>();
    for (int seconds : List.of(0, 40, 90)) {
      now.set(Issuer.NOW.plusSeconds(seconds));
      seen.add(verified(tokens, token));
    }
    assertEquals(List.of("staff clerk", "staff clerk", "EXPIRED_TOKEN"), seen);
  }

  @Test
  void aKeyThatIsWithdrawnCountsAfterAMinute() {
    var now = new AtomicReference<>(Issuer.NOW);
    var keys = new AtomicReference<>(new JWKSet(ISSUER.key().toPublicJWK()));
    var tokens =
        new Tokens(
            Issuer.NAME, Issuer.AUDIENCE, (selector, _) -> selector.select(keys.get()), now::get);
    String token = ISSUER.sign(staff().build());
    var seen = new ArrayList<String>(List.of(verified(tokens, token)));
    keys.set(new JWKSet());
    for (int seconds : List.of(59, 61)) {
      now.set(Issuer.NOW.plusSeconds(seconds));
      seen.add(verified(tokens, token));
    }
    assertEquals(List.of("staff clerk", "staff clerk", "INVALID_TOKEN"), seen);
  }

  @Test
  void aTokenSaysWhoInAHashOnly() {
    var caller = TOKENS.verify(Optional.of("bearer " + ISSUER.sign(staff().build())));
    var expected =
        new Caller(
            org.openimr.api.internal.access.Role.STAFF,
            "clerk",
            Caller.id(Issuer.NAME, "clerk"),
            Optional.empty(),
            Optional.empty());
    assertEquals(Outcome.accepted(expected), caller);
  }
}
