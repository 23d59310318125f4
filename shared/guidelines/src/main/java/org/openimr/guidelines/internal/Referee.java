package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Flag;
import org.openimr.guidelines.internal.Ruling.Finding;
import org.openimr.guidelines.internal.Topic.Guideline;
import org.openimr.guidelines.internal.Topic.Row;

/**
 * Decides by a topic on given facts (design section 4; domain brief, part 5.0): criteria first,
 * then rows in the table's order, the first that holds. Knows no documents.
 */
public final class Referee {
  private final Map<String, RulePack.Definition> definitions = new HashMap<>();

  /** A referee with the definitions that topics share. */
  public Referee(List<RulePack.Definition> definitions) {
    definitions.forEach(definition -> this.definitions.put(definition.name(), definition));
  }

  /** The facts and what follows from them. */
  public Values complete(Values facts) {
    return facts.with(this::defined);
  }

  /** By the first source that is known. A definition names only facts and earlier definitions. */
  private @Nullable Object defined(String name, Values facts) {
    RulePack.Definition definition = definitions.get(name);
    if (definition != null) {
      for (Expression source : definition.from()) {
        if (source.evaluate(facts) instanceof Answer.Known(Object value)) {
          return value;
        }
      }
    }
    return null;
  }

  /**
   * The decision.
   *
   * @param facts of the item, the request and the policy
   * @param everyPageReadable whether silence of the record means that nothing is documented
   */
  public Ruling decide(Guideline guideline, Values facts, boolean everyPageReadable) {
    return decide(guideline, facts, complete(facts), everyPageReadable);
  }

  /** The decision, where what follows from the facts is known already. */
  private Ruling decide(
      Guideline guideline, Values facts, Values completed, boolean everyPageReadable) {
    return decide(guideline, new Known(facts, completed), Optional.empty(), everyPageReadable);
  }

  /**
   * What is known of an item.
   *
   * @param completed the facts and what follows from them
   */
  record Known(Values facts, Values completed) {}

  /**
   * The decision on facts of which some may be unsure. A criterion stands if it comes out the same
   * with them and without them; else nobody has read it surely, and it is not readable.
   *
   * @param sure what is known without the unsure facts; empty where all are sure
   */
  Ruling decide(Guideline guideline, Known all, Optional<Known> sure, boolean everyPageReadable) {
    var assumptions = new ArrayList<Topic.Assumption>();
    Values values = assumed(guideline, all, everyPageReadable, assumptions);
    var surely = sure.map(k -> assumed(guideline, k, everyPageReadable, new ArrayList<>()));
    var findings = new ArrayList<Finding>();
    for (Topic.CriterionRule rule : guideline.criteria()) {
      Finding found = find(rule, values, everyPageReadable);
      boolean stands =
          surely
              .map(without -> find(rule, without, everyPageReadable).result() == found.result())
              .orElse(true);
      findings.add(stands ? found : found.doubted());
    }
    return rule(guideline, findings, values, surely, assumptions);
  }

  private Values assumed(
      Guideline guideline, Known known, boolean readable, List<Topic.Assumption> taken) {
    Values assumed = known.facts();
    for (Topic.Assumption assumption : guideline.assumptions()) {
      if (readable && applies(assumption, known.completed())) {
        assumed = assumed.with(Map.of(assumption.fact(), assumption.value()));
        taken.add(assumption);
      }
    }
    return taken.isEmpty() ? known.completed() : complete(assumed);
  }

  private static boolean applies(Topic.Assumption assumption, Values values) {
    return !values.knows(assumption.fact()) && assumption.when().evaluate(values).isTrue();
  }

