package org.openimr.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The time in which claims administrator, worker and physician send their papers (8 CCR
 * 9792.10.5(a) to (c)), and what a delay costs the claims administrator by the schedule.
 *
 * @param due when it ends
 * @param expedited whether the review is an expedited one, for which no time of day is too late
 */
public record RecordsClock(Due due, boolean expedited) {
  /** The clock of a case; empty while notice and service are not known. */
  public static Optional<RecordsClock> of(DueDates dates) {
    return dates
        .recordsDue()
        .map(due -> new RecordsClock(due, due.clock() == ClockName.RECORDS_EXPEDITED));
  }

  /** Whether what came electronically at a time came too late. */
  public boolean isLate(Instant came) {
    return due.at().isPresent() ? due.isPast(came) : received(came).isAfter(due.day());
  }

  /**
   * What the schedule allows for the delay, in dollars; 0 in time.
   *
   * @param came when the records were complete; now, while they are not
   */
  public int penalty(Instant came) {
    return isLate(came) ? LatePenalty.LATE_RECORDS.dollars(due.day(), received(came)) : 0;
  }

  private LocalDate received(Instant came) {
    return Receipts.by(HolidayCalendar.inUse()).day(Receipts.How.ELECTRONIC, came, expedited);
  }
}
