package org.openimr.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Which decisions a changed rule pack turned since an earlier report. */
final class ReplayChanges {
  private static final String NO_TOPIC = "(none)";

  /** What was proposed on an item, and by which topic. */
  private record Said(String decision, String topic) {}

  private final TreeMap<String, Said> before = new TreeMap<>();

  /** Reads a report of the schema {@code openimr/replay/1}. */
  ReplayChanges(Path report) {
    try {
      for (JsonNode row : new ObjectMapper().readTree(report.toFile()).path("rows")) {
        String topic = row.path("topic").asText(NO_TOPIC);
        before.put(
            item(row.path("caseNumber").asText(), row.path("item").asInt()),
            new Said(row.path("proposed").asText(), row.path("topic").isNull() ? NO_TOPIC : topic));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the report " + report, unreadable);
    }
  }

  private static String item(String caseNumber, int item) {
    return caseNumber + " " + item;
  }

  /** A line for each item that is decided otherwise now, or is new or gone; then their number. */
  List<String> since(List<ReplayRow> rows) {
    var lines = new ArrayList<String>();
    var gone = new TreeMap<>(before);
    for (ReplayRow row : rows) {
      String item = item(row.caseNumber(), row.item());
      Said was = gone.remove(item);
      var now = new Said(row.proposed().name(), row.topic().orElse(NO_TOPIC));
      if (was == null) {
        lines.add("new      " + item + "  " + words(now));
      } else if (!was.decision().equals(now.decision())) {
        String right = row.proposed() == row.published() ? "agrees" : "disagrees";
        lines.add("changed  " + item + "  " + words(was) + " -> " + words(now) + "  " + right);
      }
    }
    gone.forEach((item, was) -> lines.add("gone     " + item + "  " + words(was)));
    lines.add(lines.size() + " decisions differ from the earlier report");
    return lines;
  }

  private static String words(Said said) {
    return said.decision() + " (" + said.topic() + ")";
  }
}
