package org.openimr.guidelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.guidelines.internal.build.PackCompiler;
import org.openimr.reading.ClinicalSummary;
import org.openimr.reading.FactReader;
import org.openimr.reading.TreatmentReader;

/**
 * A folder of rules as an analyst writes them: checked and compiled in memory, so that a changed
 * line shows its effect at once. Needs the compiler of expressions and a reader of YAML, which
 * functions do not carry: for a desk only.
 */
public final class RuleFolder {
  private RuleFolder() {}

  /** What came of a folder. */
  public sealed interface Result {
    /**
     * All topics are sound and all their cases come out as expected.
     *
     * @param cases how many cases each topic has, by its id
     */
    record Sound(Evaluator evaluator, SortedMap<String, Integer> cases) implements Result {}

    /**
     * Something is wrong.
     *
     * @param problems each as {@code file:line:column: what}
     */
    record Faulty(List<String> problems) implements Result {
      /** Copies the list. */
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Checks and compiles a folder.
   *
   * @param folder with {@code policy.yaml}, {@code definitions/} and {@code topics/}
   */
  public static Result read(Path folder) {
    var facts = new FactReader();
    try {
      return switch (PackCompiler.compile(folder, facts.dictionary())) {
        case PackCompiler.Result.Compiled(byte[] pack, Map<String, Integer> cases) ->
            new Result.Sound(
                Evaluator.with(
                    PackReader.read(pack), new TreatmentReader(), facts, new ClinicalSummary()),
                new TreeMap<>(cases));
        case PackCompiler.Result.Refused(var problems) ->
            new Result.Faulty(problems.stream().map(Object::toString).toList());
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules in " + folder, e);
    }
  }
}
