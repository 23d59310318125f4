package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.FileOpener;
import org.openimr.letter.KnownIdentifiers;
import org.openimr.letter.Redaction;
import org.openimr.letter.Redactor;
import org.openimr.reading.CaseReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies for publication. */
@Command(
    name = "redact",
    mixinStandardHelpOptions = true,
    description =
        "Write copies of determinations and letters without what names a person. Where it is not"
            + " certain, nothing is written and the places are listed.",
    footer = {
      "Printed for each copy: the file, the copy, and how much was removed of each kind.",
      "A copy is named by its content: the file's own name may hold a worker's."
    })
final class RedactCommand implements Callable<Integer> {
  private static final int NAME_LENGTH = 16;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Determinations as JSON, text or PDF, or folders of them.")
  private List<Path> paths;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "A paper of the case: the names and numbers in its fields are removed too.")
  private List<Path> cases = List.of();

  @Option(
      names = "--cleared",
      paramLabel = "FILE",
      description = "Words that a person has looked at, which name nobody.")
  private Optional<Path> cleared = Optional.empty();

  private final Redactor redactor = new Redactor();

  @Override
  public Integer call() {
    Inputs inputs = Inputs.of(paths);
    inputs.missing().forEach(path -> complain(path + ": no such file or folder."));
    boolean done = inputs.missing().isEmpty();
    var stated = new ArrayList<CaseFields>();
    for (Path file : cases) {
      done &= read(file, stated);
    }
    var known = KnownIdentifiers.of(stated, cleared());
    for (Path file : inputs.files()) {
      done &= redact(file, known);
    }
    spec.commandLine().getOut().flush();
    return done ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private void complain(String line) {
    spec.commandLine().getErr().println(line);
  }

  private boolean refused(Path file, Rejection why) {
    complain(file + ": " + why.code() + ": " + why.detail());
    return false;
  }

  private Set<String> cleared() {
    return cleared.stream()
        .map(file -> new String(OpenedFile.bytes(file), StandardCharsets.UTF_8))
        .flatMap(text -> Arrays.stream(text.split("\\s+", -1)))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean read(Path file, List<CaseFields> stated) {
    if (!Files.isRegularFile(file)) {
      complain(file + ": no such file.");
      return false;
    }
    return switch (new OpenedFile().read(file)) {
      case Outcome.Rejected<CaseReader.Read>(Rejection why) -> refused(file, why);
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published _) -> true;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase(CaseUpload upload)) -> {
        upload.fields().stream().map(SourcedFields::fields).forEach(stated::add);
        yield true;
      }
    };
  }

  private boolean redact(Path file, KnownIdentifiers known) {
    byte[] bytes = OpenedFile.bytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean json = text.stripLeading().startsWith("{");
    Outcome<Redaction> copy =
        json
            ? redactor.redactJson(text, known)
            : new FileOpener()
                .open(bytes)
                .then(RedactCommand::text)
                .then(read -> Outcome.accepted(redactor.redact(read, known)));
    return switch (copy) {
      case Outcome.Rejected<Redaction>(Rejection why) -> refused(file, why);
      case Outcome.Accepted<Redaction>(Redaction redaction) ->
          redaction.publishable()
              ? write(file, redaction, json ? "json" : "txt")
              : doubted(file, redaction, json ? "value" : "line");
    };
  }

  private static Outcome<String> text(SubmittedFile file) {
    return switch (file) {
      case SubmittedFile.Text text -> Outcome.accepted(text.text());
      case SubmittedFile.Packet _ ->
          Outcome.rejected(
              Code.UNSUPPORTED_TYPE,
              "The file is an archive. Unpack it and give its letters one by one.");
      case SubmittedFile.Json _ -> throw new IllegalStateException("JSON is not opened as text");
    };
  }

  private boolean doubted(Path file, Redaction redaction, String unit) {
    redaction
        .doubts()
        .forEach(
            doubt ->
                complain(
                    "%s: %s %d, column %d: %s"
                        .formatted(file, unit, doubt.line(), doubt.column(), doubt.reason())));
    complain(
        file
            + ": not written: look at the places above; list the words that name nobody in a file,"
            + " and give it by --cleared.");
    return false;
  }

  private boolean write(Path file, Redaction redaction, String form) {
    byte[] copy = redaction.text().getBytes(StandardCharsets.UTF_8);
    String name = OpenedFile.sha256(copy).substring(0, NAME_LENGTH) + "." + form;
    try {
      Files.write(Files.createDirectories(out).resolve(name), copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String counts =
        redaction.removed().entrySet().stream()
            .map(kind -> kind.getKey() + "=" + kind.getValue())
            .collect(Collectors.joining(","));
    spec.commandLine().getOut().println(file + "\t" + name + "\t" + counts);
    return true;
  }
}
