package org.openimr.guidelines.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Flag;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.SearchStep;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.FactDictionary;

/**
 * Evaluates one disputed item: edition, facts, topic, decision, evidence. What utilization review
 * decided on the item reaches nothing here but the four quantities.
 */
public final class ItemJudge {
  private final RulePack pack;
  private final Referee referee;
  private final RequestVariables variables;
  private final FactSelector selector;
  private final Sources sources;

  /** By a pack and the facts that its rules name. */
  public ItemJudge(RulePack pack, FactDictionary dictionary) {
    this.pack = pack;
    this.referee = new Referee(pack.definitions());
    this.variables = new RequestVariables(pack);
    this.selector = new FactSelector(dictionary, pack);
    this.sources = new Sources(pack.definitions(), dictionary.facts().keySet());
  }

  /** The evaluation of an item of a case file. */
  public ItemEvaluation judge(
      int number, DisputedItem item, TreatmentRequest request, CaseFile file, CaseFacts record) {
    var dates = new CaseDates(file, item, request);
    ItemFacts facts = selector.select(record.observations(), request, dates.lastRecord());
    var known = new HashMap<String, Object>();
    facts.chosen().forEach((fact, chosen) -> known.put(fact, chosen.value()));
    Values values = variables.of(request, dates.daysSinceInjury()).with(known);
    Values completed = referee.complete(values);
    Optional<Edition> edition = dates.edition(pack.editionPolicy());
    TopicChoice choice =
        edition
            .map(e -> TopicChoice.choose(pack.topics(), e, completed))
            .orElseGet(TopicChoice::withoutDate);
    if (choice.topic().isEmpty() || choice.guideline().isEmpty()) {
      return unreached(number, item, request, edition, choice.reason());
    }
    Topic topic = choice.topic().get();
    Topic.Guideline guideline = choice.guideline().get();
    Ruling ruling = referee.decide(guideline, values, completed, record.everyPageReadable());
    var passage = RequestPassage.find(file.documents(), item.description());
    var report = new CriterionReport(sources, record, facts, passage, ruling);
    var criteria = report.criteria();
    Set<Flag> flags = flags(topic, ruling, report);
    if (conflict(topic, ruling, dates, values, record)) {
      flags.add(Flag.EDITION_CONFLICT);
    }
    return new ItemEvaluation(
        number,
        item,
        request,
        ruling.decision(),
        edition,
        flags,
        Quantities.of(item, request, ruling.decision(), ruling.supported()),
        guideline.citations(ruling.values()),
        Optional.of(topic.id()),
        choice.reason(),
        guideline.steps(ruling.values()),
        criteria,
        guideline.rule(),
        Conclusion.of(ruling, criteria),
        topic.taper() && ruling.decision() == Decision.UPHELD);
  }

  private static Set<Flag> flags(Topic topic, Ruling ruling, CriterionReport report) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(ruling.flags());
    if (!topic.checked()) {
      flags.add(Flag.UNCHECKED_RULE);
    }
    if (report.restsOnConflict()) {
      flags.add(Flag.CONFLICTING_RECORDS);
    }
    return flags;
  }

  /** Whether the editions at utilization review and at independent review decide differently. */
  private boolean conflict(
      Topic topic, Ruling ruling, CaseDates dates, Values values, CaseFacts record) {
    for (EditionPolicy policy : List.of(EditionPolicy.UR_DATE, EditionPolicy.IMR_DATE)) {
      var guideline =
          dates
              .edition(policy)
              .filter(edition -> !dates.edition(pack.editionPolicy()).equals(Optional.of(edition)))
              .map(edition -> topic.guidelines().get(edition));
      if (guideline.isPresent()) {
        Ruling other = referee.decide(guideline.get(), values, record.everyPageReadable());
        if (other.decision() != ruling.decision()) {
          return true;
        }
      }
    }
    return false;
  }

  /** never silent, and never upheld for want of a rule. */
  private static ItemEvaluation unreached(
      int number,
      DisputedItem item,
      TreatmentRequest request,
      Optional<Edition> edition,
      String reason) {
    var searched = edition.map(e -> "MTUS, edition " + e).orElse("MTUS");
    return new ItemEvaluation(
        number,
        item,
        request,
        Decision.UNDETERMINED,
        edition,
        Set.of(Flag.NO_TABLE),
        Quantities.of(item, request, Decision.UNDETERMINED, Optional.empty()),
        List.of(),
        Optional.empty(),
        reason,
        List.of(new SearchStep("1", searched, reason)),
        List.of(),
        "",
        reason + " A physician decides this item.",
        false);
  }
}
