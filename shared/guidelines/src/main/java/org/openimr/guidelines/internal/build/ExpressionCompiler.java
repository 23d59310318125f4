package org.openimr.guidelines.internal.build;

import com.google.protobuf.CodedOutputStream;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.expr.CheckedExpr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openimr.guidelines.internal.RuleEngine;

/** Checks expressions against the variables that they may name. */
final class ExpressionCompiler {
  private static final String TERNARY = "conditional";

  /** Letters by which a slip of the pen is off. */
  private static final int SLIPS = 3;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private final Map<String, CelType> variables;
  private final CelCompiler compiler;

  ExpressionCompiler(Map<String, CelType> variables) {
    this.variables = Map.copyOf(variables);
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            // Macros are the only loops of CEL, and has() is one: none is let in.
            .setStandardMacros()
            .addFunctionDeclarations(
                function(RuleEngine.LEAST, 2),
                function(RuleEngine.MOST, 2),
                function(RuleEngine.WHOLE, 1));
    variables.forEach(builder::addVar);
    this.compiler = builder.build();
  }

  private static CelFunctionDecl function(String name, int parameters) {
    var types = new ArrayList<CelType>();
    for (int i = 0; i < parameters; i++) {
      types.add(SimpleType.DOUBLE);
    }
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(RuleEngine.overload(name), SimpleType.DOUBLE, types));
  }

  boolean knows(String variable) {
    return variables.containsKey(variable);
  }

  /** The compiled expression, or what is wrong with it. */
  Compiled compile(String source, CelType expected) {
    var result = compiler.compile(source);
    if (result.hasError()) {
      return new Compiled(
          new byte[0],
          List.of(),
          result.getErrors().stream().map(issue -> fault(issue, source)).toList());
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      return new Compiled(bytes(tree), variables(tree), faults(tree, expected));
    } catch (CelValidationException impossible) {
      throw new IllegalStateException("an expression without errors has no tree", impossible);
    }
  }

  /** The compiler's words, in those of an analyst where a name is wrong. */
  private Fault fault(CelIssue issue, String source) {
    Fault fault = Fault.of(issue);
    if (!fault.message().startsWith("undeclared reference")) {
      return fault;
    }
    var name = NAME.matcher(source);
    while (name.find()) {
      if (name.start() <= fault.column() && fault.column() < name.end()) {
        return new Fault(name.start(), unknown(name.group()));
      }
    }
    return fault;
  }

  private String unknown(String name) {
    String near =
        variables.keySet().stream()
            .filter(known -> distance(known, name) <= SLIPS)
            .min(Comparator.comparingInt(known -> distance(known, name)))
            .map(known -> "; is it " + known + "?")
            .orElse("");
    return "no fact, definition or variable is named " + name + near;
  }

  /** How many letters must be put in, taken out or changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }

  private static List<Fault> faults(CelAbstractSyntaxTree tree, CelType expected) {
    var faults = new ArrayList<Fault>();
    if (!tree.getResultType().equals(expected)) {
      faults.add(new Fault(0, "gives " + tree.getResultType().name() + ", not " + expected.name()));
    }
    boolean ternary =
        tree.getReferenceMap().values().stream()
            .anyMatch(reference -> reference.overloadIds().contains(TERNARY));
    if (ternary) {
      // On an unknown condition it stays unknown even where both branches agree.
      faults.add(new Fault(0, "?: is not allowed: use &&, || and !"));
    }
    return faults;
  }

  /** References with a name are variables; those of functions have none. */
  private List<String> variables(CelAbstractSyntaxTree tree) {
    var named = new TreeSet<String>();
    tree.getReferenceMap()
        .values()
        .forEach(
            reference -> {
              if (variables.containsKey(reference.name())) {
                named.add(reference.name());
              }
            });
    return List.copyOf(named);
  }

  /** Maps in the message have no order of their own; the same rules must give the same bytes. */
  private static byte[] bytes(CelAbstractSyntaxTree tree) {
    CheckedExpr checked = CelProtoAbstractSyntaxTree.fromCelAst(tree).toCheckedExpr();
    var bytes = new ByteArrayOutputStream();
    var stream = CodedOutputStream.newInstance(bytes);
    stream.useDeterministicSerialization();
    try {
      checked.writeTo(stream);
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What is wrong with an expression.
   *
   * @param column from 0
   */
  record Fault(int column, String message) {
    static Fault of(CelIssue issue) {
      String message = issue.getMessage();
      return new Fault(
          Math.max(0, issue.getSourceLocation().getColumn()),
          message.contains("'has'") ? "has() is not allowed: " + message : message);
    }
  }

  /**
   * A checked expression.
   *
   * @param faults empty where it may be used
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Compiled(byte[] checked, List<String> variables, List<Fault> faults) {}
}
