package org.openimr.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openimr.casefile.Decision;

/** The report of a replay: {@code openimr/replay/1} (design section 3.4), and its table. */
final class ReplayReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String NO_TOPIC = "(none)";

  private final Replay replay;
  private final Agreement agreement;

  ReplayReport(Replay replay) {
    this.replay = replay;
    this.agreement = Agreement.of(replay.rows());
  }

  byte[] json() {
    var report = new LinkedHashMap<String, Object>();
    report.put("schema", "openimr/replay/1");
    report.put("rulePackVersion", replay.rulePackVersion());
    report.put("cases", replay.cases());
    report.put("items", replay.rows().size());
    report.put("unparsed", replay.unparsed().stream().map(ReplayReport::unparsed).toList());
    report.put("agreement", agreement(agreement));
    report.put("byCategory", byCategory());
    report.put("byTopic", byTopic());
    report.put("rows", replay.rows().stream().map(ReplayReport::row).toList());
    try {
      return (JSON.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report is of plain maps and lists", e);
    }
  }

  /** The table for a terminal, line by line. */
  List<String> table() {
    var lines = new ArrayList<String>();
    lines.add(
        "%-32s %6s %6s %6s %9s".formatted("category", "items", "agree", "undet.", "macro-F1"));
    grouped(row -> row.category().name())
        .forEach((name, rows) -> lines.add(line(name, Agreement.of(rows))));
    lines.add(line("all", agreement));
    lines.add(
        "accuracy %.3f  macro-F1 %.3f  overturned: precision %.3f recall %.3f"
            .formatted(
                agreement.accuracy(),
                agreement.macroF1(),
                agreement.overturned().precision(),
                agreement.overturned().recall()));
    lines.add(
        "%d letters, %d items, %d undetermined, %d not parsed"
            .formatted(
                replay.cases(),
                agreement.items(),
                agreement.undetermined(),
                replay.unparsed().size()));
    return lines;
  }

  private static String line(String name, Agreement of) {
    return "%-32s %6d %6d %6d %9.3f"
        .formatted(name, of.items(), of.agree(), of.undetermined(), of.macroF1());
  }

  private List<Map<String, Object>> byCategory() {
    return grouped(row -> row.category().name()).entrySet().stream()
        .map(
            entry ->
                ordered(
                    "category", entry.getKey(),
                    "items", entry.getValue().size(),
                    "macroF1", Agreement.of(entry.getValue()).macroF1()))
        .toList();
  }

  private List<Map<String, Object>> byTopic() {
    return grouped(row -> row.topic().orElse(NO_TOPIC)).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(NO_TOPIC))
        .map(
            entry ->
                ordered(
                    "topic", entry.getKey(),
                    "items", entry.getValue().size(),
                    "agree", Agreement.of(entry.getValue()).agree()))
        .toList();
  }

  private Map<String, List<ReplayRow>> grouped(Function<ReplayRow, String> by) {
    return replay.rows().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private static Map<String, Object> agreement(Agreement of) {
    var map =
        ordered(
            "accuracy",
            of.accuracy(),
            "macroF1",
            of.macroF1(),
            "overturned",
            score(of.overturned()));
    map.put("upheld", score(of.upheld()));
    map.put("undetermined", of.undetermined());
    return map;
  }

  private static Map<String, Object> score(Agreement.Score score) {
    var map = new LinkedHashMap<String, Object>();
    map.put("precision", score.precision());
    map.put("recall", score.recall());
    return map;
  }

  private static Map<String, Object> unparsed(Replay.Unparsed unparsed) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", unparsed.file().toString());
    map.put("code", unparsed.code().name());
    return map;
  }

  private static Map<String, Object> row(ReplayRow row) {
    var map =
        ordered(
            "caseNumber", row.caseNumber(), "item", row.item(), "description", row.description());
    map.put("published", row.published().name());
    map.put("proposed", row.proposed().name());
    map.put("category", row.category().name());
    map.put("topic", row.topic().orElse(null));
    return map;
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object two, String third, Object three) {
    var map = new LinkedHashMap<String, Object>();
    map.put(first, one);
    map.put(second, two);
    map.put(third, three);
    return map;
  }

  /** Items on which proposal and letter differ. */
  long disagreements() {
    return replay.rows().stream()
        .filter(row -> row.proposed() != Decision.UNDETERMINED)
        .filter(row -> row.proposed() != row.published())
        .count();
  }
}
