package org.openimr.records;

import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;

/**
 * The corrections of a case, as read at once.
 *
 * @param version grows with every change that somebody may see; 0 before the first
 * @param rows in the order of their numbers
 */
public record CaseCorrections(CaseNumber caseNumber, long version, List<CorrectionRow> rows) {
  /** Copies the list. */
  public CaseCorrections {
    rows = List.copyOf(rows);
  }

  /** The correction of a number. */
  public Optional<CorrectionRow> of(int number) {
    return rows.stream().filter(row -> row.number() == number).findFirst();
  }

  /** Those whose letters are written. */
  public List<CorrectionRow> issued() {
    return rows.stream().filter(row -> row.state() == CorrectionState.ISSUED).toList();
  }
}
