package org.openimr.determine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.ContentHash;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.DocumentPointer;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class DetermineHandlerTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final CaseHead evaluated = SampleCase.evaluated(table, objects);
  private final DynamodbEvent event = StreamEvents.of(table.rows());
  private final String folder =
      "CM15-0000001/r1/proposed/"
          + evaluated.evaluation().map(EvaluationPointer::hash).orElseThrow()
          + "-7";

  @Test
  void pointsTheCaseAtItsDocuments() {
    deliver(new Faults(0, false));
    var head = new Cases(table).head(SampleCase.CASE).orElseThrow();
    assertEquals(CaseState.PROPOSED, head.state());
    assertEquals(
        Optional.of(
            new DocumentPointer(
                folder,
                ContentHash.of("json"),
                ContentHash.of("text r1"),
                ContentHash.of("html"),
                ContentHash.of("pdf"))),
        head.proposal());
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    deliver(new Faults(0, false));
    var calls = new Faults(0, false);
    new DetermineHandlerTest().deliver(calls);
    for (int call = 1; call <= calls.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var other = new DetermineHandlerTest();
        other.deliver(new Faults(call, after));
        other.deliver(new Faults(0, false));
        assertEquals(table.rows(), other.table.rows());
        assertEquals(objects.hashes(), other.objects.hashes());
      }
    }
  }

  @Test
  void failsTheCaseWhereOtherDocumentsLieThere() {
    objects.put(
        new ObjectName(Settings.EMBEDDED.derived(), folder + "/determination.txt"),
        "other".getBytes(StandardCharsets.UTF_8),
        "text/plain");
    deliver(new Faults(0, false));
    var head = new Cases(table).head(SampleCase.CASE).orElseThrow();
    assertEquals(CaseState.FAILED, head.state());
    assertEquals(Optional.of(Code.DOCUMENT_MISMATCH), head.reason().map(Rejection::code));
  }

  private void deliver(Faults faults) {
    var steps =
        Wiring.steps(
            faults.in(table),
            faults.in(objects),
            Settings.EMBEDDED,
            InstantSource.fixed(SampleCase.CUT),
            Journal.silent(),
            new PlainLetters());
    new DetermineHandler(steps, Journal.silent()).handleRequest(event, null);
  }
}
