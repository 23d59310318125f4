package org.openimr.documents.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The ids of a file's documents. One that is not given is {@code <type>-<date>[-n]} in lower case
 * (design section 3.2); {@code n} counts from 2 and passes over ids that are taken.
 */
final class DocumentIds {
  private DocumentIds() {}

  static List<String> of(JsonNode documents) {
    Set<String> taken = new HashSet<>();
    documents.forEach(document -> taken.add(document.path("id").asText()));
    List<String> ids = new ArrayList<>();
    for (JsonNode document : documents) {
      ids.add(document.has("id") ? document.path("id").textValue() : made(document, taken));
    }
    return ids;
  }

  private static String made(JsonNode document, Set<String> taken) {
    String type = document.path("type").textValue().toLowerCase(Locale.ROOT).replace('_', '-');
    String base = document.has("date") ? type + "-" + document.path("date").textValue() : type;
    String id = base;
    for (int n = 2; !taken.add(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }
}
