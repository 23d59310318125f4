package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;
import org.openimr.reviewers.Pseudonym;

/** Corrections of an issued determination in the table. */
class CorrectionsTest {
  private static final Pseudonym FIRST = new Pseudonym("RV-000001");
  private static final Pseudonym SECOND = new Pseudonym("RV-000002");
  private static final Instant NOW = SampleCase.ADOPTED.plus(Duration.ofDays(3));
  private static final LocalDate DAY = LocalDate.of(2015, 12, 10);
  private static final DocumentPointer SET = new DocumentPointer("f", "j", "t", "h", "p");

  private final MemoryTable table = new MemoryTable();
  private final Corrections corrections = new Corrections(table);
  private final CaseHead issued = SampleCase.issued(table, new MemoryObjects());

  private CaseCorrections all() {
    return corrections.of(SampleCase.CASE);
  }

  private static CorrectionRow row(int number, Pseudonym... asked) {
    return CorrectionRow.requested(SampleCase.CASE, number, 1, "body", List.of(asked), NOW, DAY);
  }

  private Commit change(CaseCorrections before, CorrectionRow after, String kind) {
    var event = Corrections.event(before, after, "staff:0", kind);
    return table.commit(Corrections.writes(issued, before, after, event));
  }

  private CorrectionRow request(CorrectionRow row) {
    change(all(), row, "CORRECTION_REQUESTED");
    return row;
  }

  @Test
  void aRequestIsKeptWithItsEventAndLeavesTheHeadAlone() {
    var row = request(row(1));
    assertEquals(
        List.of(
            new CaseCorrections(SampleCase.CASE, 1, List.of(row)),
            Optional.of(issued),
            "CORRECTION_REQUESTED correction 1"),
        List.of(
            all(),
            new Cases(table).head(SampleCase.CASE),
            new Cases(table)
                .events(SampleCase.CASE).stream()
                    .map(event -> event.kind() + " " + event.cause())
                    .toList()
                    .getLast()));
  }

  @Test
  void ofTwoRequestsAtTheSameMomentOneIsRefused() {
    var read = all();
    assertEquals(
        List.of(Commit.DONE, Commit.REFUSED),
        List.of(
            change(read, row(1), "CORRECTION_REQUESTED"),
            change(read, row(1, FIRST), "CORRECTION_REQUESTED")));
  }

  @Test
  void aRequestOnAnotherVersionOfTheHeadIsRefused() {
    var other = issued.touched(NOW);
    var event = Corrections.event(all(), row(1), "staff:0", "CORRECTION_REQUESTED");
    assertEquals(
        List.of(Commit.REFUSED, List.of()),
        List.of(table.commit(Corrections.writes(other, all(), row(1), event)), all().rows()));
  }

  @Test
  void theLastOfTheReviewersMakesTheLetterDue() {
    var asked = request(row(1, FIRST, SECOND));
    var once = asked.assented(FIRST, NOW, DAY);
    var twice = once.assented(SECOND, NOW, DAY.plusDays(1));
    assertEquals(
        List.of(
            List.of(false, false, true),
            List.of(Optional.empty(), Optional.empty(), Optional.of(DAY.plusDays(1))),
            List.of(true, false, true)),
        List.of(
            List.of(asked.isDue(), once.isDue(), twice.isDue()),
            List.of(asked.date(), once.date(), twice.date()),
            List.of(asked.waitsFor(FIRST), once.waitsFor(FIRST), once.waitsFor(SECOND))));
  }

  @Test
  void onlyWhatIsDueIsListedAsSuch() {
    request(row(1, FIRST));
    var due = request(row(2));
    assertEquals(
        List.of(List.of(), List.of(due)),
        List.of(corrections.dueSince(NOW.minusMillis(1)), corrections.dueSince(NOW)));
  }

  @Test
  void whatIsStartedAgainOrIssuedIsNotWhatWasRead() {
    var due = request(row(1));
    var again = corrections.startAgain(due, NOW.plusSeconds(1));
    var late = corrections.startAgain(due, NOW.plusSeconds(2));
    var now = all().rows().getFirst();
    var set = now.issued(SET, NOW.plusSeconds(3));
    var done =
        corrections.write(all(), set, Corrections.event(all(), set, "determine", "CORRECTED"));
    assertEquals(
        List.of(Commit.DONE, Commit.REFUSED, 1, Commit.DONE, List.of(set), List.of()),
        List.of(
            again,
            late,
            now.attempt(),
            done,
            all().issued(),
            corrections.dueSince(NOW.plusSeconds(9))));
  }

  @Test
  void aFailureKeepsItsCode() {
    var failed = row(1).failed(Code.DOCUMENT_MISMATCH, NOW);
    request(row(1));
    change(all(), failed, "CORRECTION_FAILED");
    assertEquals(List.of(failed), all().rows());
  }

  @Test
  void othersAreToldOfTheCorrectionAndNotOfTheRequest() {
    var due = request(row(1));
    var set = due.issued(SET, NOW);
    corrections.write(all(), set, Corrections.event(all(), set, "determine", "CORRECTED"));
    var told =
        java.util.stream.IntStream.range(0, Outbox.SHARDS)
            .boxed()
            .flatMap(
                shard -> new Outbox(table).unsent(shard, Optional.empty(), 100).events().stream())
            .map(CaseEvent::kind)
            .filter(kind -> kind.startsWith("CORRECT"))
            .toList();
    assertEquals(List.of("CORRECTED"), told);
  }
}
