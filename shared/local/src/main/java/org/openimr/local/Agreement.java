package org.openimr.local;

import java.util.Collection;
import org.openimr.casefile.Decision;

/**
 * How proposals agree with published decisions. An undetermined item counts as wrong; a ratio over
 * nothing is 0.0 (design section 3.4).
 */
record Agreement(int items, int agree, Score upheld, Score overturned, int undetermined) {

  /** Counts of one class: found and right, found and wrong, missed. */
  record Score(int right, int wrong, int missed) {
    double precision() {
      return ratio(right, right + wrong);
    }

    double recall() {
      return ratio(right, right + missed);
    }

    double f1() {
      return ratio(2 * right, 2 * right + wrong + missed);
    }
  }

  static Agreement of(Collection<ReplayRow> rows) {
    int agree = count(rows, row -> row.published() == row.proposed());
    int undetermined = count(rows, row -> row.proposed() == Decision.UNDETERMINED);
    return new Agreement(
        rows.size(),
        agree,
        score(rows, Decision.UPHELD),
        score(rows, Decision.OVERTURNED),
        undetermined);
  }

  double accuracy() {
    return ratio(agree, items);
  }

  double macroF1() {
    return (upheld.f1() + overturned.f1()) / 2;
  }

  private static Score score(Collection<ReplayRow> rows, Decision decision) {
    return new Score(
        count(rows, row -> row.proposed() == decision && row.published() == decision),
        count(rows, row -> row.proposed() == decision && row.published() != decision),
        count(rows, row -> row.proposed() != decision && row.published() == decision));
  }

  private static int count(
      Collection<ReplayRow> rows, java.util.function.Predicate<ReplayRow> which) {
    return (int) rows.stream().filter(which).count();
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0.0 : (double) part / whole;
  }
}
