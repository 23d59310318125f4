package org.openimr.guidelines.internal;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.UnknownContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An expression of a rule, checked when the pack was built. Safe for threads.
 *
 * <p>A missing variable is an error in CEL unless an attribute pattern declares it unknown, so each
 * evaluation declares exactly those of its variables that have no value.
 */
public final class Expression {
  private final String source;
  private final List<String> variables;
  private final Map<String, CelAttributePattern> patterns;
  private final CelRuntime.Program program;

  Expression(String source, List<String> variables, CelRuntime.Program program) {
    this.source = source;
    this.variables = List.copyOf(variables);
    this.program = program;
    this.patterns = new TreeMap<>();
    for (String variable : this.variables) {
      patterns.put(variable, CelAttributePattern.fromQualifiedIdentifier(variable));
    }
  }

  /** As the rule's author wrote it. */
  public String source() {
    return source;
  }

  /** The variables that it names, in alphabetical order. */
  public List<String> variables() {
    return variables;
  }

  /** Its value on what is known. */
  public Answer evaluate(Values values) {
    var unknown = new ArrayList<CelAttributePattern>();
    for (String variable : variables) {
      if (!values.knows(variable)) {
        unknown.add(patterns.get(variable));
      }
    }
    try {
      Object result =
          unknown.isEmpty()
              ? program.eval(values::find)
              : program.advanceEvaluation(UnknownContext.create(values::find, unknown));
      return answer(result);
    } catch (CelEvaluationException failed) {
      // The pack's checks leave no expression that can fail on values of the right kind. The
      // cause stays out: its message may quote values of the record.
      throw new IllegalStateException("rule failed: " + source + ": " + failed.getErrorCode());
    }
  }

  private static Answer answer(Object result) {
    if (result instanceof CelUnknownSet unknown) {
      var missing = new TreeSet<String>();
      for (CelAttribute attribute : unknown.attributes()) {
        missing.add(attribute.toString());
      }
      return new Answer.Unknown(missing);
    }
    return new Answer.Known(result);
  }
}
