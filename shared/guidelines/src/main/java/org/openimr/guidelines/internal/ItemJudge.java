package org.openimr.guidelines.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Flag;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.procedure.RequesterTie;
import org.openimr.reading.EarlierDecision;
import org.openimr.reading.FactDictionary;

/**
 * Evaluates one disputed item: edition, facts, topic, decision, evidence. What utilization review
 * decided on the item reaches nothing here but the four quantities.
 */
final class ItemJudge {
  private static final String UNSURE_TOPIC =
      "Which rule applies rests on a passage that text recognition was not sure of.";
  private static final String STANDS = "EARLIER_DENIAL_STANDS";

  private final RulePack pack;
  private final Referee referee;
  private final RequestVariables variables;
  private final FactSelector selector;
  private final Sources sources;

  /** By a pack and the facts that its rules name. */
  ItemJudge(RulePack pack, FactDictionary dictionary) {
    this.pack = pack;
    this.referee = new Referee(pack.definitions());
    this.variables = new RequestVariables(pack);
    this.selector = new FactSelector(dictionary, pack);
    this.sources = new Sources(pack.definitions(), dictionary.facts().keySet());
  }

  /** The evaluation of an item of a case file. */
  ItemEvaluation judge(Matter matter) {
    var dates = new CaseDates(matter.file(), matter.item(), matter.request());
    var edition = dates.edition(pack.editionPolicy());
    var passage = RequestPassage.find(matter.file().documents(), matter.item().description());
    Verdict whole = verdict(matter, dates, edition, passage, matter.request());
    var apart = whole.topic().map(Topic::parts).orElse(Set.of(Topic.Part.REGION));
    var parts = Bundle.parts(apart, matter.request());
    Verdict verdict =
        parts.isEmpty()
            ? whole
            : Bundle.join(
                parts,
                parts.stream()
                    .map(part -> verdict(matter, dates, edition, passage, part.request()))
                    .toList());
    // a part that fails sinks an item of which no topic reaches the whole; else nothing does.
    if (whole.topic().isEmpty() && verdict.decision() != Decision.UPHELD) {
      verdict = whole;
    }
    return evaluation(matter, edition, verdict);
  }

  private static ItemEvaluation evaluation(
      Matter matter, Optional<Edition> edition, Verdict verdict) {
    return new ItemEvaluation(
        matter.number(),
        matter.item(),
        matter.request(),
        verdict.decision(),
        edition,
        verdict.flags(),
        Quantities.of(matter.item(), matter.request(), verdict.decision(), verdict.supported()),
        verdict.citations(),
        verdict.topic().map(Topic::id),
        verdict.reason(),
        verdict.steps(),
        verdict.criteria(),
        verdict.rule(),
        verdict.conclusion(),
        verdict.taper());
  }

  private Verdict verdict(
      Matter matter,
      CaseDates dates,
      Optional<Edition> edition,
      Optional<Anchor> passage,
      TreatmentRequest request) {
    Values asked =
        variables.of(request, dates.daysSinceInjury(), edition).with(matter.parent().variables());
    ItemFacts facts = selector.select(matter.record(), request, dates.lastRecord());
    Referee.Known known = known(asked, facts);
    Optional<Referee.Known> sure =
        SureRecord.of(matter)
            .map(record -> known(asked, selector.select(record, request, dates.lastRecord())));
    TopicChoice choice = choice(edition, request, known);
    if (choice.topic().isEmpty() || choice.guideline().isEmpty()) {
      return Verdict.unreached(edition, choice.reason());
    }
    if (sure.filter(s -> !choice(edition, request, s).same(choice)).isPresent()) {
      return Verdict.unreached(edition, UNSURE_TOPIC);
    }
    Topic topic = choice.topic().get();
    Topic.Guideline guideline = choice.guideline().get();
    boolean readable = matter.record().everyPageReadable();
    Ruling ruling = referee.decide(guideline, known, sure, readable);
    var report = new CriterionReport(sources, matter.record(), facts, passage, ruling);
    Set<Flag> flags = flags(topic, ruling, report);
    if (conflict(topic, ruling, dates, known, sure, readable)) {
      flags.add(Flag.EDITION_CONFLICT);
    }
    var criteria = report.criteria();
    var verdict =
        new Verdict(
            choice.topic(),
            choice.reason(),
            ruling.decision(),
            flags,
            ruling.supported(),
            guideline.citations(ruling.values()),
            guideline.steps(ruling.values()),
            criteria,
            guideline.rule(),
            Conclusion.of(ruling, criteria));
    return afterDenial(
        matter, request, dates, facts, ruling, tied(verdict, matter, request, report));
  }

  private static Verdict tied(
      Verdict verdict, Matter matter, TreatmentRequest request, CriterionReport report) {
    return verdict.decision() != Decision.OVERTURNED || report.restsOnPart()
        ? verdict
        : BodyPartTie.missing(request, matter.record())
            .map(verdict::withoutBodyPart)
            .orElse(verdict);
  }

  private Verdict afterDenial(
      Matter matter,
      TreatmentRequest request,
      CaseDates dates,
      ItemFacts facts,
      Ruling ruling,
      Verdict verdict) {
    var physician = matter.file().fields().requestingPhysician();
    var standing = ChangeOfFacts.standing(matter.earlier(), request, dates.requested(), physician);
    if (standing.isEmpty()) {
      return verdict;
    }
    EarlierDecision denial = standing.get();
    RequesterTie tie = RequesterTie.of(denial.requestedBy(), physician);
    Criterion change =
        new ChangeOfFacts(sources, matter.record(), facts, ruling)
            .since(denial, passage(matter, denial), tie);
    return verdict.afterDenial(change, tie == RequesterTie.SAME && pack.holds(STANDS));
  }

  private static Optional<Anchor> passage(Matter matter, EarlierDecision denial) {
    return matter.file().documents().stream()
        .filter(document -> document.id().equals(denial.document()))
        .flatMap(document -> RequestPassage.in(document, denial.description()).stream())
        .findFirst();
  }

  private Referee.Known known(Values asked, ItemFacts facts) {
    Values values = asked.with((fact, all) -> facts.value(fact));
    return new Referee.Known(values, referee.complete(values));
  }

  private TopicChoice choice(
      Optional<Edition> edition, TreatmentRequest request, Referee.Known known) {
    return edition
        .map(e -> TopicChoice.choose(pack.topics(), request.category(), e, known.completed()))
        .orElseGet(TopicChoice::withoutDate);
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
      Topic topic,
      Ruling ruling,
      CaseDates dates,
      Referee.Known known,
      Optional<Referee.Known> sure,
      boolean readable) {
    for (EditionPolicy policy : List.of(EditionPolicy.UR_DATE, EditionPolicy.IMR_DATE)) {
      var guideline =
          dates
              .edition(policy)
              .filter(edition -> !dates.edition(pack.editionPolicy()).equals(Optional.of(edition)))
              .map(edition -> topic.guidelines().get(edition));
      if (guideline.isPresent()) {
        Ruling other = referee.decide(guideline.get(), known, sure, readable);
        if (other.decision() != ruling.decision()) {
          return true;
        }
      }
    }
    return false;
  }
}
