package org.openimr.guidelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.yaml.snakeyaml.Yaml;

/** Cases written from the tables: an item's wording, a report, and what must come of them. */
final class WrittenCases {
  private static final int DAYS_OF_REVIEW = 7;

  private WrittenCases() {}

  /**
   * A case.
   *
   * @param policy settings other than the pack's
   * @param expect decision and topic of each item
   */
  record Written(String name, CaseFile file, Map<String, Object> policy, String expect) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Written> read(Path yaml) {
    var cases = new ArrayList<Written>();
    try {
      List<Map<String, Object>> entries = new Yaml().load(Files.readString(yaml));
      for (Map<String, Object> entry : entries) {
        cases.add(
            new Written(
                text(entry, "name"),
                file(day(entry, "injury"), day(entry, "review"), entry),
                policy(entry),
                text(entry, "expect")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static CaseFile file(LocalDate injury, LocalDate review, Map<String, Object> entry) {
    LocalDate reported = review.minusDays(DAYS_OF_REVIEW);
    var report =
        DatedCase.paper("report", DocumentType.PROGRESS_REPORT, reported, text(entry, "report"));
    return new DatedCase(injury, reported, review)
        .file(items(entry).stream().map(DisputedItem::of).toList(), List.of(report));
  }

  private static Map<String, Object> policy(Map<String, Object> entry) {
    var policy = new TreeMap<String, Object>();
    if (entry.get("policy") instanceof Map<?, ?> settings) {
      settings.forEach((name, value) -> policy.put(String.valueOf(name), value));
    }
    return policy;
  }

  /** One item, or several of one case. */
  private static List<String> items(Map<String, Object> entry) {
    return entry.get("items") instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(text(entry, "item"));
  }

  private static String text(Map<String, Object> entry, String field) {
    return String.valueOf(entry.get(field));
  }

  /** YAML reads a day as midnight in UTC. */
  private static LocalDate day(Map<String, Object> entry, String field) {
    Instant midnight = Instant.EPOCH;
    if (entry.get(field) instanceof Date date) {
      midnight = date.toInstant();
    }
    return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
  }
}
