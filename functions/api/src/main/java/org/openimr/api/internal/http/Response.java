package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, SortedMap<String, String> headers, byte[] body) {
  /** Of every answer: health records stay out of caches, and bytes are what they are said to be. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=31536000",
          "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");

  /** Copies what it is given. */
  public Response {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** An answer of some type. */
  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, new TreeMap<>(ALWAYS), body).with("content-type", contentType);
  }

  /** An answer in JSON. */
  public static Response json(int status, JsonNode body) {
    return of(status, "application/json", Json.bytes(body));
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, new TreeMap<>(ALWAYS), new byte[0]);
  }

  /** The same answer with one header more. */
  public Response with(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
