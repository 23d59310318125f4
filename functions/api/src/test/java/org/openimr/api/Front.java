package org.openimr.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.records.Backend;
import org.openimr.records.Journal;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

/** The handler before a table and buckets in memory, as the gateway calls it. */
final class Front {
  static final String OWN_CASE = "CM15-0000001";
  static final String OTHER_CASE = "CM15-0000002";
  static final String UNKNOWN_CASE = "CM15-0000003";

  private static final String SECRET = "a secret of the tests, long enough";

  final MemoryTable table = new MemoryTable();
  final MemoryObjects objects = new MemoryObjects();
  final Issuer issuer = Issuer.withKey("one");
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final ApiHandler handler;

  Front() {
    this.handler = handler(table);
  }

  private ApiHandler handler(Table table) {
    return new ApiHandler(
        new Backend(table, objects, Settings.EMBEDDED),
        new ApiKeys(issuer.trust(), presigner(), SECRET),
        InstantSource.fixed(Issuer.NOW),
        Journal.of(
            "api",
            InstantSource.fixed(Issuer.NOW),
            new PrintStream(log, true, StandardCharsets.UTF_8)));
  }

  /** What the function's log and metrics have. */
  String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The answer of the same table and buckets while somebody writes in between. */
  Answer send(Ask ask, Table between) {
    return send(handler(between), ask);
  }

  /** The answer of the same table and buckets while one call of the table fails. */
  Answer send(Ask ask, Faults faults) {
    return send(handler(faults.in(table)), ask);
  }

  static Presigner presigner() {
    return Presigner.at(URI.create("http://127.0.0.1:9"), "key", "secret");
  }

  /** An answer as the gateway gets it. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      try {
        return new JsonMapper().readTree(body);
      } catch (JsonProcessingException failed) {
        throw new IllegalStateException(body, failed);
      }
    }

    /** Status and code of a problem. */
    String problem() {
      return status + " " + json().path("code").asText();
    }

    String header(String name) {
      return Optional.ofNullable(headers.get(name)).orElse("");
    }
  }

  Answer send(Ask ask) {
    return send(handler, ask);
  }

  private static Answer send(ApiHandler handler, Ask ask) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(ask.event(), null);
    return new Answer(
        response.getStatusCode(),
        new TreeMap<>(response.getHeaders()),
        Optional.ofNullable(response.getBody()).orElse(""));
  }

  String staff() {
    return issuer.token("staff", "clerk", claims -> claims);
  }

  String administrator(String organization) {
    return issuer.token(
        "claims-administrator", "adjuster", claims -> claims.claim("organization", organization));
  }

  String reviewer(String pseudonym) {
    return issuer.token("reviewer", pseudonym, claims -> claims);
  }

  String party(String subject) {
    return issuer.token("party", subject, claims -> claims);
  }

  /** Staff opens a case for an organization. */
  void open(String caseNumber, String organization) {
    send(
        Ask.post("/cases")
            .by(staff())
            .key("open-" + caseNumber)
            .json(
                "{\"caseNumber\": \"%s\", \"organization\": \"%s\"}"
                    .formatted(caseNumber, organization)));
  }

  /** A request to be. */
  record Ask(
      String method,
      String path,
      String query,
      Map<String, String> headers,
      Optional<String> body) {
    static Ask get(String path) {
      return of("GET", path);
    }

    static Ask post(String path) {
      return of("POST", path);
    }

    static Ask put(String path) {
      return of("PUT", path);
    }

    static Ask of(String method, String path) {
      int end = path.indexOf('?');
      return new Ask(
          method,
          end < 0 ? path : path.substring(0, end),
          end < 0 ? "" : path.substring(end + 1),
          Map.of(),
          Optional.empty());
    }

    Ask by(String token) {
      return header("authorization", "Bearer " + token);
    }

    Ask key(String key) {
      return header("idempotency-key", key);
    }

    Ask json(String body) {
      var typed = header("content-type", "application/json");
      return new Ask(method, path, query, typed.headers, Optional.of(body));
    }

    Ask header(String name, String value) {
      var more = new TreeMap<>(headers);
      more.put(name, value);
      return new Ask(method, path, query, more, body);
    }

    Ask csv(String body) {
      var typed = header("content-type", "text/csv; charset=utf-8");
      return new Ask(method, path, query, typed.headers, Optional.of(body));
    }

    private APIGatewayV2HTTPEvent event() {
      var http =
          APIGatewayV2HTTPEvent.RequestContext.Http.builder()
              .withMethod(method)
              .withPath(path)
              .build();
      return APIGatewayV2HTTPEvent.builder()
          .withVersion("2.0")
          .withRouteKey("$default")
          .withRawPath(path)
          .withRawQueryString(query)
          .withHeaders(headers)
          .withBody(body.orElse(null))
          .withRequestContext(
              APIGatewayV2HTTPEvent.RequestContext.builder()
                  .withRequestId("req-1")
                  .withHttp(http)
                  .build())
          .build();
    }
  }
}
