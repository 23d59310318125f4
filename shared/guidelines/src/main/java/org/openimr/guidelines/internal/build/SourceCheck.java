package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that nothing of the domain brief is left out: every table of part 5 is a source of a
 * topic, and every cross-cutting rule of a topic or of the evaluation itself.
 */
final class SourceCheck {
  private static final String POINTER = "/sources";

  private final SourceFile policy;
  private final Set<String> held = new TreeSet<>();

  SourceCheck(SourceFile policy) {
    this.policy = policy;
    policy.content().at(POINTER + "/elsewhere").fieldNames().forEachRemaining(held::add);
  }

  /** Counts what a topic says it was written from. */
  void hold(JsonNode topic) {
    topic.path("sources").forEach(source -> held.add(source.asText()));
  }

  List<PackProblem> problems() {
    var problems = new ArrayList<PackProblem>();
    missing("G", "tables", "no topic holds table %s: write one, or name it in a topic's sources")
        .forEach(problems::add);
    missing("R", "rules", "nothing holds rule %s: name it in a topic's sources or in elsewhere")
        .forEach(problems::add);
    return problems;
  }

  private List<PackProblem> missing(String letter, String field, String message) {
    var problems = new ArrayList<PackProblem>();
    String pointer = POINTER + "/" + field;
    for (int i = 1; i <= policy.content().at(pointer).asInt(); i++) {
      String name = "%s-%02d".formatted(letter, i);
      if (!held.contains(name)) {
        problems.add(policy.problem(pointer, 0, message.formatted(name)));
      }
    }
    return problems;
  }
}
