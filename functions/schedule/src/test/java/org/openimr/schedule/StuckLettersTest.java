package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.UploadState;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Precedents.Letter;
import org.openimr.records.Precedents.Waiting;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.MemoryTable;

class StuckLettersTest {
  private static final Instant NOW = Instant.parse("2016-01-01T00:00:00Z");
  private static final Letter LETTER =
      new Letter(new CaseNumber("CM15-0000001"), Optional.empty(), 1, "body");

  private final MemoryTable table = new MemoryTable();
  private final Precedents precedents = new Precedents(table);

  @BeforeEach
  void keep() {
    var upload =
        UploadRow.received(new ObjectName("b", "k"), Optional.empty(), Optional.empty(), 1, NOW);
    new Uploads(table).receive(upload);
    precedents.keep(
        LETTER,
        upload.taken(
            UploadState.PRECEDENT, "hash", LETTER.caseNumber(), Optional.of(LETTER.body())),
        NOW);
  }

  @Test
  void leavesALetterThatIsOnItsWay() {
    assertEquals(new StuckLetters.Run(0, 0), runAfter(Duration.ofMinutes(119)));
  }

  @Test
  void startsALetterAgainThatWaitedTwoHours() {
    assertEquals(new StuckLetters.Run(1, 0), runAfter(Duration.ofHours(2)));
    assertEquals(
        Optional.of(new Waiting(LETTER, 1, NOW.plus(Duration.ofHours(2)))),
        precedents.waiting(LETTER.caseNumber()));
  }

  @Test
  void leavesALetterThatIsEvaluated() {
    precedents.evaluated(LETTER, List.of());
    assertEquals(new StuckLetters.Run(0, 0), runAfter(Duration.ofDays(1)));
  }

  @Test
  void givesUpALetterThatWasStartedFiveTimesAndKeepsIt() {
    for (int i = 1; i <= 5; i++) {
      runAfter(Duration.ofHours(2L * i));
    }
    assertEquals(new StuckLetters.Run(0, 1), runAfter(Duration.ofHours(12)));
    assertEquals(
        List.of(Optional.of(LETTER), Optional.empty()),
        List.of(precedents.find(LETTER.caseNumber()), precedents.waiting(LETTER.caseNumber())));
  }

  private StuckLetters.Run runAfter(Duration time) {
    var clock = InstantSource.fixed(NOW.plus(time));
    return new StuckLetters(precedents, clock, Journal.silent()).run();
  }
}
