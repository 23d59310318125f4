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
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a rule, checked when the pack was built. Safe for threads.
 *
 * <p>Over truths it has few cases, three to each variable: the answer to each is found once and
 * kept. The interpreter is made when the first case asks for it.
 *
 * <p>A missing variable is an error in CEL unless an attribute pattern declares it unknown, so each
 * evaluation declares exactly those of its variables that have no value.
 */
public final class Expression {
  /** Six variables have 729 cases; beyond that no table is kept. */
  private static final int MOST_IN_TABLE = 6;

  private static final int VALUES_OF_A_TRUTH = 3;
  private static final int NO_CASE = -1;

  private final String source;
  private final List<String> variables;
  private final Supplier<CelRuntime.Program> interpreter;
  private final Map<Integer, Answer> table = new ConcurrentHashMap<>();

  /** Set once; two threads that race set the same. */
  private volatile @Nullable Ready ready;

  /** What evaluation needs. */
  private record Ready(CelRuntime.Program program, Map<String, CelAttributePattern> patterns) {}

  Expression(String source, List<String> variables, Supplier<CelRuntime.Program> interpreter) {
    this.source = source;
    this.variables = List.copyOf(variables);
    this.interpreter = interpreter;
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
    int number = caseNumber(values);
    if (number == NO_CASE) {
      return interpret(values);
    }
    Answer known = table.get(number);
    if (known == null) {
      known = interpret(values);
      table.put(number, known);
    }
    return known;
  }

  /** Which case of truths and unknown values this is; none where a variable is no truth. */
  private int caseNumber(Values values) {
    if (variables.size() > MOST_IN_TABLE) {
      return NO_CASE;
    }
    int number = 0;
    for (String variable : variables) {
      Object value = values.get(variable);
      if (value != null && !(value instanceof Boolean)) {
        return NO_CASE;
      }
      int digit = value == null ? 0 : value.equals(true) ? 1 : 2;
      number = number * VALUES_OF_A_TRUTH + digit;
    }
    return number;
  }

  private Ready ready() {
    Ready made = ready;
    if (made == null) {
      var patterns = new TreeMap<String, CelAttributePattern>();
      for (String variable : variables) {
        patterns.put(variable, CelAttributePattern.fromQualifiedIdentifier(variable));
      }
      made = new Ready(interpreter.get(), patterns);
      ready = made;
    }
    return made;
  }

  private Answer interpret(Values values) {
    Ready with = ready();
    var unknown = new ArrayList<CelAttributePattern>();
    for (String variable : variables) {
      if (!values.knows(variable)) {
        unknown.add(Objects.requireNonNull(with.patterns().get(variable), variable));
      }
    }
    try {
      Object result =
          unknown.isEmpty()
              ? with.program().eval(values::find)
              : with.program().advanceEvaluation(UnknownContext.create(values::find, unknown));
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
