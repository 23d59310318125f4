package org.openimr.procedure;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;

/**
 * What comes due in a case, in calendar days: what the dates at hand allow, and nothing else.
 * Clocks in hours and in working days, and holidays, are not reckoned.
 *
 * @param records when the records are due: 15 days after a notice by mail, 12 after an electronic
 *     one (8 CCR 9792.10.5(a)(1)); empty for an expedited review, whose 24 hours run from receipt
 * @param determination when the determination is due: 30 days after the records were complete, 3
 *     for an expedited review (LC 4610.6(d))
 */
public record DueDates(Optional<LocalDate> records, Optional<LocalDate> determination) {
  private static final int RECORDS_BY_MAIL_DAYS = 15;
  private static final int RECORDS_ELECTRONIC_DAYS = 12;
  private static final int REGULAR_DAYS = 30;
  private static final int EXPEDITED_DAYS = 3;

  /**
   * The due dates of a revision.
   *
   * @param cut the day on which the revision was cut: a ready one that does not say when its
   *     records were complete has them since that day
   */
  public static DueDates of(CaseFields fields, Readiness readiness, LocalDate cut) {
    boolean expedited = fields.priority().filter(Priority.EXPEDITED::equals).isPresent();
    Optional<LocalDate> complete =
        switch (readiness) {
          case Readiness.Ready ready -> fields.recordsReceivedDate().or(() -> Optional.of(cut));
          case Readiness.NeedsRecords needs -> Optional.empty();
        };
    return new DueDates(
        expedited ? Optional.empty() : records(fields),
        complete.map(day -> day.plusDays(expedited ? EXPEDITED_DAYS : REGULAR_DAYS)));
  }

  /** The next of the two. */
  public Optional<LocalDate> next() {
    return determination.or(() -> records);
  }

  private static Optional<LocalDate> records(CaseFields fields) {
    return fields
        .noticeDate()
        .flatMap(
            notice ->
                fields
                    .noticeMethod()
                    .filter(method -> method != ServiceMethod.PERSONAL)
                    .map(
                        method ->
                            notice.plusDays(
                                method == ServiceMethod.MAIL
                                    ? RECORDS_BY_MAIL_DAYS
                                    : RECORDS_ELECTRONIC_DAYS)));
  }
}
