package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.records.Journal;
import org.openimr.records.Lapses;
import org.openimr.records.Roster;
import org.openimr.records.memory.MemoryTable;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.UsState;

/** A licence that ends on 2026-05-01, and a certification for life. */
class RosterWatchTest {
  private static final Pseudonym REVIEWER = new Pseudonym("RV-000007");

  private final MemoryTable table = new MemoryTable();
  private final Roster roster = new Roster(table);

  RosterWatchTest() {
    roster.put(
        Optional.empty(),
        new Credentials(
            REVIEWER,
            List.of(
                new Licence(
                    UsState.CA,
                    LicenceKind.MD,
                    LicenceStatus.UNRESTRICTED,
                    LocalDate.parse("2026-05-01"))),
            List.of(new BoardCertification(Board.ABMS, Specialty.PAIN_MEDICINE, Optional.empty())),
            Set.of(Specialty.PAIN_MEDICINE),
            LocalDate.parse("2000-01-01"),
            30,
            false,
            false,
            List.of()));
  }

  private int runOn(String time) {
    var clock = InstantSource.fixed(Instant.parse(time));
    return new RosterWatch(roster, new Lapses(table), clock, Journal.silent()).run();
  }

  @Test
  void marksALicenceOnceBeforeItLapsesAndOnceAfter() {
    assertEquals(
        List.of(0, 1, 0, 0, 1, 0),
        List.of(
            runOn("2026-03-01T20:00:00Z"),
            runOn("2026-03-02T20:00:00Z"),
            runOn("2026-03-02T20:05:00Z"),
            runOn("2026-04-02T20:00:00Z"),
            runOn("2026-05-02T20:00:00Z"),
            runOn("2026-06-02T20:00:00Z")));
  }

  @Test
  void theEventNamesThePseudonymAndTheCredential() {
    runOn("2026-03-02T20:00:00Z");
    assertEquals(
        List.of("RV-000007 schedule CREDENTIAL_LAPSES_SOON"),
        roster.events(REVIEWER).stream()
            .map(event -> event.reviewer() + " " + event.actor() + " " + event.kind())
            .toList());
  }
}
