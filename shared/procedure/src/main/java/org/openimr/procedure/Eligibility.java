package org.openimr.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.procedure.EligibilityFinding.Standing;
import org.openimr.procedure.internal.Likeness;

/**
 * Screens a case for eligibility (8 CCR 9792.10.3; domain brief, part 1.4).
 *
 * <p>No finding closes a case. To find an application ineligible is the administrative director's
 * act, in writing and with reasons, and it takes a review away from a worker; a date that was
 * misread must not do that. So each finding is a flag with its reason for staff, and the case goes
 * on. One statement has an effect by itself: a claims administrator that disputes liability in its
 * own case.json defers the case (8 CCR 9792.10.3(d)), because the regulation leaves no choice and
 * deferral is undone by the next statement. What is only read in papers, or contradicted, defers
 * nothing.
 */
public final class Eligibility {
  /** From then on the review exists for any injury (LC 4610.5(a)(1)). */
  private static final LocalDate INJURIES_SINCE = LocalDate.of(2013, 1, 1);

  /** Decisions communicated from then on can be reviewed for older injuries (LC 4610.5(a)(2)). */
  private static final LocalDate DECISIONS_SINCE = LocalDate.of(2013, 7, 1);

  private final CaseFile file;
  private final CaseFields fields;

  private Eligibility(CaseFile file) {
    this.file = file;
    this.fields = file.fields();
  }

  /**
   * What the papers show, in the order of the rules; rules of which nothing is found are left out.
   *
   * @param prior decisions of earlier disputes that may be this one
   */
  public static List<EligibilityFinding> screen(
      CaseFile file, Liability liability, Collection<PriorDecision> prior, FilingPolicy policy) {
    var screening = new Eligibility(file);
    return Stream.of(
            screening.filedLate(policy),
            screening.decisionNotAttached(),
            screening.conditionalDenial(),
            screening.duplicate(prior),
            liabilityDisputed(liability),
            screening.beforeReviewExisted(),
            screening.nothingDisputed(),
            screening.applicationIncomplete())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<EligibilityFinding> filedLate(FilingPolicy policy) {
    return Filing.of(fields, policy)
        .map(
            filing ->
                new EligibilityFinding(
                    EligibilityRule.E02_FILED_LATE,
                    filing.certain() ? Standing.FOUND : Standing.POSSIBLE,
                    filing.sentence(),
                    List.of()));
  }

  private Optional<EligibilityFinding> decisionNotAttached() {
    boolean there =
        file.documents().stream().anyMatch(paper -> paper.type() == DocumentType.UTILIZATION_REVIEW)
            || fields.urDecisionDate().isPresent();
    return when(
        !there,
        EligibilityRule.E03_DECISION_NOT_ATTACHED,
        Standing.FOUND,
        "The utilization review decision is not in the file. The case goes on without it.");
  }

  private Optional<EligibilityFinding> conditionalDenial() {
    return ofItems(
        EligibilityRule.E04_CONDITIONAL_DENIAL,
        item -> item.urDecision().filter(UtilizationDecision.CONDITIONAL::equals).isPresent(),
        "Denied because requested information was not supplied, and not on the treatment's merits");
  }

  private Optional<EligibilityFinding> nothingDisputed() {
    return ofItems(
        EligibilityRule.E08_NOTHING_DISPUTED,
        item -> item.urDecision().filter(UtilizationDecision.APPROVED::equals).isPresent(),
        "Approved by utilization review, so nothing of it is in dispute");
  }

  private Optional<EligibilityFinding> ofItems(
      EligibilityRule rule, Predicate<DisputedItem> holds, String sentence) {
    var items = fields.disputedItems();
    var numbers =
        IntStream.range(0, items.size())
            .filter(i -> holds.test(items.get(i)))
            .mapToObj(i -> i + 1)
            .toList();
    String whole = numbers.size() == items.size() ? " (every item)." : " (some items only).";
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new EligibilityFinding(rule, Standing.FOUND, sentence + whole, numbers));
  }

