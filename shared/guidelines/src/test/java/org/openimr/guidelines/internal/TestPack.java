package org.openimr.guidelines.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.guidelines.internal.build.PackCompiler;
import org.openimr.reading.FactDictionary;
import org.openimr.reading.FactDictionary.Entry;
import org.openimr.reading.FactDictionary.Kind;

/** The project's topics, compiled against a small dictionary that the tests know. */
public final class TestPack {
  public static final Path TOPICS = Path.of("src/main/guidelines");

  private TestPack() {}

  /** The facts that topics name. */
  public static FactDictionary dictionary() {
    var facts = new HashMap<String, Entry>();
    for (String name :
        List.of(
            "painWithoutMeds",
            "painWithMeds",
            "painReliefPct",
            "monthsOnOpioid",
            "morphineEquivalentMgPerDay",
            "acetaminophenDailyMg",
            "priorMassageVisits")) {
      facts.put(name, entry(name, Kind.AMOUNT));
    }
    for (String name :
        List.of(
            "functionMeasured",
            "adlImproved",
            "functionalGain",
            "returnToWork",
            "workRestrictionsReduced",
            "dependencyReduced",
            "sideEffectsAddressed",
            "sideEffectsIntolerable",
            "aberrantBehavior",
            "aberrancyAddressed",
            "udtConsistent",
            "udtDone",
            "onOpioid",
            "priorMassage",
            "homeExercise",
            "activeTherapyConcurrent")) {
      facts.put(name, entry(name, Kind.TRUTH));
    }
    facts.put("workStatus", entry("workStatus", Kind.TERM));
    return new FactDictionary(facts);
  }

  private static Entry entry(String name, Kind kind) {
    boolean regional = name.equals("functionalGain");
    return new Entry(name, kind, name, List.of(name), regional, name.equals("onOpioid"));
  }

  /** The pack. */
  public static RulePack pack() {
    return switch (compile(TOPICS)) {
      case PackCompiler.Result.Compiled(byte[] pack, int cases) -> read(pack);
      case PackCompiler.Result.Refused(var problems) ->
          throw new AssertionError(
              String.join("\n", problems.stream().map(String::valueOf).toList()));
    };
  }

  /** What the compiler makes of a folder of topics. */
  public static PackCompiler.Result compile(Path topics) {
    try {
      return PackCompiler.compile(topics, dictionary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePack read(byte[] pack) {
    try {
      return PackReader.read(pack);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of the policy changed. */
  public static RulePack pack(String setting, Object value) {
    RulePack pack = pack();
    return pack.with(pack.editionPolicy(), Map.of(setting, value));
  }
}
