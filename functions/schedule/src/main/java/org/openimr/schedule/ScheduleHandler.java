package org.openimr.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.records.Backend;
import org.openimr.records.Journal;
import org.openimr.records.Table;

/**
 * Lambda {@code schedule}: every few minutes what got stuck goes on, clocks and licences that come
 * due are marked, and changes of cases are told. The event's content does not matter. A service
 * error is thrown as it is: the next run does the same.
 */
public final class ScheduleHandler
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private final StuckCases stuck;
  private final StuckLetters letters;
  private final StuckCorrections corrections;
  private final DueClocks clocks;
  private final RosterWatch roster;
  private final Optional<ChangeNews> news;

  /** As Lambda makes it: by the function's environment. */
  public ScheduleHandler() {
    this(Backend.aws(System.getenv()), InstantSource.system());
  }

  private ScheduleHandler(Backend backend, InstantSource clock) {
    this(
        backend.table(),
        EventBus.of(System.getenv()),
        clock,
        Journal.of("schedule", clock, System.out));
  }

  /** With a table of any kind, and nobody to tell of changes: they wait. */
  public ScheduleHandler(Table table, InstantSource clock, Journal journal) {
    this(table, Optional.empty(), clock, journal);
  }

  /** With a table of any kind, and where changes are told. */
  public ScheduleHandler(
      Table table, Optional<ChangeSink> sink, InstantSource clock, Journal journal) {
    this.stuck = Wiring.stuckCases(table, clock, journal);
    this.letters = Wiring.stuckLetters(table, clock, journal);
    this.corrections = Wiring.stuckCorrections(table, clock, journal);
    this.clocks = Wiring.dueClocks(table, clock, journal);
    this.roster = Wiring.rosterWatch(table, clock, journal);
    this.news = sink.map(to -> Wiring.news(table, to, journal));
  }

  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, @Nullable Context context) {
    var run = stuck.run();
    var precedents = letters.run();
    var corrected = corrections.run();
    var marked = clocks.run();
    int lapses = roster.run();
    int told = news.map(ChangeNews::run).orElse(0);
    return Map.ofEntries(
        Map.entry("startedAgain", run.startedAgain()),
        Map.entry("failed", run.failed()),
        Map.entry("precedentsStartedAgain", precedents.startedAgain()),
        Map.entry("precedentsFailed", precedents.failed()),
        Map.entry("correctionsStartedAgain", corrected.startedAgain()),
        Map.entry("correctionsFailed", corrected.failed()),
        Map.entry("uploadsWaiting", run.uploadsWaiting()),
        Map.entry("dueSoon", marked.dueSoon()),
        Map.entry("overdue", marked.overdue()),
        Map.entry("lapses", lapses),
        Map.entry("told", told));
  }
}
