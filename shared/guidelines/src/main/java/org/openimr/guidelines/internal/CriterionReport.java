package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Search;
import org.openimr.guidelines.internal.Ruling.Finding;
import org.openimr.reading.CaseFacts;

/** Shows for each criterion what the record says on it, or proves that it says nothing. */
final class CriterionReport {
  private static final String UNSURE =
      "What the record says on this was read by text recognition, which was not sure of it; a"
          + " person must look at the page.";
  private static final int QUOTES = 4;
  private static final String REQUEST = "request.";

  private final Sources sources;
  private final CaseFacts record;
  private final ItemFacts facts;
  private final Optional<Anchor> request;
  private final Ruling ruling;

  CriterionReport(
      Sources sources, CaseFacts record, ItemFacts facts, Optional<Anchor> request, Ruling ruling) {
    this.sources = sources;
    this.record = record;
    this.facts = facts;
    this.request = request;
    this.ruling = ruling;
  }

  List<Criterion> criteria() {
    return ruling.findings().stream().map(this::criterion).toList();
  }

  /** Whether a decision rests on a fact that the record contradicts on the same day. */
  boolean restsOnConflict() {
    return ruling.findings().stream()
        .filter(Finding::decided)
        .flatMap(finding -> sources.possible(finding.rule().expression()).stream())
        .anyMatch(fact -> facts.chosen(fact).map(ItemFacts.Chosen::conflicting).orElse(false));
  }

  /** Whether the decision rests on a finding of the part of the body that is asked about. */
  boolean restsOnPart() {
    return ruling.findings().stream()
        .filter(finding -> finding.decided() && finding.result() == CriterionResult.MET)
        .flatMap(finding -> sources.used(finding.rule().expression(), ruling.values()).stream())
        .flatMap(fact -> facts.chosen(fact).stream())
        .flatMap(chosen -> chosen.passages().stream())
        .anyMatch(passage -> passage.region().isPresent());
  }

  private Criterion criterion(Finding finding) {
    Topic.CriterionRule rule = finding.rule();
    boolean open =
        switch (finding.result()) {
          case NOT_DOCUMENTED, NOT_READABLE -> true;
          case MET, NOT_MET -> !assumed(finding).isEmpty();
          case NOT_APPLICABLE -> false;
        };
    return new Criterion(
        rule.id(),
        rule.statement(),
        finding.result(),
        words(finding),
        evidence(finding),
        open ? Optional.of(search(rule.expression())) : Optional.empty(),
        finding.decided());
  }

  private String words(Finding finding) {
    Topic.CriterionRule rule = finding.rule();
    String sentence =
        switch (finding.result()) {
          case MET -> Topic.Saying.first(rule.met(), ruling.values()).orElse("This is met.");
          case NOT_MET ->
              Topic.Saying.first(rule.notMet(), ruling.values()).orElse("This is not met.");
          case NOT_DOCUMENTED ->
              Topic.Saying.first(rule.silent(), ruling.values())
                  .orElse("The records do not show this.");
          case NOT_READABLE ->
              finding.unsure() ? UNSURE : "This was not found, but some pages could not be read.";
          case NOT_APPLICABLE -> "This does not apply to the request.";
        };
    var sentences = new ArrayList<String>();
    assumed(finding).forEach(assumption -> sentences.add(assumption.because()));
    sentences.add(sentence);
    if (finding.silenceTaken()) {
      rule.silence().ifPresent(silence -> sentences.add(silence.because()));
    }
    return String.join(" ", sentences);
  }

  private List<Topic.Assumption> assumed(Finding finding) {
    if (finding.result() == CriterionResult.NOT_APPLICABLE) {
      return List.of();
    }
    Set<String> possible = sources.possible(finding.rule().expression());
    return ruling.assumptions().stream().filter(a -> possible.contains(a.fact())).toList();
  }

  private List<Anchor> evidence(Finding finding) {
    boolean shown =
        switch (finding.result()) {
          case MET, NOT_MET -> true;
          case NOT_READABLE -> finding.unsure();
          case NOT_DOCUMENTED, NOT_APPLICABLE -> false;
        };
    if (!shown) {
      return List.of();
    }
    Expression expression = finding.rule().expression();
    var anchors = new ArrayList<Anchor>();
    if (expression.variables().stream().anyMatch(variable -> variable.startsWith(REQUEST))) {
      request.ifPresent(anchors::add);
    }
    sources.used(expression, ruling.values()).stream()
        .flatMap(fact -> facts.chosen(fact).stream())
        .flatMap(chosen -> chosen.passages().stream().limit(QUOTES))
        .map(Observation::anchor)
        .distinct()
        .sorted(Comparator.comparing(Anchor::document).thenComparingInt(Anchor::start))
        .forEach(anchors::add);
    return anchors;
  }

  /** Passages that were rejected, then those that bear on the criterion and do not settle it. */
  private Search search(Expression expression) {
    Set<String> possible = new TreeSet<>(sources.possible(expression));
    var nearest = new ArrayList<NearestPassage>();
    for (String fact : possible) {
      nearest.addAll(facts.rejected(fact));
    }
    for (String fact : possible) {
      facts.chosen(fact).ifPresent(found -> nearest.addAll(unsettled(found)));
    }
    return record.search(possible, nearest);
  }

  private static List<NearestPassage> unsettled(ItemFacts.Chosen found) {
    return found.passages().stream()
        .map(passage -> new NearestPassage(passage.anchor(), "it does not settle this by itself"))
        .toList();
  }
}
