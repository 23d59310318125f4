package org.openimr.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openimr.records.CloudFault;
import org.openimr.schedule.CaseChange;
import org.openimr.schedule.ChangeSink;

/**
 * The event bus of a desk: a line of JSON for each change, as the deployed one has it as detail.
 */
final class ToldChanges implements ChangeSink {
  private static final String FILE = "events.jsonl";

  private final Consumer<List<String>> lines;

  private ToldChanges(Consumer<List<String>> lines) {
    this.lines = lines;
  }

  /** Into the folder of a stack; where it has none, changes are told to nobody. */
  static Optional<ChangeSink> in(Optional<Path> folder) {
    return folder.map(to -> new ToldChanges(text -> append(to.resolve(FILE), text)));
  }

  private static void append(Path file, List<String> lines) {
    try {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new CloudFault("PutEvents", failed.getClass().getSimpleName(), failed);
    }
  }

  @Override
  public Set<String> tell(List<CaseChange> changes) {
    lines.accept(changes.stream().map(CaseChange::json).toList());
    return changes.stream().map(CaseChange::id).collect(Collectors.toUnmodifiableSet());
  }
}