  private static Finding find(Topic.CriterionRule rule, Values values, boolean readable) {
    if (rule.appliesWhen().map(when -> when.evaluate(values).isFalse()).orElse(false)) {
      return new Finding(rule, CriterionResult.NOT_APPLICABLE, false);
    }
    Answer answer = rule.expression().evaluate(values);
    if (answer.isTrue()) {
      return new Finding(rule, CriterionResult.MET, false);
    }
    if (answer.isFalse()) {
      return new Finding(rule, CriterionResult.NOT_MET, false);
    }
    if (!readable) {
      return new Finding(rule, CriterionResult.NOT_READABLE, false);
    }
    boolean taken = rule.silence().map(s -> s.when().evaluate(values).isTrue()).orElse(false);
    return new Finding(rule, CriterionResult.NOT_DOCUMENTED, taken);
  }

  private static Ruling rule(
      Guideline guideline,
      List<Finding> findings,
      Values values,
      Optional<Values> surely,
      List<Topic.Assumption> assumptions) {
    Values results = results(findings);
    var unreadable = new HashMap<Decision, Set<String>>();
    Optional<Row> hit = Optional.empty();
    for (Row row : guideline.rows()) {
      Answer answer = row.when().evaluate(results);
      if (answer.isTrue()) {
        hit = Optional.of(row);
        break;
      }
      if (answer instanceof Answer.Unknown(Set<String> missing)) {
        Set<String> hidden = unreadable(findings, missing);
        if (!hidden.isEmpty()) {
          unreadable
              .computeIfAbsent(decision(row.kind().necessary()), d -> new TreeSet<>())
              .addAll(hidden);
        }
      }
    }
    Decision read =
        decision(hit.map(r -> r.kind().necessary()).orElse(guideline.missing().necessary()));
    unreadable.remove(read);
    Set<String> decisive =
        hit.map(row -> sufficient(row.when(), results))
            .orElseGet(() -> wanting(guideline, results));
    if (!unreadable.isEmpty()) {
      unreadable.values().forEach(decisive::addAll);
      return undetermined(guideline, mark(findings, decisive), values, assumptions);
    }
    return decided(guideline, hit, read, mark(findings, decisive), values, surely, assumptions);
  }

  private static Decision decision(boolean necessary) {
    return necessary ? Decision.OVERTURNED : Decision.UPHELD;
  }

  /** Rows see a criterion as known where it is met, contradicted, or silence is taken as met. */
  private static Values results(List<Finding> findings) {
    var known = new HashMap<String, Object>();
    for (Finding finding : findings) {
      switch (finding.result()) {
        case MET, NOT_APPLICABLE -> known.put(finding.rule().variable(), true);
        case NOT_MET -> known.put(finding.rule().variable(), false);
        case NOT_DOCUMENTED -> {
          if (finding.silenceTaken()) {
            known.put(finding.rule().variable(), true);
          }
        }
        case NOT_READABLE -> {}
      }
    }
    return Values.of(known);
  }

  private static Set<String> unreadable(List<Finding> findings, Set<String> missing) {
    var hidden = new TreeSet<String>();
    for (Finding finding : findings) {
      if (finding.result() == CriterionResult.NOT_READABLE
          && missing.contains(finding.rule().variable())) {
        hidden.add(finding.rule().variable());
      }
    }
    return hidden;
  }

  /** A smallest set of variables that alone gives the expression's value. */
  static Set<String> sufficient(Expression when, Values results) {
    Answer answer = when.evaluate(results);
    if (when.variables().stream().filter(results::knows).count() == 1) {
      return known(when, results);
    }
    Values left = results.only(when.variables());
    var needed = new TreeSet<String>();
    for (String variable : when.variables()) {
      if (!left.knows(variable)) {
        continue;
      }
      Values fewer = left.without(variable);
      if (when.evaluate(fewer).equals(answer)) {
        left = fewer;
      } else {
        needed.add(variable);
      }
    }
    return needed;
  }

  private static Set<String> known(Expression when, Values results) {
    var known = new TreeSet<>(when.variables());
    known.removeIf(variable -> !results.knows(variable));
    return known;
  }

