package org.openimr.determine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.ContentHash;
import org.openimr.procedure.DueDates;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.CaseEvent;
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

class IssueTest {
  /** After the adoption, as the final documents must not show. */
  private static final Instant LATER = Instant.parse("2015-12-09T20:00:00Z");

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final CaseHead adopted = SampleCase.adopted(table, objects);
  private final DynamodbEvent event = StreamEvents.of(table.rows());
  private final String folder =
      "CM15-0000001/r1/final/"
          + adopted.evaluation().map(EvaluationPointer::hash).orElseThrow()
          + "-7";

  private CaseHead head() {
    return new Cases(table).head(SampleCase.CASE).orElseThrow();
  }

  private void deliver(Faults faults) {
    var steps =
        Wiring.steps(
            faults.in(table),
            faults.in(objects),
            Settings.EMBEDDED,
            InstantSource.fixed(LATER),
            Journal.silent(),
            new PlainLetters());
    new DetermineHandler(steps, Journal.silent()).handleRequest(event, null);
  }

  @Test
  void pointsTheCaseAtItsFinalDocuments() {
    deliver(new Faults(0, false));
    assertEquals(
        List.of(
            CaseState.ISSUED,
            Optional.of(
                new DocumentPointer(
                    folder,
                    ContentHash.of("final json"),
                    ContentHash.of("final text r1 of 2015-12-07"),
                    ContentHash.of("final html"),
                    ContentHash.of("final pdf")))),
        List.of(head().state(), head().adoption().flatMap(AdoptionPointer::documents)));
  }

  @Test
  void namesThePriorityThatTheReviewHasNow() {
    var cases = new Cases(table);
    var due = head().due();
    var since = Instant.parse("2015-11-20T10:00:00Z");
    var expedited =
        head()
            .due(
                new DueDates(due.all(), due.complete(), Optional.of(since), due.extended()), LATER);
    cases.startAgain(head(), expedited, CaseEvent.of(expedited, "party", "EXPEDITED", "paper"));
    deliver(new Faults(0, false));
    assertEquals(
        Optional.of(ContentHash.of("final text r1 of 2015-12-07, expedited since 2015-11-20")),
        head().adoption().flatMap(AdoptionPointer::documents).map(DocumentPointer::text));
  }

  @Test
  void putsThemIntoTheBucketWithTheLock() {
    deliver(new Faults(0, false));
    String bucket = Settings.EMBEDDED.determinations() + "/";
    var finals =
        objects.hashes().keySet().stream()
            .filter(name -> name.startsWith(bucket))
            .map(name -> name.substring(bucket.length()))
            .toList();
    assertEquals(
        List.of(
            folder + "/determination.html",
            folder + "/determination.json",
            folder + "/determination.pdf",
            folder + "/determination.txt"),
        finals);
  }

  @Test
  void startsTheClocksOfADeterminationThatAllowsTreatment() {
    deliver(new Faults(0, false));
    assertEquals(
        List.of(
            Optional.of(LocalDate.of(2015, 12, 16)),
            Optional.empty(),
            Optional.of(LocalDate.of(2016, 1, 8))),
        List.of(
            head().due().after(ClockName.IMPLEMENT_FUTURE_SERVICE),
            head().due().after(ClockName.IMPLEMENT_PAST_SERVICE),
            head().due().after(ClockName.APPEAL)));
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    deliver(new Faults(0, false));
    var calls = new Faults(0, false);
    new IssueTest().deliver(calls);
    for (int call = 1; call <= calls.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var other = new IssueTest();
        other.deliver(new Faults(call, after));
        other.deliver(new Faults(0, false));
        assertEquals(
            List.of(table.rows(), objects.hashes()),
            List.of(other.table.rows(), other.objects.hashes()));
      }
    }
  }

  @Test
  void failsTheCaseWhereOtherDocumentsLieThere() {
    objects.put(
        new ObjectName(Settings.EMBEDDED.determinations(), folder + "/determination.txt"),
        "other".getBytes(StandardCharsets.UTF_8),
        "text/plain");
    deliver(new Faults(0, false));
    assertEquals(
        List.of(CaseState.FAILED, Optional.of(Code.DOCUMENT_MISMATCH)),
        List.of(head().state(), head().reason().map(Rejection::code)));
  }

  @Test
  void writesNothingOfACaseThatIsIssued() {
    deliver(new Faults(0, false));
    var rows = table.rows();
    deliver(new Faults(0, false));
    assertEquals(rows, table.rows());
  }
}
