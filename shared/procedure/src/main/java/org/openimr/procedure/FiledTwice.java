package org.openimr.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.procedure.EligibilityFinding.Standing;
import org.openimr.procedure.internal.ClaimNumber;
import org.openimr.procedure.internal.Identity;
import org.openimr.procedure.internal.Identity.Verdict;
import org.openimr.procedure.internal.Likeness;

/**
 * Applications for the same treatment under several case numbers (8 CCR 9792.10.3(a)(2); domain
 * brief E05): of the same claim, on the same utilization review decision. Each of them is a flag on
 * the other, whichever came first, and closes neither.
 */
public final class FiledTwice {
  /** Shorter ones, and those without a figure, are no numbers: "n/a", "none". */
  private static final int SHORTEST = 4;

  private FiledTwice() {}

  /**
   * What a case's claim is looked up by: a hash of its number, however it is written; empty where
   * nothing can be found by it.
   */
  public static Optional<String> claim(CaseFields fields) {
    return ClaimNumber.of(fields)
        .filter(number -> number.length() >= SHORTEST)
        .filter(number -> number.chars().anyMatch(Character::isDigit))
        .map(ContentHash::of);
  }

  /**
   * The flags of a case, in the order of the other cases' numbers. Without the date of both
   * decisions a flag is only {@code POSSIBLE}.
   *
   * @param others cases that were looked up by the claim; what they are now decides
   */
  public static List<EligibilityFinding> find(CaseFile file, Collection<CaseFile> others) {
    return others.stream()
        .filter(other -> !other.caseNumber().equals(file.caseNumber()))
        .sorted(Comparator.comparing(other -> other.caseNumber().value()))
        .flatMap(other -> finding(file, other).stream())
        .toList();
  }

  private static Optional<EligibilityFinding> finding(CaseFile file, CaseFile other) {
    CaseFields mine = file.fields();
    CaseFields theirs = other.fields();
    Optional<LocalDate> decision = mine.urDecisionDate();
    boolean both = decision.isPresent() && theirs.urDecisionDate().isPresent();
    List<Integer> items =
        Likeness.alike(mine.disputedItems(), theirs.disputedItems()).keySet().stream()
            .map(item -> item + 1)
            .toList();
    if (items.isEmpty()
        || !claim(mine).equals(claim(theirs))
        || (both && !decision.equals(theirs.urDecisionDate()))
        || Identity.of(mine).verdict(Identity.of(theirs)) == Verdict.OTHER) {
      return Optional.empty();
    }
    return Optional.of(
        new EligibilityFinding(
            EligibilityRule.E05_DUPLICATE,
            both ? Standing.FOUND : Standing.POSSIBLE,
            "Also filed as case "
                + other.caseNumber()
                + (both
                    ? " on the same utilization review decision."
                    : "; whether on the same utilization review decision is not known."),
            items));
  }
}
