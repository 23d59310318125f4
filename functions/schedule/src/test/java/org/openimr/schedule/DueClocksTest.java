package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Journal;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

/** A determination that is due on 2015-12-12, with a warning of five days. */
class DueClocksTest {
  private static final DueDates DUE =
      new DueDates(
          List.of(
              Due.on(ClockName.RECORDS_BY_MAIL, LocalDate.parse("2015-11-13")),
              Due.on(ClockName.DETERMINATION, LocalDate.parse("2015-12-12"))));

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final Cases cases = new Cases(table);

  @Test
  void marksNothingBeforeTheWarning() {
    SampleCase.parsed(table, objects, DUE);
    assertEquals(new DueClocks.Run(0, 0), runAt("2015-12-08T07:59:59Z"));
  }

  @Test
  void marksEachClockOnceAsItComesDueAndOnceAsItPasses() {
    SampleCase.parsed(table, objects, DUE);
    assertEquals(
        List.of(
            new DueClocks.Run(1, 0),
            new DueClocks.Run(0, 0),
            new DueClocks.Run(0, 0),
            new DueClocks.Run(0, 1),
            new DueClocks.Run(0, 0)),
        List.of(
            runAt("2015-12-08T08:00:00Z"),
            runAt("2015-12-08T08:05:00Z"),
            runAt("2015-12-13T07:59:59Z"),
            runAt("2015-12-13T08:00:00Z"),
            runAt("2016-01-13T08:00:00Z")));
    assertEquals(
        List.of("DUE_SOON DETERMINATION 2015-12-12", "OVERDUE DETERMINATION 2015-12-12"), marks());
  }

  @Test
  void marksAnOverdueClockThatNobodySawComing() {
    SampleCase.parsed(table, objects, DUE);
    assertEquals(new DueClocks.Run(0, 1), runAt("2016-01-13T08:00:00Z"));
  }

  /** A reviewer's entity tag must stay good, and the stream must not fire. */
  @Test
  void leavesTheHeadAsItIs() {
    var head = SampleCase.parsed(table, objects, DUE);
    runAt("2016-01-13T08:00:00Z");
    assertEquals(Optional.of(head), cases.head(SampleCase.CASE));
  }

  @Test
  void goesOnWithAProposedCaseWhoseDeterminationIsNotFinal() {
    var head = SampleCase.parsed(table, objects, DUE);
    var proposed = head.proposed(new DocumentPointer("f", "j", "t", "h", "p"), SampleCase.CUT);
    cases.startAgain(head, proposed, CaseEvent.of(proposed, "determine", "PROPOSED", "test"));
    assertEquals(new DueClocks.Run(0, 1), runAt("2016-01-13T08:00:00Z"));
  }

  @Test
  void notesTheClockAndNoContentInTheJournal() {
    SampleCase.parsed(table, objects, DUE);
    var out = new ByteArrayOutputStream();
    var now = InstantSource.fixed(Instant.parse("2016-01-13T08:00:00Z"));
    var journal = Journal.of("schedule", now, new PrintStream(out, true, StandardCharsets.UTF_8));
    new DueClocks(cases, now, journal).run();
    assertEquals(
        "{\"event\":\"CLOCK_OVERDUE\",\"function\":\"schedule\",\"code\":\"NONE\","
            + "\"case\":\"CM15-0000001\",\"revision\":1,\"subject\":\"DETERMINATION\","
            + "\"ClocksOverdue\":1",
        out.toString(StandardCharsets.UTF_8).split(",\"_aws\"", -1)[0]);
  }

  private DueClocks.Run runAt(String time) {
    return new DueClocks(cases, InstantSource.fixed(Instant.parse(time)), Journal.silent()).run();
  }

  private List<String> marks() {
    return cases.events(SampleCase.CASE).stream()
        .filter(event -> event.actor().equals("schedule"))
        .map(event -> event.kind() + " " + event.cause())
        .toList();
  }
}
