package org.openimr.procedure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.DocumentType;
import org.openimr.procedure.internal.Rows;

/**
 * What a complete case file has (8 CCR 9792.10.5(a)(1)), by names that are stable. The kinds of
 * papers, the source and what to send are rows of the resource {@code required-documents.txt}.
 */
public enum RequiredDocument {
  D1_REPORTS,
  D2_APPLICATION,
  D3_TOLD_EMPLOYEE,
  D4_SUPPORT,
  D5_USED,
  D6_RESPONSE,
  D7_UR_DECISION,
  D8_REQUEST;

  private static final Map<RequiredDocument, Row> ROWS = read();

  private record Row(
      Set<DocumentType> types, boolean always, String source, boolean verified, String sentence) {}

  /** Kinds of papers that are one; none where no kind tells. */
  public Set<DocumentType> types() {
    return row().types;
  }

  /** Whether every case has one; otherwise it belongs to the file where there is any. */
  public boolean always() {
    return row().always;
  }

  /** Statute or regulation. */
  public String source() {
    return row().source;
  }

  /** Whether the row was held against a source that was read. */
  public boolean verified() {
    return row().verified;
  }

  /** What to send, for a claims administrator. */
  public String sentence() {
    return row().sentence;
  }

  private Row row() {
    return Optional.ofNullable(ROWS.get(this))
        .orElseThrow(() -> new IllegalStateException("required-documents.txt lacks " + this));
  }

  private static Map<RequiredDocument, Row> read() {
    var rows = new EnumMap<RequiredDocument, Row>(RequiredDocument.class);
    for (List<String> row : Rows.of("required-documents.txt", 6)) {
      rows.put(
          valueOf(row.get(0)),
          new Row(
              types(row.get(1)),
              row.get(2).equals("ALWAYS"),
              row.get(3),
              Rows.verified(row.get(4)),
              row.get(5)));
    }
    return rows;
  }

  private static Set<DocumentType> types(String cell) {
    return Arrays.stream(cell.split(",", -1))
        .map(String::strip)
        .filter(type -> !type.equals("-"))
        .map(DocumentType::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
