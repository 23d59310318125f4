package org.openimr.api.internal.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A path with names in braces for some of its segments.
 *
 * @param text such as {@code /cases/{caseNumber}}
 */
public record PathTemplate(String text) {
  /** The values of its names in a path; empty where the path is another. */
  public Optional<SortedMap<String, String>> match(String path) {
    String[] wanted = text.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    var values = new TreeMap<String, String>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(Collections.unmodifiableSortedMap(values));
  }

  /** The template with its names replaced. */
  public String with(Map<String, String> values) {
    String path = text;
    for (var value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    return path;
  }
}
