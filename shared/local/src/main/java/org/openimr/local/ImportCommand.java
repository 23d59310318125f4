package org.openimr.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.local.LetterImporting.Fate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Published letters in, precedents kept. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Keep published letters as precedents. What is there already is skipped, so a stopped"
            + " import goes on where it was.")
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE-OR-DIR", description = "Letters as PDF or text.")
  private List<Path> paths;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep them in this folder (default: in memory, which only checks the letters).")
  private Optional<Path> data = Optional.empty();

  @Mixin private Placement placement;

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    Inputs inputs = Inputs.of(paths);
    inputs.missing().forEach(path -> err.println(path + ": no such file or folder."));
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    try (var cloud = placement.open(data);
        var progress = new Progress(err, "import", inputs.files().size())) {
      new LetterImports(cloud, placement.clock())
          .add(
              inputs.files(),
              result -> {
                counts.merge(result.fate(), 1, Integer::sum);
                result
                    .reason()
                    .ifPresent(
                        why ->
                            err.println(result.file() + ": " + why.code() + ": " + why.detail()));
                progress.step();
              });
    }
    var out = spec.commandLine().getOut();
    out.println(
        "imported %d, already there %d, refused %d"
            .formatted(
                counts.getOrDefault(Fate.IMPORTED, 0),
                counts.getOrDefault(Fate.ALREADY_THERE, 0),
                counts.getOrDefault(Fate.REFUSED, 0)));
    out.flush();
    boolean done = inputs.missing().isEmpty() && !counts.containsKey(Fate.REFUSED);
    return done ? ExitStatus.DONE : ExitStatus.REFUSED;
  }
}
