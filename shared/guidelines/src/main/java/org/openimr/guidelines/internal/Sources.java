package org.openimr.guidelines.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Leads from the variables of a rule back to the facts of the dictionary that they rest on. */
final class Sources {
  private final Map<String, RulePack.Definition> definitions = new HashMap<>();
  private final Set<String> facts;
  private final Map<Expression, Set<String>> possible = new ConcurrentHashMap<>();

  Sources(List<RulePack.Definition> definitions, Set<String> facts) {
    definitions.forEach(definition -> this.definitions.put(definition.name(), definition));
    this.facts = Set.copyOf(facts);
  }

  /** The facts on which the value of an expression rests: a smallest set that gives it. */
  Set<String> used(Expression expression, Values values) {
    var used = new TreeSet<String>();
    for (String variable : Referee.sufficient(expression, values)) {
      if (facts.contains(variable)) {
        used.add(variable);
      } else if (definitions.containsKey(variable)) {
        definitions.get(variable).from().stream()
            .filter(from -> from.evaluate(values) instanceof Answer.Known)
            .findFirst()
            .ifPresent(from -> used.addAll(used(from, values)));
      }
    }
    return used;
  }

  /** All facts that an expression may rest on, in alphabetical order. */
  Set<String> possible(Expression expression) {
    return possible.computeIfAbsent(
        expression, e -> Collections.unmodifiableSet(possible(e.variables())));
  }

  private Set<String> possible(Collection<String> variables) {
    var possible = new TreeSet<String>();
    for (String variable : variables) {
      if (facts.contains(variable)) {
        possible.add(variable);
      } else if (definitions.containsKey(variable)) {
        for (Expression from : definitions.get(variable).from()) {
          possible.addAll(possible(from.variables()));
        }
      }
    }
    return possible;
  }
}
