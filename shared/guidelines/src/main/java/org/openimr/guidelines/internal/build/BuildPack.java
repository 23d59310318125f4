package org.openimr.guidelines.internal.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.reading.FactReader;

/** The build's step that turns topics into the installed rule pack. */
public final class BuildPack {
  private BuildPack() {}

  /**
   * Writes the pack, or says what is wrong with the topics and ends with status 1.
   *
   * @param arguments the folder of topics, and the folder of compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    var result = PackCompiler.compile(Path.of(arguments[0]), new FactReader().dictionary());
    switch (result) {
      case PackCompiler.Result.Compiled(byte[] pack, var cases) -> {
        Path target = Path.of(arguments[1] + PackReader.RESOURCE);
        Files.createDirectories(target.getParent());
        Files.write(target, pack);
        System.out.println(
            "rule pack: " + cases.values().stream().mapToInt(n -> n).sum() + " cases passed");
      }
      case PackCompiler.Result.Refused(var problems) -> {
        problems.forEach(System.err::println);
        System.exit(1);
      }
    }
  }
}
