package org.openimr.guidelines.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.TreatmentRequest;

/** Which of a case's own dates a rule goes by; none of them is today's. */
final class CaseDates {
  private final CaseFile file;
  private final CaseFields fields;
  private final DisputedItem item;
  private final boolean retrospective;

  CaseDates(CaseFile file, DisputedItem item, TreatmentRequest request) {
    this.file = file;
    this.fields = file.fields();
    this.item = item;
    this.retrospective = request.retrospective();
  }

  /** From the injury to the request, else to the utilization review decision. */
  Optional<Long> daysSinceInjury() {
    return fields
        .dateOfInjury()
        .flatMap(injury -> requested().map(day -> ChronoUnit.DAYS.between(injury, day)))
        .filter(days -> days >= 0);
  }

  /** The day of the request, else of the decision under review; of a service, its own day. */
  Optional<LocalDate> requested() {
    return service().or(fields::requestDate).or(fields::urDecisionDate);
  }

  /** The last day whose records count: what the decision under review could have seen. */
  Optional<LocalDate> lastRecord() {
    return service().or(fields::urDecisionDate).or(fields::requestDate);
  }

  /** The edition that a policy chooses; empty where the case has no date at all. */
  Optional<Edition> edition(EditionPolicy policy) {
    var review =
        fields
            .urDecisionDate()
            .or(fields::requestDate)
            .or(fields::applicationReceived)
            .or(fields::dateAssigned)
            .or(this::latestPaper);
    var day =
        switch (policy) {
          case UR_DATE -> review;
          case IMR_DATE -> fields.dateAssigned().or(fields::applicationReceived).or(() -> review);
          case SERVICE_DATE -> item.serviceDate().or(() -> review);
        };
    return day.map(Edition::on);
  }

  private Optional<LocalDate> latestPaper() {
    return file.documents().stream()
        .flatMap(document -> document.date().stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> service() {
    return item.serviceDate().filter(date -> retrospective);
  }
}
