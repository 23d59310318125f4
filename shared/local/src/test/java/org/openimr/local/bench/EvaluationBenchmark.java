package org.openimr.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.documents.FileOpener;
import org.openimr.guidelines.Evaluator;
import org.openimr.guidelines.internal.CaseJudge;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.letter.Determination;
import org.openimr.letter.Letter;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.CaseReader;
import org.openimr.reading.FactReader;
import org.openimr.reading.TreatmentReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How many letters are parsed and how many items evaluated in a second, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class EvaluationBenchmark {
  private static final Path EVENTS = Path.of(System.getProperty("openimr.events", "events"));
  private static final int ITEMS = 2;

  private final CaseReader reader = new CaseReader();
  private final Evaluator evaluator = Evaluator.withInstalledPack();
  private final TreatmentReader treatments = new TreatmentReader();
  private final FactReader facts = new FactReader();
  private final CaseJudge judge = new CaseJudge(PackReader.installed(), facts.dictionary());
  private final Letter letters = new Letter();
  private SubmittedFile letter = new SubmittedFile.Text("", new TreeSet<>(), List.of());
  private CaseFile caseFile = anyCaseFile();
  private CaseFacts record = facts.read(caseFile);
  private List<TreatmentRequest> requests = requests(caseFile);

  /** Reads the samples. */
  @Setup
  public void read() throws IOException {
    letter =
        new SubmittedFile.Text(
            Files.readString(EVENTS.resolve("published-determination.txt")),
            new TreeSet<>(),
            List.of());
    caseFile = anyCaseFile();
    record = facts.read(caseFile);
    requests = requests(caseFile);
  }

  private List<TreatmentRequest> requests(CaseFile file) {
    return file.fields().disputedItems().stream()
        .map(item -> treatments.read(item.description()))
        .toList();
  }

  /** One letter: header, credentials, summary, two items. */
  @Benchmark
  public Object parsePublishedDetermination() {
    return reader.read(letter, "0".repeat(64));
  }

  /** Both items of the sample case file: the papers searched, the facts read, the rules applied. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public Evaluation evaluateItem() {
    return evaluator.evaluate(caseFile);
  }

  /** The wording of both items read into typed requests. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public List<TreatmentRequest> readRequest() {
    return requests(caseFile);
  }

  /** Both items, the case read before: rules, evidence and the proof of absence. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public List<ItemEvaluation> evaluateItemOfReadCase() {
    return judge.judge(caseFile, requests, record, List.of());
  }

  /** The determination of an evaluation, every anchor resolved. */
  @Benchmark
  public Determination determination() {
    return letters.determination(caseFile, evaluator.evaluate(caseFile), 1);
  }

  private CaseFile anyCaseFile() {
    Outcome<CaseFile> cut;
    try {
      cut =
          new FileOpener()
              .open(Files.readAllBytes(EVENTS.resolve("case-file.json")))
              .then(file -> reader.read(file, "0".repeat(64)))
              .then(
                  read ->
                      switch (read) {
                        case CaseReader.Read.OfCase(var upload) ->
                            Revisions.cut(new CaseNumber("CM15-0212345"), List.of(upload));
                        case CaseReader.Read.Published(var published) ->
                            throw new IllegalStateException("the sample is a case file");
                      });
    } catch (IOException e) {
      throw new IllegalStateException("the sample case file is in " + EVENTS, e);
    }
    return switch (cut) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var rejection) ->
          throw new IllegalStateException(rejection.toString());
    };
  }
}