  /** What keeps the rows of necessity from holding: unknown criteria, and contradicted ones. */
  private static Set<String> wanting(Guideline guideline, Values results) {
    var wanting = new TreeSet<String>();
    for (Row row : guideline.rows()) {
      if (!row.kind().necessary()) {
        continue;
      }
      switch (row.when().evaluate(results)) {
        case Answer.Known ignored -> wanting.addAll(sufficient(row.when(), results));
        case Answer.Unknown(Set<String> missing) -> {
          wanting.addAll(missing);
          for (String variable : row.when().variables()) {
            if (turns(row.when(), results, variable)) {
              wanting.add(variable);
            }
          }
        }
      }
    }
    return wanting;
  }

  private static boolean turns(Expression when, Values results, String variable) {
    return results.find(variable).equals(Optional.of(false))
        && when.evaluate(results.with(Map.of(variable, true))).isTrue();
  }

  /** Silence and criteria that do not apply carry no decision, even where a row names them. */
  private static List<Finding> mark(List<Finding> findings, Set<String> decisive) {
    var carrying = new HashSet<>(decisive);
    for (Finding finding : findings) {
      if (finding.silenceTaken() || finding.result() == CriterionResult.NOT_APPLICABLE) {
        carrying.remove(finding.rule().variable());
      }
    }
    return findings.stream().map(finding -> finding.decidedBy(carrying)).toList();
  }

  private static List<Topic.Alert> alerts(Guideline guideline, Values values) {
    return guideline.alerts().stream()
        .filter(alert -> alert.when().evaluate(values).isTrue())
        .toList();
  }

  private static Set<Flag> flags(List<Topic.Alert> alerts) {
    return alerts.stream().map(Topic.Alert::flag).collect(Collectors.toSet());
  }

  private static Ruling undetermined(
      Guideline guideline,
      List<Finding> findings,
      Values values,
      List<Topic.Assumption> assumptions) {
    boolean unsure = findings.stream().anyMatch(finding -> finding.decided() && finding.unsure());
    var words =
        List.of(
            unsure
                ? "A passage that may decide the request was not read surely enough."
                : "A page that may decide the request could not be read.");
    var alerts = alerts(guideline, values);
    return new Ruling(
        Decision.UNDETERMINED,
        findings,
        words,
        Optional.empty(),
        List.of(),
        flags(alerts),
        values,
        assumptions,
        alerts);
  }

  private static Ruling decided(
      Guideline guideline,
      Optional<Row> hit,
      Decision decision,
      List<Finding> findings,
      Values values,
      Optional<Values> surely,
      List<Topic.Assumption> assumptions) {
    var alerts = alerts(guideline, values);
    var flags = new TreeSet<>(flags(alerts));
    hit.ifPresent(row -> flags.addAll(row.flags()));
    if (decision == Decision.OVERTURNED) {
      findings.stream()
          .filter(Finding::silenceTaken)
          .forEach(f -> f.rule().silence().ifPresent(s -> flags.addAll(s.flags())));
    }
    boolean upheld = decision == Decision.UPHELD;
    var amount = hit.flatMap(Row::supported).or(guideline::supported);
    var words =
        hit.flatMap(Row::supported).isPresent()
            ? hit.map(Row::supportedWords).orElse(List.of())
            : guideline.supportedWords();
    return new Ruling(
        decision,
        findings,
        hit.map(Row::because).orElse(guideline.missing().because()),
        upheld ? amount.flatMap(a -> number(a, values, surely)) : Optional.empty(),
        words,
        flags,
        values,
        assumptions,
        alerts);
  }

  /** An amount that rests on an unsure fact is none. */
  private static Optional<Double> number(
      Expression amount, Values values, Optional<Values> surely) {
    var number = number(amount.evaluate(values));
    return surely.map(sure -> number(amount.evaluate(sure)).equals(number)).orElse(true)
        ? number
        : Optional.empty();
  }

  private static Optional<Double> number(Answer answer) {
    return answer instanceof Answer.Known(Double value) ? Optional.of(value) : Optional.empty();
  }
}
