package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class ScheduleHandlerTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();

  @Test
  void leavesACaseThatIsOnItsWay() {
    var head = SampleCase.parsed(table, objects);
    runAfter(Duration.ofMinutes(9));
    assertEquals(Optional.of(head), new Cases(table).head(SampleCase.CASE));
  }

  @Test
  void startsAStuckCaseAgainOnceInTenMinutes() {
    SampleCase.evaluated(table, objects);
    assertEquals(counts("startedAgain"), runAfter(Duration.ofMinutes(11)));
    assertEquals(counts(), runAfter(Duration.ofMinutes(12)));
    assertEquals(1, new Cases(table).head(SampleCase.CASE).orElseThrow().attempt());
  }

  @Test
  void startsAnAdoptedCaseAgainThatIsNotIssued() {
    SampleCase.adopted(table, objects);
    runAfter(Duration.between(SampleCase.CUT, SampleCase.ADOPTED).plusMinutes(11));
    assertEquals(1, new Cases(table).head(SampleCase.CASE).orElseThrow().attempt());
  }

  @Test
  void failsACaseThatWasStartedFiveTimes() {
    SampleCase.parsed(table, objects);
    for (int i = 1; i <= 6; i++) {
      runAfter(Duration.ofMinutes(11L * i));
    }
    var head = new Cases(table).head(SampleCase.CASE).orElseThrow();
    assertEquals(CaseState.FAILED, head.state());
    assertEquals(Optional.of(Code.PROCESSING_FAILED), head.reason().map(Rejection::code));
  }

  /** What a run answers: one for these, and none for the others. */
  private static Map<String, Integer> counts(String... ones) {
    return Stream.of(
            "startedAgain",
            "failed",
            "precedentsStartedAgain",
            "precedentsFailed",
            "correctionsStartedAgain",
            "correctionsFailed",
            "uploadsWaiting",
            "dueSoon",
            "overdue",
            "lapses",
            "told")
        .collect(Collectors.toMap(name -> name, name -> List.of(ones).contains(name) ? 1 : 0));
  }

  private Map<String, Integer> runAfter(Duration time) {
    var clock = InstantSource.fixed(SampleCase.CUT.plus(time));
    return new ScheduleHandler(table, clock, Journal.silent()).handleRequest(Map.of(), null);
  }
}
