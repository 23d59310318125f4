package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.assigned;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;

class DueDatesTest {
  /** The evening of the 11th in California. */
  private static final Instant CUT = Instant.parse("2015-11-12T05:00:00Z");

  private static final Readiness READY = new Readiness.Ready(List.of());
  private static final Readiness WAITS = new Readiness.NeedsRecords(List.of());

  @Test
  void countsThirtyDaysFromTheDayTheRecordsAreComplete() {
    assertEquals(
        new DueDates(List.of(due(ClockName.DETERMINATION, "2015-12-11")), Optional.of(CUT)),
        DueDates.of(CaseFields.UNKNOWN, READY, DueDates.NONE, CUT));
  }

  @Test
  void doesNotStartTheClockAgainForALaterPaper() {
    var first = DueDates.of(CaseFields.UNKNOWN, READY, DueDates.NONE, CUT);
    assertEquals(
        first, DueDates.of(CaseFields.UNKNOWN, READY, first, CUT.plusSeconds(20 * 24 * 3600)));
  }

  @Test
  void countsFromTheLaterDayWhereRecordsTurnedOutToBeMissing() {
    var first = DueDates.of(CaseFields.UNKNOWN, READY, DueDates.NONE, CUT);
    var without = DueDates.of(CaseFields.UNKNOWN, WAITS, first, CUT);
    var later = CUT.plusSeconds(20 * 24 * 3600);
    assertEquals(
        new DueDates(List.of(due(ClockName.DETERMINATION, "2015-12-31")), Optional.of(later)),
        DueDates.of(CaseFields.UNKNOWN, READY, without, later));
  }

  @Test
  void countsSeventyTwoHoursOfAnExpeditedReview() {
    assertEquals(
        new DueDates(
            List.of(
                new Due(
                    ClockName.DETERMINATION_EXPEDITED,
                    LocalDate.parse("2015-11-14"),
                    Optional.of(Instant.parse("2015-11-15T05:00:00Z")))),
            Optional.of(CUT)),
        DueDates.of(
            assigned(Priority.EXPEDITED, ServiceMethod.MAIL, Optional.empty()),
            READY,
            DueDates.NONE,
            CUT));
  }

  @Test
  void countsDaysWhereTheHourOfReceiptIsUnknown() {
    assertEquals(
        new DueDates(
            List.of(
                due(ClockName.RECORDS_EXPEDITED, "2015-11-03"),
                due(ClockName.DETERMINATION_EXPEDITED, "2015-11-08")),
            Optional.of(CUT)),
        DueDates.of(
            assigned(
                Priority.EXPEDITED,
                ServiceMethod.ELECTRONIC,
                Optional.of(LocalDate.parse("2015-11-05"))),
            READY,
            DueDates.NONE,
            CUT));
  }

  @Test
  void namesTheRecordsDayAndThePracticalEndWhileRecordsAreMissing() {
    assertEquals(
        new DueDates(
            List.of(
                due(ClockName.RECORDS_BY_MAIL, "2015-11-17"),
                due(ClockName.DETERMINATION_LATEST, "2015-12-16"))),
        DueDates.of(
            assigned(Priority.STANDARD, ServiceMethod.MAIL, Optional.empty()),
            WAITS,
            DueDates.NONE,
            CUT));
  }

  @Test
  void runsTheClockOfTheState() {
    var due =
        new DueDates(
            List.of(
                due(ClockName.RECORDS_ELECTRONIC, "2015-11-16"),
                due(ClockName.DETERMINATION, "2015-12-11")));
    assertEquals(
        List.of(
            Optional.of(ClockName.RECORDS_ELECTRONIC),
            Optional.of(ClockName.DETERMINATION),
            Optional.empty(),
            Optional.empty()),
        List.of(
            next(due, CaseState.PENDING_RECORDS),
            next(due, CaseState.PROPOSED),
            next(due, CaseState.ISSUED),
            next(due, CaseState.DEFERRED)));
  }

