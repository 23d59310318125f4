package org.openimr.reviewers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.procedure.ContentHash;
import org.openimr.reviewers.Explanation.ItemCoverage;
import org.openimr.reviewers.Explanation.RuleCount;
import org.openimr.reviewers.internal.CandidateJudge;
import org.openimr.reviewers.internal.FitTable;
import org.openimr.reviewers.internal.RuleBook;

/**
 * Chooses a reviewer for a case by fit, conflict and load (Labor Code 139.5(d)). A pure function:
 * the same case and candidates give the same choice, whatever their order. Of those who fit, a
 * California licence goes first, then fewer open cases, then a hash of case number and pseudonym,
 * so that no one is always first. Thread-safe.
 */
public final class ReviewerChoice {
  /** Parts that every case has. */
  private static final Set<PartyRole> EXPECTED =
      EnumSet.of(
          PartyRole.EMPLOYEE,
          PartyRole.EMPLOYER,
          PartyRole.CLAIMS_ADMINISTRATOR,
          PartyRole.REQUESTING_PHYSICIAN);

  private ReviewerChoice() {}

  /**
   * Chooses.
   *
   * @param candidates each pseudonym once
   */
  public static Choice choose(ReviewCase review, Collection<Candidate> candidates) {
    var assessed = assessed(review, candidates);
    var fitting =
        assessed.stream().filter(one -> one.standing() == Assessment.Standing.FITS).toList();
    if (fitting.isEmpty()) {
      return new Choice.NobodyFits(explanation(review, assessed));
    }
    var taken = first(review, fitting);
    var explained = assessed.stream().map(one -> ranked(one, taken)).toList();
    return new Choice.Chosen(taken.reviewer(), explanation(review, explained));
  }

  private static List<Assessment> assessed(ReviewCase review, Collection<Candidate> candidates) {
    var judge = new CandidateJudge(RuleBook.installed(), FitTable.installed(), review);
    var seen = new HashSet<Pseudonym>();
    var assessed = new ArrayList<Assessment>(candidates.size());
    for (Candidate candidate : candidates) {
      if (!seen.add(candidate.credentials().pseudonym())) {
        throw new IllegalArgumentException("a candidate stands twice in the roster");
      }
      assessed.add(judge.assess(candidate));
    }
    assessed.sort(Comparator.comparing(Assessment::reviewer));
    return assessed;
  }

  /** Only those who are equal otherwise are hashed. */
  private static Assessment first(ReviewCase review, List<Assessment> fitting) {
    var rank = Comparator.comparing(Assessment::california).reversed();
    var order = rank.thenComparingInt(Assessment::openCases);
    var best = fitting.stream().min(order).orElseThrow();
    return fitting.stream()
        .filter(one -> order.compare(one, best) == 0)
        .min(
            Comparator.comparing((Assessment one) -> turn(review, one.reviewer()))
                .thenComparing(Assessment::reviewer))
        .orElseThrow();
  }

  private static String turn(ReviewCase review, Pseudonym reviewer) {
    return ContentHash.of(review.caseNumber() + " " + reviewer);
  }

  private static Assessment ranked(Assessment one, Assessment taken) {
    return switch (one.standing()) {
      case PASSED_OVER, TAKEN -> one;
      case FITS ->
          one.reviewer().equals(taken.reviewer())
              ? one.standing(Assessment.Standing.TAKEN, Optional.empty())
              : one.standing(Assessment.Standing.FITS, Optional.of(rankedBy(one, taken)));
    };
  }

  private static RuleId rankedBy(Assessment one, Assessment taken) {
    if (one.california() != taken.california()) {
      return RuleId.CALIFORNIA;
    }
    return one.openCases() == taken.openCases() ? RuleId.TURN : RuleId.OPEN_CASES;
  }

  private static Explanation explanation(ReviewCase review, List<Assessment> assessed) {
    var notNamed = EnumSet.copyOf(EXPECTED);
    review.parties().forEach(party -> notNamed.remove(party.role()));
    var coverage = review.items().stream().map(item -> coverage(item.number(), assessed)).toList();
    return new Explanation(
        review.caseNumber(),
        review.on(),
        RuleBook.installed().version(),
        assessed,
        counts(assessed),
        coverage,
        notNamed);
  }

  private static ItemCoverage coverage(int item, List<Assessment> assessed) {
    return new ItemCoverage(item, (int) assessed.stream().filter(one -> one.covers(item)).count());
  }

  private static List<RuleCount> counts(List<Assessment> assessed) {
    var passedOver = new EnumMap<RuleId, Integer>(RuleId.class);
    var alone = new EnumMap<RuleId, Integer>(RuleId.class);
    for (Assessment one : assessed) {
      for (RuleId rule : one.against()) {
        passedOver.merge(rule, 1, Integer::sum);
        alone.merge(rule, one.against().size() == 1 ? 1 : 0, Integer::sum);
      }
    }
    return passedOver.entrySet().stream()
        .map(
            entry ->
                new RuleCount(
                    entry.getKey(), entry.getValue(), alone.getOrDefault(entry.getKey(), 0)))
        .sorted(
            Comparator.comparingInt(RuleCount::passedOver)
                .reversed()
                .thenComparing(RuleCount::rule))
        .toList();
  }
}
