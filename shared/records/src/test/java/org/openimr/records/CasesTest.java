package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.EligibilityRule;
import org.openimr.procedure.Missing;
import org.openimr.records.internal.RowSize;
import org.openimr.records.memory.MemoryTable;

class CasesTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  private static final Instant NOW = Instant.parse("2015-11-12T10:00:00Z");

  private final MemoryTable table = new MemoryTable();
  private final Cases cases = new Cases(table);
  private final Uploads uploads = new Uploads(table);

  @Test
  void readsBackWhatWasWritten() {
    var head = fullHead();
    cases.cut(Optional.empty(), head, file(2), accepted("a"), event(head));
    assertEquals(Optional.of(head), cases.head(CASE));
    assertEquals(List.of(event(head)), cases.events(CASE));
  }

  @Test
  void writesMoreDocumentsThanATransactionTakes() {
    var head = head(1, CaseState.PARSED, "content");
    cases.cut(Optional.empty(), head, file(450), accepted("a"), event(head));
    assertEquals(450, cases.documents(head).size());
  }

  @Test
  void showsNoRowOfAWriterThatNeverPointedAtThem() {
    var lost = head(1, CaseState.PARSED, "lost");
    var upload = received("a");
    var taken = upload.taken(UploadState.ACCEPTED, "a", CASE, Optional.of("body"));
    uploads.write(upload.opened(List.of("m#1")));
    assertEquals(Commit.REFUSED, cases.cut(Optional.empty(), lost, file(3), taken, event(lost)));
    var head = head(1, CaseState.PARSED, "content");
    cases.cut(Optional.empty(), head, file(2), accepted("b"), event(head));
    assertEquals(2, cases.documents(head).size());
  }

  @Test
  void refusesARevisionCutFromAnOlderHead() {
    var first = head(1, CaseState.PARSED, "one");
    cases.cut(Optional.empty(), first, file(1), accepted("a"), event(first));
    assertEquals(
        Commit.REFUSED, cases.cut(Optional.empty(), first, file(1), accepted("b"), event(first)));
  }

  @Test
  void letsNoStateFollowThatCannot() {
    var first = head(1, CaseState.PENDING_RECORDS, "one");
    var proposed = first.proposed(new DocumentPointer("f", "j", "t", "h", "p"), NOW);
    assertThrows(
        IllegalStateException.class, () -> cases.advance(first, proposed, event(proposed)));
  }

  @Test
  void listsCasesByStateEarliestDueFirst() {
    var head = fullHead();
    cases.cut(Optional.empty(), head, file(1), accepted("a"), event(head));
    assertEquals(List.of(head), cases.in(CaseState.PARSED));
    assertEquals(List.of(), cases.in(CaseState.EVALUATED));
  }

  @Test
  void listsCasesByTheNextClockThatRuns() {
    var head = fullHead();
    cases.cut(Optional.empty(), head, file(1), accepted("a"), event(head));
    assertEquals(List.of(), cases.dueBy(CaseState.PARSED, LocalDate.parse("2015-11-14")));
    assertEquals(List.of(head), cases.dueBy(CaseState.PARSED, LocalDate.parse("2015-11-15")));
  }

  @Test
  void marksAClockOnceAndNotForACaseThatMovedOn() {
    var head = fullHead();
    cases.cut(Optional.empty(), head, file(1), accepted("a"), event(head));
    var due = head.due().all().getFirst();
    var overdue = CaseEvent.beside(head, "schedule", "OVERDUE", due.clock().name());
    assertEquals(
        List.of(Commit.REFUSED, Commit.DONE, Commit.REFUSED, Commit.DONE),
        List.of(
            cases.mark(head.startedAgain(NOW), due, DueMark.OVERDUE, overdue),
            cases.mark(head, due, DueMark.OVERDUE, overdue),
            cases.mark(head, due, DueMark.OVERDUE, overdue),
            cases.mark(head, due, DueMark.DUE_SOON, overdue)));
    assertEquals(
        List.of(true, false),
        List.of(
            cases.isMarked(CASE, due, DueMark.OVERDUE),
            cases.isMarked(CASE, head.due().all().getLast(), DueMark.OVERDUE)));
  }

  @Test
  void listsUploadsWithoutACaseForStaff() {
    var upload =
        received("a")
            .rejected(
                new Rejection(Code.NO_CASE_NUMBER, "none"), Optional.empty(), Optional.empty());
    uploads.write(upload);
    assertEquals(List.of(upload), uploads.unassigned());
    assertEquals(List.of(), uploads.waitingSince(NOW));
  }

  @Test
  void keepsEveryRowUnderThirtyTwoKilobytes() {
    var head = fullHead();
    var name = new ObjectName("bucket", "incoming/" + "é".repeat(507));
    var upload = UploadRow.received(name, Optional.of("v".repeat(1024)), Optional.of("0"), 1, NOW);
    uploads.receive(upload);
    uploads.write(
        upload.rejected(
            new Rejection(Code.SCHEMA_VIOLATION, "é".repeat(100_000)),
            Optional.of("0".repeat(64)),
            Optional.of(CASE)));
    cases.cut(Optional.empty(), head, file(1), accepted("a"), event(head));
    assertTrue(table.rows().stream().allMatch(row -> RowSize.bytes(row) < RowSize.LIMIT));
  }

  private UploadRow received(String version) {
    var upload =
        UploadRow.received(
            new ObjectName("b", "incoming/f"), Optional.of(version), Optional.empty(), 1, NOW);
    uploads.receive(upload);
    return upload;
  }

  private UploadRow accepted(String version) {
    return received(version).taken(UploadState.ACCEPTED, version, CASE, Optional.of("body"));
  }

  private static CaseEvent event(CaseHead head) {
    return CaseEvent.of(head, "test", "REVISION_CUT", "cause");
  }

  private static CaseHead head(int revision, CaseState state, String content) {
    return new CaseHead(
        CASE,
        revision,
        revision,
        state,
        Optional.empty(),
        NOW,
        NOW,
        NOW,
        0,
        DueDates.NONE,
        List.of(),
        Optional.empty(),
        content,
        Optional.empty(),
        Optional.empty(),
        RevisionTrail.NONE);
  }

  private static CaseHead fullHead() {
    return new CaseHead(
        CASE,
        1,
        1,
        CaseState.PARSED,
        Optional.of(new Rejection(Code.PROCESSING_FAILED, "sentence")),
        NOW,
        NOW.plusMillis(1),
        NOW.plusMillis(2),
        3,
        new DueDates(
            List.of(
                Due.on(ClockName.RECORDS_BY_MAIL, LocalDate.parse("2015-11-27")),
                Due.at(ClockName.DETERMINATION_EXPEDITED, NOW.plusSeconds(72 * 3600))),
            Optional.of(NOW)),
        List.of(Missing.values()),
        Optional.of(new ScreeningPointer("screening", List.of(EligibilityRule.values()))),
        "content",
        Optional.of(new EvaluationPointer("hash", "pack", 1, 2, 0)),
        Optional.of(new DocumentPointer("f", "j", "t", "h", "p")),
        new RevisionTrail(Optional.of("c"), Optional.of("l"), Optional.of("t")));
  }

  private static CaseFile file(int documents) {
    var papers = new ArrayList<CaseDocument>();
    for (int i = 0; i < documents; i++) {
      papers.add(
          new CaseDocument(
              "d" + i, DocumentType.OTHER, Optional.empty(), "text " + i, new TreeSet<>()));
    }
    return new CaseFile(CASE, CaseFields.UNKNOWN, papers, Map.of(), Collections.emptyList());
  }
}
