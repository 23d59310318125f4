package org.openimr.procedure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.procedure.internal.Rows;

/**
 * Why an application may not be eligible for review (domain brief, part 1.4), by names that are
 * stable: they stand in records and answers. The source and who decides are rows of the resource
 * {@code eligibility.txt}.
 */
public enum EligibilityRule {
  E01_NOT_SIGNED,
  E02_FILED_LATE,
  /** The decision is listed as missing, and the case goes on. */
  E03_DECISION_NOT_ATTACHED,
  /** A denial only because requested information never came. */
  E04_CONDITIONAL_DENIAL,
  /** The same treatment under the same utilization review decision was decided before. */
  E05_DUPLICATE,
  E06_LIABILITY_DISPUTED,
  /** An injury before 2013 and a decision before July 1, 2013. */
  E07_BEFORE_REVIEW_EXISTED,
  E08_NOTHING_DISPUTED,
  E09_APPLICATION_INCOMPLETE,
  E10_OUTSIDE_THE_SYSTEM,
  E11_NO_STANDING;

  private static final Map<EligibilityRule, Row> ROWS = read();

  private record Row(String source, boolean verified, Decides decides) {}

  /** Who decides by a rule. */
  public enum Decides {
    /** Staff, on a finding in the papers. */
    PAPERS,
    /** The claims administrator's own statement, until it says otherwise. */
    DEFERS,
    /** Staff alone: no paper tells it to software. */
    STAFF
  }

  /** Statute, regulation or practice. */
  public String source() {
    return row().source;
  }

  /** Whether the row was held against a source that was read. */
  public boolean verified() {
    return row().verified;
  }

  /** Who decides. */
  public Decides decides() {
    return row().decides;
  }

  private Row row() {
    return Optional.ofNullable(ROWS.get(this))
        .orElseThrow(() -> new IllegalStateException("eligibility.txt lacks " + this));
  }

  private static Map<EligibilityRule, Row> read() {
    var rows = new EnumMap<EligibilityRule, Row>(EligibilityRule.class);
    for (List<String> row : Rows.of("eligibility.txt", 4)) {
      rows.put(
          valueOf(row.get(0)),
          new Row(row.get(1), Rows.verified(row.get(2)), Decides.valueOf(row.get(3))));
    }
    return rows;
  }
}
