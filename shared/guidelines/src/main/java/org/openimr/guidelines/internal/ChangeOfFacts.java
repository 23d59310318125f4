package org.openimr.guidelines.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Physician;
import org.openimr.casefile.Search;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.guidelines.internal.Ruling.Finding;
import org.openimr.procedure.RequesterTie;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.EarlierDecision;

/**
 * Whether the facts have changed since utilization review refused the same treatment: such a
 * refusal stands for twelve months against a new request, unless the request comes with a
 * documented change in the facts on which it turns (Labor Code 4610(k), 8 CCR 9792.9.1(h)).
 */
final class ChangeOfFacts {
  /** Of the criterion that tells of it. */
  static final String ID = "change-since-denial";

  private static final int MONTHS = 12;
  private static final int QUOTES = 4;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);
  private static final String STATEMENT =
      "Utilization review refused the same treatment before. A new request within twelve months"
          + " needs a change in the facts.";

  private final Sources sources;
  private final CaseFacts record;
  private final ItemFacts facts;
  private final Ruling ruling;

  ChangeOfFacts(Sources sources, CaseFacts record, ItemFacts facts, Ruling ruling) {
    this.sources = sources;
    this.record = record;
    this.facts = facts;
    this.ruling = ruling;
  }

  /**
   * The last refusal of the same treatment that still stands on the day of a request. One of a
   * request by another practice never stood against this one.
   *
   * @param requested the day of the request; without one nothing can be said
   * @param physician who makes the request
   */
  static Optional<EarlierDecision> standing(
      List<EarlierDecision> earlier,
      TreatmentRequest request,
      Optional<LocalDate> requested,
      Optional<Physician> physician) {
    return requested.flatMap(
        day ->
            earlier.stream()
                .filter(decision -> decision.date().isBefore(day))
                .filter(decision -> !decision.date().plusMonths(MONTHS).isBefore(day))
                .filter(decision -> same(decision.treatment(), request))
                .filter(
                    decision ->
                        RequesterTie.of(decision.requestedBy(), physician) != RequesterTie.OTHER)
                .max(Comparator.comparing(EarlierDecision::date)));
  }

  /** The amount is no part of what makes two treatments the same. */
  private static boolean same(TreatmentRequest before, TreatmentRequest now) {
    boolean drug = before.drug().isPresent() && now.drug().isPresent();
    boolean matter =
        drug
            ? before.drug().get().ingredients().equals(now.drug().get().ingredients())
            : before.topics().equals(now.topics())
                || before.topics().stream().anyMatch(now.topics()::contains);
    boolean place =
        before.regions().isEmpty()
            || before.regions().stream().anyMatch(r -> BodyParts.concerns(r, now.regions()));
    boolean opposite =
        before.side().isPresent()
            && now.side().isPresent()
            && BodyParts.opposite(before.side().get(), now.side().get());
    return before.category() == now.category() && matter && place && !opposite;
  }

  /**
   * The criterion on the change.
   *
   * @param denial where the earlier decision stands in the case file, if that can be shown
   * @param tie of who asked then and who asks now
   */
  Criterion since(EarlierDecision decision, Optional<Anchor> denial, RequesterTie tie) {
    String before =
        "It did so on "
            + DAY.format(decision.date())
            + (tie == RequesterTie.SAME
                ? ", when the same physician or practice asked."
                : ". The papers do not show whether the same physician or practice asked then.");
    var material = material();
    List<Anchor> changed = changed(material, decision.date());
    var evidence = new ArrayList<Anchor>(denial.stream().toList());
    if (!changed.isEmpty()) {
      evidence.addAll(changed);
      String words = before + " Facts that speak for the request are new or changed since then.";
      return criterion(CriterionResult.MET, words, evidence, Optional.empty());
    }
    var nearest =
        material.stream().flatMap(fact -> facts.chosen(fact).stream()).flatMap(this::old).toList();
    boolean readable = record.everyPageReadable();
    return criterion(
        readable ? CriterionResult.NOT_DOCUMENTED : CriterionResult.NOT_READABLE,
        before
            + (readable
                ? " No record since then shows a new or changed fact that speaks for the request."
                : " Some pages that may show a change could not be read."),
        evidence,
        Optional.of(record.search(possible(), nearest)));
  }

  private static Criterion criterion(
      CriterionResult result, String finding, List<Anchor> evidence, Optional<Search> searched) {
    return new Criterion(ID, STATEMENT, result, finding, evidence, searched, false);
  }

  private Stream<NearestPassage> old(ItemFacts.Chosen chosen) {
    return chosen.passages().stream()
        .limit(1)
        .map(p -> new NearestPassage(p.anchor(), "the records said so before that decision"));
  }

  /** Facts that speak for the request: where it is necessary, those on which that rests. */
  private Set<String> material() {
    Predicate<Finding> carries =
        ruling.decision() == Decision.OVERTURNED ? Finding::decided : finding -> true;
    var material = new TreeSet<String>();
    ruling.findings().stream()
        .filter(finding -> finding.result() == CriterionResult.MET)
        .filter(carries)
        .forEach(f -> material.addAll(sources.used(f.rule().expression(), ruling.values())));
    return material;
  }

  private Set<String> possible() {
    var possible = new TreeSet<String>();
    ruling.findings().stream()
        .filter(finding -> finding.result() != CriterionResult.NOT_APPLICABLE)
        .forEach(finding -> possible.addAll(sources.possible(finding.rule().expression())));
    return possible;
  }

  private List<Anchor> changed(Set<String> material, LocalDate day) {
    return material.stream()
        .flatMap(fact -> facts.chosen(fact).stream())
        .filter(chosen -> chosen.since().isAfter(day))
        .map(chosen -> chosen.passages().getFirst())
        .map(Observation::anchor)
        .distinct()
        .limit(QUOTES)
        .toList();
  }
}
