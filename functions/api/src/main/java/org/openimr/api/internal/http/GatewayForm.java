package org.openimr.api.internal.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Requests and answers as API Gateway's HTTP API has them, payload 2.0 (its developer guide,
 * "Working with Lambda proxy integrations for HTTP APIs").
 */
public final class GatewayForm {
  private static final int LONGEST_ID = 64;

  private GatewayForm() {}

  /** The request of an event. */
  public static Request request(APIGatewayV2HTTPEvent event) {
    var http = event.getRequestContext().getHttp();
    return Request.of(
        id(event),
        http.getMethod(),
        Optional.ofNullable(event.getRawPath()).orElse("/"),
        query(Optional.ofNullable(event.getRawQueryString()).orElse("")),
        headers(Optional.ofNullable(event.getHeaders()).orElse(Map.of())),
        body(event));
  }

  /** The id goes into answers and logs, so it has no other letters than the gateway's own have. */
  private static String id(APIGatewayV2HTTPEvent event) {
    String id = Optional.ofNullable(event.getRequestContext().getRequestId()).orElse("");
    String plain = id.replaceAll("[^A-Za-z0-9=_-]", "");
    return plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
  }

  private static Map<String, List<String>> query(String raw) {
    var query = new TreeMap<String, List<String>>();
    Arrays.stream(raw.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              int end = pair.indexOf('=');
              String name = decoded(end < 0 ? pair : pair.substring(0, end));
              String value = end < 0 ? "" : decoded(pair.substring(end + 1));
              query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            });
    return query;
  }

  /** What cannot be decoded stays as it is, and fits no parameter. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  private static Map<String, String> headers(Map<String, String> given) {
    return given.entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> Optional.ofNullable(header.getValue()).orElse(""),
                (one, other) -> one + "," + other));
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    String body = Optional.ofNullable(event.getBody()).orElse("");
    return event.getIsBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** The event's answer. */
  public static APIGatewayV2HTTPResponse response(Response response) {
    boolean text = isText(response.headers().getOrDefault("content-type", "text/plain"));
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withIsBase64Encoded(!text)
        .withBody(
            text
                ? new String(response.body(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(response.body()))
        .build();
  }

  private static boolean isText(String contentType) {
    return contentType.startsWith("text/")
        || contentType.startsWith("application/json")
        || contentType.startsWith("application/problem+json");
  }
}
