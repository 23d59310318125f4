package org.openimr.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.UploadState;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EventObserver;
import org.openimr.documents.FileOpener;
import org.openimr.records.Uploads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Case files in, determinations out. */
@Command(
    name = "process",
    mixinStandardHelpOptions = true,
    description = "Take case files in and write their determinations, or what is missing.")
final class ProcessCommand implements Callable<Integer> {
  /** So many files are under way before the functions are waited for: it bounds memory. */
  private static final int TOGETHER = 32;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE-OR-DIR", description = "Case files, or folders.")
  private List<Path> paths;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Mixin private OcrOption ocr;

  @Mixin private Placement placement;

  @Mixin private StackOption stack;

  @Override
  public Integer call() {
    if (stack.isGiven() && placement.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--stack goes with neither --endpoint nor --as-of.");
    }
    if (ocr.isGiven() && stack.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "--ocr goes without --stack: the stack's functions read the files.");
    }
    FileOpener opener = ocr.opener(spec);
    Inputs inputs = Inputs.of(paths);
    PrintWriter err = spec.commandLine().getErr();
    inputs.missing().forEach(path -> err.println(path + ": no such file or folder."));
    try (Desk desk = stack.desk(err).orElseGet(() -> here(opener))) {
      return process(desk, inputs);
    }
  }

  private Desk here(FileOpener opener) {
    Cloud cloud = placement.open(Optional.empty());
    return Desk.withFunctions(
        cloud, new Functions(cloud, placement.clock(), EventObserver.SILENT, opener));
  }

  private int process(Desk desk, Inputs inputs) {
    var uploading = new Uploading(desk.objects(), desk.settings());
    try (var progress =
        new Progress(spec.commandLine().getErr(), "process", inputs.files().size())) {
      for (Path file : inputs.files()) {
        uploading.put(file);
        if (uploading.ids().size() % TOGETHER == 0) {
          desk.settle(uploading.ids());
        }
        progress.step();
      }
      desk.settle(uploading.ids());
    }
    return report(desk, uploading, inputs.missing().isEmpty());
  }

  private int report(Desk desk, Uploading uploading, boolean allThere) {
    PrintWriter err = spec.commandLine().getErr();
    var uploads = new Uploads(desk.table());
    var output = new CaseOutput(desk, out);
    var cases = new TreeSet<CaseNumber>();
    boolean done = allThere;
    for (String id : uploading.ids()) {
      var row = uploads.find(id);
      if (row.isEmpty()) {
        err.println(uploading.path(id) + ": not taken in, and no reason was recorded.");
        done = false;
        continue;
      }
      row.get()
          .reason()
          .ifPresent(
              why -> err.println(uploading.path(id) + ": " + why.code() + ": " + why.detail()));
      output.notes(row.get()).forEach(note -> err.println(uploading.path(id) + ": " + note));
      done &= row.get().state() != UploadState.REJECTED;
      if (row.get().state() != UploadState.PRECEDENT) {
        row.get().caseNumber().ifPresent(cases::add);
      }
    }
    for (CaseNumber caseNumber : cases) {
      output.write(caseNumber).ifPresent(spec.commandLine().getOut()::println);
    }
    spec.commandLine().getOut().flush();
    return done ? ExitStatus.DONE : ExitStatus.REFUSED;
  }
}
