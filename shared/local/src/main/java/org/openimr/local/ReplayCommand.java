package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.guidelines.Evaluator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays published determinations blind. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Evaluate published determinations blind, and compare with what was published.")
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE-OR-DIR", description = "Letters as PDF or text.")
  private List<Path> paths;

  @Option(names = "--report", paramLabel = "FILE", description = "Where to write the JSON report.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "REPORT",
      description = "An earlier report: show which decisions changed since.")
  private Optional<Path> against = Optional.empty();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    Inputs inputs = Inputs.of(paths);
    var replay = new Replay(Evaluator.withInstalledPack());
    try (var progress = new Progress(err, "replay", inputs.files().size())) {
      for (Path file : inputs.files()) {
        replay.add(file);
        progress.step();
      }
    }
    var result = new ReplayReport(replay);
    result.table().forEach(out::println);
    against.ifPresent(file -> new ReplayChanges(file).since(replay.rows()).forEach(out::println));
    out.flush();
    replay
        .unparsed()
        .forEach(
            file ->
                err.println(
                    file.file()
                        + ": "
                        + file.code()
                        + ": not a published determination that can be read."));
    inputs.missing().forEach(path -> err.println(path + ": no such file or folder."));
    report.ifPresent(file -> write(file, result.json()));
    return replay.unparsed().isEmpty() && inputs.missing().isEmpty()
        ? ExitStatus.DONE
        : ExitStatus.REFUSED;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
