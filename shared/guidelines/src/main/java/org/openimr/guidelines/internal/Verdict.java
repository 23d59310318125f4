package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Flag;
import org.openimr.casefile.SearchStep;

/**
 * What the rules say on a request, or on one part of it.
 *
 * @param reason why the topic was chosen, or why none was
 * @param supported the most that the topic would allow, for a request that is upheld
 */
record Verdict(
    Optional<Topic> topic,
    String reason,
    Decision decision,
    Set<Flag> flags,
    Optional<Double> supported,
    List<String> citations,
    List<SearchStep> steps,
    List<Criterion> criteria,
    String rule,
    String conclusion) {
  Verdict {
    flags = Set.copyOf(flags);
    citations = List.copyOf(citations);
    steps = List.copyOf(steps);
    criteria = List.copyOf(criteria);
  }

  /** never silent, and never upheld for want of a rule. */
  static Verdict unreached(Optional<Edition> edition, String reason) {
    var searched = edition.map(e -> "MTUS, edition " + e).orElse("MTUS");
    return new Verdict(
        Optional.empty(),
        reason,
        Decision.UNDETERMINED,
        Set.of(Flag.NO_TABLE),
        Optional.empty(),
        List.of(),
        List.of(new SearchStep("1", searched, reason)),
        List.of(),
        "",
        reason + " A physician decides this item.");
  }

  /**
   * The verdict where utilization review refused the same treatment before.
   *
   * @param change the criterion on what changed since
   * @param stands whether a refusal without a change decides, or is for the physician to weigh
   */
  Verdict afterDenial(Criterion change, boolean stands) {
    var raised = EnumSet.of(Flag.EARLIER_DENIAL);
    raised.addAll(flags);
    boolean turns =
        stands && decision == Decision.OVERTURNED && change.result() != CriterionResult.MET;
    return turns
        ? turned(change.carrying(), raised, "So the earlier refusal stands.")
        : with(decision, raised, change, conclusion);
  }

  /** The verdict where no record speaks of the part of the body. */
  Verdict withoutBodyPart(Criterion missing) {
    return turned(missing, flags, "Nothing ties the treatment to the injury.");
  }

  /**
   * What a missing fact turns; where a page that may show it cannot be read, nothing is decided.
   */
  private Verdict turned(Criterion missing, Set<Flag> raised, String words) {
    boolean readable = missing.result() != CriterionResult.NOT_READABLE;
    return with(
        readable ? Decision.UPHELD : Decision.UNDETERMINED,
        raised,
        missing,
        conclusion + " " + missing.finding() + " " + words);
  }

  private Verdict with(Decision changed, Set<Flag> raised, Criterion criterion, String concluded) {
    var all = new ArrayList<>(criteria);
    all.add(criterion);
    return new Verdict(
        topic, reason, changed, raised, supported, citations, steps, all, rule, concluded);
  }

  boolean taper() {
    return decision == Decision.UPHELD && topic.map(Topic::taper).orElse(false);
  }
}
