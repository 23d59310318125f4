package org.openimr.guidelines.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.openimr.guidelines.internal.build.PackCompiler;
import org.openimr.reading.FactDictionary;
import org.openimr.reading.FactReader;

/** The project's topics, compiled with the dictionary. */
public final class TestPack {
  public static final Path TOPICS = Path.of("src/main/guidelines");

  private static final FactDictionary FACTS = new FactReader().dictionary();

  private TestPack() {}

  /** The facts that topics name. */
  public static FactDictionary dictionary() {
    return FACTS;
  }

  /** The pack. */
  public static RulePack pack() {
    return switch (compile(TOPICS)) {
      case PackCompiler.Result.Compiled(byte[] pack, var cases) -> read(pack);
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
