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
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.yaml.snakeyaml.Yaml;

/** Cases written from the tables: an item's wording, a report, and what must come of them. */
final class WrittenCases {
  private static final int DAYS_OF_REVIEW = 7;

  private WrittenCases() {}

  /**
   * A case.
   *
   * @param expect decision and topic
   */
  record Written(String name, CaseFile file, String expect) {
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
                text(entry, "expect")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static CaseFile file(LocalDate injury, LocalDate review, Map<String, Object> entry) {
    var report =
        new CaseDocument(
            "report",
            DocumentType.PROGRESS_REPORT,
            Optional.of(review.minusDays(DAYS_OF_REVIEW)),
            text(entry, "report") + "\n",
            new TreeSet<>());
    return new CaseFile(
        new CaseNumber("CM16-0000001"),
        fields(injury, review, DisputedItem.of(text(entry, "item"))),
        List.of(report),
        Map.of(),
        List.of());
  }

  private static CaseFields fields(LocalDate injury, LocalDate review, DisputedItem item) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(injury),
        Optional.of(review.minusDays(DAYS_OF_REVIEW)),
        Optional.of(review),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of(item));
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
