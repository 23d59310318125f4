package org.openimr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.procedure.TurnedDecisions;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.HeadImage;
import org.openimr.records.ItemRow;
import org.openimr.records.Journal;
import org.openimr.records.RevisionTrail;
import org.openimr.records.Settings;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class EvaluateHandlerTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final CaseHead parsed = SampleCase.parsed(table, objects);
  private final DynamodbEvent event = StreamEvents.of(table.rows());

  @Test
  void decidesTheItemsOfARevision() {
    deliver(new Faults(0, false));
    var head = new Cases(table).head(SampleCase.CASE).orElseThrow();
    assertEquals(CaseState.EVALUATED, head.state());
    assertEquals(
        List.of(Optional.of(Decision.OVERTURNED)),
        new Cases(table).items(head).stream().map(ItemRow::decision).toList());
  }

  @Test
  void writesNothingWhereTheWorkIsDone() {
    deliver(new Faults(0, false));
    var rows = table.rows();
    deliver(new Faults(0, false));
    assertEquals(rows, table.rows());
  }

  @Test
  void writesNothingForARevisionThatMovedOn() {
    var image = new HeadImage(SampleCase.CASE, 2, CaseState.PARSED);
    steps(new Faults(0, false), SampleCase::evaluation).ofCase().run(image);
    assertEquals(Optional.of(parsed), new Cases(table).head(SampleCase.CASE));
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    deliver(new Faults(0, false));
    var expected = table.rows();
    var counted = new EvaluateHandlerTest();
    var calls = new Faults(0, false);
    counted.deliver(calls);
    for (int call = 1; call <= calls.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var other = new EvaluateHandlerTest();
        assertEquals(List.of("1"), other.deliver(new Faults(call, after)));
        other.deliver(new Faults(0, false));
        assertEquals(expected, other.table.rows());
      }
    }
  }

  @Test
  void saysWhichDecisionsTurnedSinceTheLastEvaluation() {
    var before = revisedAfter(upheld(SampleCase.file()));
    steps(new Faults(0, false), SampleCase::evaluation)
        .ofCase()
        .run(new HeadImage(SampleCase.CASE, before.revision(), CaseState.PARSED));
    var head = new Cases(table).head(SampleCase.CASE).orElseThrow();
    assertEquals(
        new TurnedDecisions(
            List.of(
                new TurnedDecisions.Turn(
                    1, Optional.of(Decision.UPHELD), Optional.of(Decision.OVERTURNED)))),
        bodies().get(head.trail().turned().orElseThrow(), TurnedDecisions.class));
    assertEquals(List.of("1:UPHELD>OVERTURNED"), causes("DECISIONS_TURNED"));
  }

  @Test
  void tellsOfNoDecisionThatStayed() {
    var before = revisedAfter(SampleCase.evaluation(SampleCase.file()));
    steps(new Faults(0, false), SampleCase::evaluation)
        .ofCase()
        .run(new HeadImage(SampleCase.CASE, before.revision(), CaseState.PARSED));
    assertEquals(List.of(), causes("DECISIONS_TURNED"));
  }

  @Test
  void leavesADefectToLambdasRetries() {
    var handler =
        new EvaluateHandler(
            steps(
                new Faults(0, false),
                file -> {
                  throw new IllegalStateException("defect");
                }),
            Journal.silent());
    assertThrows(IllegalStateException.class, () -> handler.handleRequest(event, null));
  }

  /** The head of a revision that follows one with an evaluation. */
  private CaseHead revisedAfter(Evaluation last) {
    var trail =
        new RevisionTrail(Optional.empty(), Optional.of(bodies().put(last)), Optional.empty());
    var head = SampleCase.revised(parsed, trail);
    var revised = CaseEvent.of(head, "intake", "REVISION_CUT", "test");
    assertEquals(Commit.DONE, new Cases(table).advance(parsed, head, revised));
    return head;
  }

  private static Evaluation upheld(CaseFile file) {
    var evaluation = SampleCase.evaluation(file);
    var item = evaluation.items().getFirst();
    return new Evaluation(
        evaluation.caseNumber(),
        evaluation.rulePackVersion(),
        evaluation.editionPolicy(),
        evaluation.clinicalSummary(),
        List.of(SampleCase.decided(item, Decision.UPHELD)));
  }

  private Bodies bodies() {
    return new Bodies(objects, Settings.EMBEDDED);
  }

  private List<String> causes(String kind) {
    return new Cases(table)
        .events(SampleCase.CASE).stream()
            .filter(event -> event.kind().equals(kind))
            .map(CaseEvent::cause)
            .toList();
  }

  private List<String> deliver(Faults faults) {
    return new EvaluateHandler(steps(faults, SampleCase::evaluation), Journal.silent())
        .handleRequest(event, null).getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private Wiring.Steps steps(Faults faults, Function<CaseFile, Evaluation> evaluator) {
    return Wiring.steps(
        faults.in(table),
        faults.in(objects),
        Settings.EMBEDDED,
        InstantSource.fixed(SampleCase.CUT),
        Journal.silent(),
        evaluator);
  }
}
