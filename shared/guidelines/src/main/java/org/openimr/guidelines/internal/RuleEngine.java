package org.openimr.guidelines.internal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.cel.common.CelOptions;
import dev.cel.common.CelProtoAbstractSyntaxTree;
import dev.cel.expr.CheckedExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes checked expressions ready to run, with the functions that rules may call. */
public final class RuleEngine {
  /** {@code least(a, b)}: the smaller number. */
  public static final String LEAST = "least";

  /** {@code most(a, b)}: the larger number. */
  public static final String MOST = "most";

  /** {@code whole(a)}: the largest whole number that is not above. */
  public static final String WHOLE = "whole";

  private static final int DECIMALS_OF_A_DOSE = 6;

  /** Made with the first program: a pack is read in less. Two threads that race make the same. */
  private volatile @Nullable CelRuntime runtime;

  private CelRuntime runtime() {
    CelRuntime made = runtime;
    if (made == null) {
      made = standard();
      runtime = made;
    }
    return made;
  }

  /** The standard operators and the three functions above. */
  private static CelRuntime standard() {
    return CelRuntimeFactory.legacyCelRuntimeBuilder()
        .setOptions(CelOptions.current().enableUnknownTracking(true).build())
        .addFunctionBindings(
            CelFunctionBinding.from(
                overload(LEAST), Double.class, Double.class, (a, b) -> Math.min(a, b)),
            CelFunctionBinding.from(
                overload(MOST), Double.class, Double.class, (a, b) -> Math.max(a, b)),
            CelFunctionBinding.from(overload(WHOLE), Double.class, RuleEngine::whole))
        .build();
  }

  /** The name by which checked expressions point at a function's only overload. */
  public static String overload(String function) {
    return function + "_double";
  }

  /**
   * An expression from its checked form, which is read when the expression is first evaluated: most
   * cases ask for few of a pack's expressions.
   *
   * @param checked protocol buffer {@code cel.expr.CheckedExpr}
   * @param variables that it names, in alphabetical order
   */
  public Expression expression(String source, Supplier<byte[]> checked, List<String> variables) {
    return new Expression(source, variables, () -> program(source, checked.get()));
  }

  private CelRuntime.Program program(String source, byte[] checked) {
    try {
      var tree =
          CelProtoAbstractSyntaxTree.fromCheckedExpr(CheckedExpr.parseFrom(checked)).getAst();
      return runtime().createProgram(tree);
    } catch (InvalidProtocolBufferException | CelEvaluationException damaged) {
      throw new IllegalStateException("the rule pack is damaged at: " + source, damaged);
    }
  }

  /** Binary fractions first become decimal ones, so that 70 x 0.9 is 63 and not 62. */
  private static Double whole(Double number) {
    return BigDecimal.valueOf(number)
        .setScale(DECIMALS_OF_A_DOSE, RoundingMode.HALF_UP)
        .setScale(0, RoundingMode.FLOOR)
        .doubleValue();
  }
}
