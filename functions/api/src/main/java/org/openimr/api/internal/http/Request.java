package org.openimr.api.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as it came.
 *
 * @param id given by the gateway; stands in the log and in problem documents
 * @param path as it came, without a query
 * @param query values of each parameter, decoded, in the order in which they came
 * @param headers by name in lower case
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Request(
    String id,
    String method,
    String path,
    SortedMap<String, List<String>> query,
    SortedMap<String, String> headers,
    byte[] body) {
  /** Copies the maps. */
  public Request {
    query = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(query));
    headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A request of these parts. */
  public static Request of(
      String id,
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      byte[] body) {
    return new Request(id, method, path, new TreeMap<>(query), new TreeMap<>(headers), body);
  }
}
