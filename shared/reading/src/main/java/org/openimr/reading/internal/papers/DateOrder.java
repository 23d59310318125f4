package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Code;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;

/** Refuses dates in an order that cannot be (domain brief 3.3). */
public final class DateOrder {
  private record Dated(String name, LocalDate date) {}

  private DateOrder() {}

  /** The fields unchanged, unless one source has a date before one that must precede it. */
  public static Outcome<List<SourcedFields>> checked(List<SourcedFields> sources) {
    for (SourcedFields source : sources) {
      // A slip in one record is a conflict for the revision to settle, not a refusal.
      boolean record = source.source() == FieldSource.RECORDS;
      List<Dated> dates = record ? List.of() : inOrder(source.fields());
      for (int i = 1; i < dates.size(); i++) {
        if (dates.get(i - 1).date().isAfter(dates.get(i).date())) {
          return Outcome.rejected(
              Code.IMPOSSIBLE_DATES,
              "The %s is later than the %s. Correct the dates and upload the file again."
                  .formatted(dates.get(i - 1).name(), dates.get(i).name()));
        }
      }
    }
    return Outcome.accepted(sources);
  }

  private static List<Dated> inOrder(CaseFields fields) {
    var dates = new ArrayList<Dated>();
    add(dates, "date of birth", fields.employee().dateOfBirth());
    add(dates, "date of injury", fields.dateOfInjury());
    add(dates, "date of the request for authorization", fields.requestDate());
    add(dates, "date of the utilization review decision", fields.urDecisionDate());
    add(dates, "date when the application was received", fields.applicationReceived());
    add(dates, "date assigned", fields.dateAssigned());
    return dates;
  }

  private static void add(List<Dated> dates, String name, Optional<LocalDate> date) {
    date.ifPresent(d -> dates.add(new Dated(name, d)));
  }
}
