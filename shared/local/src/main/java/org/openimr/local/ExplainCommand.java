package org.openimr.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.guidelines.Evaluator;
import org.openimr.procedure.Revisions;
import org.openimr.reading.BlindCase;
import org.openimr.reading.CaseReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one item of a case file or of a published determination. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Show for one item the rule, its criteria, the evidence and the searches.")
final class ExplainCommand implements Callable<Integer> {
  /** So many precedents are listed; all that are alike are counted. */
  private static final int LISTED = 5;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "A case file or a published letter.")
  private Path file;

  @Parameters(index = "1", paramLabel = "ITEM", description = "Number of the item, from 1.")
  private int number;

  @Option(
      names = "--precedents",
      paramLabel = "DIR",
      description =
          "Show the nearest published decisions of this folder as well: one that import --data"
              + " made, or one of letters.")
  private Optional<Path> precedents = Optional.empty();

  @Mixin private OcrOption ocr;

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (Inputs.of(List.of(file)).files().size() != 1) {
      err.println(file + ": no such file.");
      return ExitStatus.REFUSED;
    }
    return switch (new OpenedFile(ocr.opener(spec)).read(file).then(ExplainCommand::caseFile)) {
      case Outcome.Rejected<CaseFile>(var rejection) -> {
        err.println(file + ": " + rejection.code() + ": " + rejection.detail());
        yield ExitStatus.REFUSED;
      }
      case Outcome.Accepted<CaseFile>(CaseFile caseFile) -> explain(caseFile);
    };
  }

  private static Outcome<CaseFile> caseFile(CaseReader.Read read) {
    return switch (read) {
      case CaseReader.Read.Published(var letter) -> Outcome.accepted(new BlindCase().of(letter));
      case CaseReader.Read.OfCase(CaseUpload upload) ->
          upload
              .caseNumber()
              .map(caseNumber -> Revisions.cut(caseNumber, List.of(upload)))
              .orElseGet(
                  () ->
                      Outcome.rejected(
                          Code.NO_CASE_NUMBER,
                          "The file names no case number such as CM15-0212345."));
    };
  }

  private int explain(CaseFile caseFile) {
    List<ItemEvaluation> items = Evaluator.withInstalledPack().evaluate(caseFile).items();
    if (number < 1 || number > items.size()) {
      spec.commandLine().getErr().println(file + ": the case has " + items.size() + " items.");
      return ExitStatus.USAGE;
    }
    var out = spec.commandLine().getOut();
    Explanation.of(items.get(number - 1)).forEach(out::println);
    boolean done =
        precedents.map(place -> near(place, caseFile, items.get(number - 1))).orElse(true);
    out.flush();
    return done ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /** Whether every letter there could be read; those that could are shown in any case. */
  private boolean near(Path place, CaseFile caseFile, ItemEvaluation item) {
    var err = spec.commandLine().getErr();
    if (!Files.exists(place)) {
      err.println(place + ": no such file or folder.");
      return false;
    }
    try (var source = PrecedentSource.open(place)) {
      PrecedentLines.of(source.near(caseFile.caseNumber(), item, LISTED))
          .forEach(spec.commandLine().getOut()::println);
      source
          .refused()
          .forEach(
              result ->
                  result
                      .reason()
                      .ifPresent(
                          why ->
                              err.println(
                                  result.file() + ": " + why.code() + ": " + why.detail())));
      return source.refused().isEmpty();
    }
  }
}