  private Optional<EligibilityFinding> duplicate(Collection<PriorDecision> prior) {
    for (PriorDecision before : prior) {
      var both = both(fields.urDecisionDate(), before.urDecisionDate());
      boolean otherDecision = both.filter(dates -> !dates.one.equals(dates.other)).isPresent();
      var items = Likeness.pairs(fields.disputedItems(), before.items()).keySet();
      if (!otherDecision && !items.isEmpty()) {
        return Optional.of(
            new EligibilityFinding(
                EligibilityRule.E05_DUPLICATE,
                both.isPresent() ? Standing.FOUND : Standing.POSSIBLE,
                "Decided before in case "
                    + before.caseNumber()
                    + (both.isPresent()
                        ? " on the same utilization review decision."
                        : "; whether on the same utilization review decision is not known."),
                items.stream().map(i -> i + 1).sorted().toList()));
      }
    }
    return Optional.empty();
  }

  private static Optional<EligibilityFinding> liabilityDisputed(Liability liability) {
    return switch (liability) {
      case NOT_DISPUTED -> Optional.empty();
      case DISPUTED ->
          when(
              true,
              EligibilityRule.E06_LIABILITY_DISPUTED,
              Standing.DEFERS,
              "The claims administrator disputes liability. The case is deferred until it is"
                  + " resolved.");
      case SAID_BOTH_WAYS ->
          when(
              true,
              EligibilityRule.E06_LIABILITY_DISPUTED,
              Standing.POSSIBLE,
              "The claims administrator said both that it disputes liability and that it does not."
                  + " The case goes on; staff asks.");
      case READ_IN_PAPERS ->
          when(
              true,
              EligibilityRule.E06_LIABILITY_DISPUTED,
              Standing.POSSIBLE,
              "A paper says that liability is disputed. The case goes on; staff asks the claims"
                  + " administrator.");
    };
  }

  private Optional<EligibilityFinding> beforeReviewExisted() {
    boolean oldInjury = fields.dateOfInjury().filter(INJURIES_SINCE::isAfter).isPresent();
    var communicated = fields.urServedDate().or(fields::urDecisionDate);
    boolean oldDecision = communicated.filter(DECISIONS_SINCE::isAfter).isPresent();
    return when(
        oldDecision && (oldInjury || fields.dateOfInjury().isEmpty()),
        EligibilityRule.E07_BEFORE_REVIEW_EXISTED,
        oldInjury ? Standing.FOUND : Standing.POSSIBLE,
        "The decision is of before July 1, 2013, and the injury "
            + (oldInjury ? "of before 2013." : "has no date."));
  }

  private Optional<EligibilityFinding> applicationIncomplete() {
    boolean there =
        file.documents().stream().anyMatch(paper -> paper.type() == DocumentType.APPLICATION);
    var worker = fields.employee();
    var lacking = new ArrayList<String>();
    if (worker.name().isEmpty() && worker.dateOfBirth().isEmpty()) {
      lacking.add("the worker");
    }
    if (fields.claimNumber().isEmpty()) {
      lacking.add("the claim");
    }
    if (fields.disputedItems().isEmpty()) {
      lacking.add("the treatment");
    }
    return when(
        there && !lacking.isEmpty(),
        EligibilityRule.E09_APPLICATION_INCOMPLETE,
        Standing.POSSIBLE,
        "Nothing that could be read identifies " + String.join(", ", lacking) + ".");
  }

  private static Optional<EligibilityFinding> when(
      boolean holds, EligibilityRule rule, Standing standing, String reason) {
    return holds
        ? Optional.of(new EligibilityFinding(rule, standing, reason, List.of()))
        : Optional.empty();
  }

  private record Dates(LocalDate one, LocalDate other) {}

  private static Optional<Dates> both(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.flatMap(a -> other.map(b -> new Dates(a, b)));
  }
}
