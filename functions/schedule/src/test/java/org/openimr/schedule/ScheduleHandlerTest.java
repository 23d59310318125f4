package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
    assertEquals(
        Map.of(
            "startedAgain",
            1,
            "failed",
            0,
            "uploadsWaiting",
            0,
            "dueSoon",
            0,
            "overdue",
            0,
            "lapses",
            0,
            "told",
            0),
        runAfter(Duration.ofMinutes(11)));
    assertEquals(
        Map.of(
            "startedAgain",
            0,
            "failed",
            0,
            "uploadsWaiting",
            0,
            "dueSoon",
            0,
            "overdue",
            0,
            "lapses",
            0,
            "told",
            0),
        runAfter(Duration.ofMinutes(12)));
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

  private Map<String, Integer> runAfter(Duration time) {
    var clock = InstantSource.fixed(SampleCase.CUT.plus(time));
    return new ScheduleHandler(table, clock, Journal.silent()).handleRequest(Map.of(), null);
  }
}
