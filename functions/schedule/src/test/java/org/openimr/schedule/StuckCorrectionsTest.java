package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Journal;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;
import org.openimr.reviewers.Pseudonym;

class StuckCorrectionsTest {
  private static final Instant NOW = Instant.parse("2016-01-01T00:00:00Z");

  private final MemoryTable table = new MemoryTable();
  private final Corrections corrections = new Corrections(table);

  private void ask(Pseudonym... reviewers) {
    var head = SampleCase.issued(table, new MemoryObjects());
    var none = corrections.of(SampleCase.CASE);
    var row =
        CorrectionRow.requested(
            SampleCase.CASE, 1, 1, "body", List.of(reviewers), NOW, LocalDate.of(2015, 12, 31));
    var event = Corrections.event(none, row, "staff:0", "CORRECTION_REQUESTED");
    table.commit(Corrections.writes(head, none, row, event));
  }

  private CorrectionRow row() {
    return corrections.of(SampleCase.CASE).rows().getFirst();
  }

  private StuckCorrections.Run runAfter(int minutes) {
    var clock = InstantSource.fixed(NOW.plus(Duration.ofMinutes(minutes)));
    return new StuckCorrections(corrections, clock, Journal.silent()).run();
  }

  @Test
  void startsALetterAgainThatIsDueForTenMinutes() {
    ask();
    assertEquals(
        List.of(new StuckCorrections.Run(0, 0), new StuckCorrections.Run(1, 0), 1),
        List.of(runAfter(9), runAfter(10), row().attempt()));
  }

  @Test
  void leavesACorrectionThatWaitsForAReviewer() {
    ask(new Pseudonym("RV-000001"));
    assertEquals(new StuckCorrections.Run(0, 0), runAfter(60));
  }

  @Test
  void leavesACorrectionThatIsIssued() {
    ask();
    var all = corrections.of(SampleCase.CASE);
    var issued = row().issued(new DocumentPointer("f", "j", "t", "h", "p"), NOW);
    corrections.write(all, issued, Corrections.event(all, issued, "determine", "CORRECTED"));
    assertEquals(new StuckCorrections.Run(0, 0), runAfter(60));
  }

  @Test
  void failsALetterThatWasStartedFiveTimes() {
    ask();
    for (int i = 1; i <= 5; i++) {
      runAfter(10 * i);
    }
    assertEquals(
        List.of(
            new StuckCorrections.Run(0, 1),
            CorrectionState.FAILED,
            Optional.of(Code.PROCESSING_FAILED)),
        List.of(runAfter(60), row().state(), row().failure()));
  }
}
