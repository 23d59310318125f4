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
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.HeadImage;
import org.openimr.records.ItemRow;
import org.openimr.records.Journal;
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
    step(new Faults(0, false), SampleCase::evaluation).run(image);
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
  void leavesADefectToLambdasRetries() {
    var handler =
        new EvaluateHandler(
            step(
                new Faults(0, false),
                file -> {
                  throw new IllegalStateException("defect");
                }),
            Journal.silent());
    assertThrows(IllegalStateException.class, () -> handler.handleRequest(event, null));
  }

  private List<String> deliver(Faults faults) {
    return new EvaluateHandler(step(faults, SampleCase::evaluation), Journal.silent())
        .handleRequest(event, null).getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private EvaluationStep step(Faults faults, Function<CaseFile, Evaluation> evaluator) {
    return Wiring.step(
        faults.in(table),
        faults.in(objects),
        Settings.EMBEDDED,
        InstantSource.fixed(SampleCase.CUT),
        Journal.silent(),
        evaluator);
  }
}