  @Test
  void startsTheClocksOfAnIssuedDetermination() {
    var before = new DueDates(List.of(due(ClockName.DETERMINATION, "2015-12-11")));
    // A Monday; treatment that was given before, and one that is still to come.
    var issued =
        before.issued(
            List.of(Optional.of(LocalDate.parse("2015-11-02")), Optional.empty()),
            LocalDate.parse("2015-12-07"));
    assertEquals(
        List.of(
            due(ClockName.IMPLEMENT_FUTURE_SERVICE, "2015-12-14"),
            due(ClockName.IMPLEMENT_PAST_SERVICE, "2015-12-28"),
            due(ClockName.APPEAL, "2016-01-06")),
        issued.running(CaseState.ISSUED));
  }

  @Test
  void aDeterminationThatGrantsNothingStartsTheClockOfAppealOnly() {
    assertEquals(
        List.of(due(ClockName.APPEAL, "2016-01-06")),
        DueDates.NONE.issued(List.of(), LocalDate.parse("2015-12-07")).running(CaseState.ISSUED));
  }

  private static final CaseFields STANDARD =
      assigned(Priority.STANDARD, ServiceMethod.MAIL, Optional.empty());

  private static DueDates certified(Readiness readiness, String at) {
    boolean ready = readiness instanceof Readiness.Ready;
    return DueDates.of(STANDARD, readiness, DueDates.NONE, CUT)
        .expedited(STANDARD, ready, Instant.parse(at));
  }

  @Test
  void aCertificationStartsTheHoursOfTheDetermination() {
    var at = Instant.parse("2015-11-20T10:00:00Z");
    assertEquals(
        new DueDates(
            List.of(
                due(ClockName.RECORDS_BY_MAIL, "2015-11-17"),
                Due.at(ClockName.DETERMINATION_EXPEDITED, Instant.parse("2015-11-23T10:00:00Z"))),
            Optional.of(CUT),
            Optional.of(at),
            false),
        certified(READY, at.toString()));
  }

  @Test
  void aCertificationGivesNobodyMoreTime() {
    assertEquals(
        Optional.of(LocalDate.parse("2015-12-11")),
        certified(READY, "2015-12-10T10:00:00Z").determination());
  }

  @Test
  void aCertificationShortensTheTimeOfTheRecordsToADay() {
    assertEquals(
        List.of(Due.at(ClockName.RECORDS_EXPEDITED, Instant.parse("2015-11-13T05:00:00Z"))),
        certified(WAITS, "2015-11-12T05:00:00Z").all());
  }

  @Test
  void theHoursOfALaterRevisionRunFromTheRecordsThatCameAfterTheCertification() {
    var waiting = certified(WAITS, "2015-11-12T05:00:00Z");
    var complete = Instant.parse("2015-11-13T04:00:00Z");
    assertEquals(
        Optional.of(Instant.parse("2015-11-16T04:00:00Z")),
        DueDates.of(STANDARD, READY, waiting, complete).all().getLast().at());
  }

  @Test
  void anExtensionAddsThreeDaysWhateverTheClockCounts() {
    var regular = DueDates.of(STANDARD, READY, DueDates.NONE, CUT).extended(STANDARD, true);
    var hours = certified(READY, "2015-11-20T10:00:00Z").extended(STANDARD, true);
    assertEquals(
        List.of(
            Optional.of(LocalDate.parse("2015-12-14")),
            Optional.of(Instant.parse("2015-11-26T10:00:00Z"))),
        List.of(regular.determination(), hours.all().getLast().at()));
  }

  @Test
  void aDeferredCaseKeepsWhatWasDecidedAboutItsTime() {
    var at = Instant.parse("2015-11-20T10:00:00Z");
    assertEquals(
        new DueDates(List.of(), Optional.empty(), Optional.of(at), false),
        certified(READY, at.toString()).stopped());
  }

  private static Optional<ClockName> next(DueDates due, CaseState state) {
    return due.next(state).map(Due::clock);
  }

  private static Due due(ClockName name, String day) {
    return new Due(name, LocalDate.parse(day), Optional.empty());
  }
}
