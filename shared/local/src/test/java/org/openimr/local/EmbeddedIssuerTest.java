package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.ApiHandler;
import org.openimr.api.ApiKeys;
import org.openimr.api.TokenTrust;
import org.openimr.records.Backend;
import org.openimr.records.Journal;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

class EmbeddedIssuerTest {
  private static final Instant NOW = Instant.parse("2015-11-20T10:00:00Z");
  private static final EmbeddedIssuer.Bearer CLERK =
      new EmbeddedIssuer.Bearer("staff", "clerk", Optional.empty(), Optional.empty());

  @TempDir private Path folder;

  private static int answered(TokenTrust trust, String token) {
    var handler =
        new ApiHandler(
            new Backend(new MemoryTable(), new MemoryObjects(), Settings.EMBEDDED),
            new ApiKeys(
                trust,
                Presigner.at(URI.create("http://127.0.0.1:9"), "key", "secret"),
                "a secret of the tests, long enough"),
            InstantSource.fixed(NOW),
            Journal.silent());
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod("GET")
            .withPath("/cases")
            .build();
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath("/cases")
            .withHeaders(Map.of("authorization", "Bearer " + token))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
            .build();
    return handler.handleRequest(event, null).getStatusCode();
  }

  @Test
  void aDeployedStackTakesNoneOfItsTokens() throws JOSEException {
    var issuer = EmbeddedIssuer.in(folder);
    String token = issuer.token(CLERK, NOW);
    var others =
        new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("theirs").generate().toPublicJWK());
    var deployed =
        new TokenTrust("https://issuer.example", "openimr", new ImmutableJWKSet<>(others));
    var withItsKey = new TokenTrust("https://issuer.example", "openimr", issuer.trust().keys());
    var withItsName = new TokenTrust(EmbeddedIssuer.NAME, "openimr", new ImmutableJWKSet<>(others));
    assertEquals(
        List.of(200, 401, 401, 401),
        List.of(
            answered(issuer.trust(), token),
            answered(deployed, token),
            answered(withItsKey, token),
            answered(withItsName, token)));
  }

  @Test
  void itsKeyIsMadeOnceAndIsItsOwnersOnly() throws Exception {
    var first = EmbeddedIssuer.in(folder);
    var second = EmbeddedIssuer.in(folder);
    assertEquals(
        List.of("rw-------", 200, List.of("issuer.json")),
        List.of(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("issuer.json"))),
            answered(first.trust(), second.token(CLERK, NOW)),
            names()));
  }

  private List<String> names() throws java.io.IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aTokenEnds() {
    var issuer = EmbeddedIssuer.in(folder);
    assertEquals(
        401, answered(issuer.trust(), issuer.token(CLERK, NOW.minusSeconds(12 * 3600 + 60))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--role owner",
        "--role claims-administrator",
        "--role claims-administrator --organization Acme",
        "--role party --case CM1",
        "--subject clerk"
      })
  void anOrderThatMakesNoTokenIsWrongUsage(String options) {
    var arguments = new java.util.ArrayList<Object>(List.of("token"));
    arguments.addAll(List.of(options.split(" ", -1)));
    arguments.addAll(List.of("--data", folder));
    assertEquals(2, Run.of(arguments.toArray()).status());
  }
}
