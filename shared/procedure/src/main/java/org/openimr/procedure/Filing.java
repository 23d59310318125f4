package org.openimr.procedure;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.ServiceMethod;

/**
 * An application that came, or may have come, after its last day (LC 4610.5(h)). The shorter time
 * of formulary drugs was not held against its source, so what is late only by it is never certain.
 * Even what is certain by its dates may be in time: the clock does not start before the required
 * form was given (LC 4610.5(h)(3)), or while liability is disputed (LC 4610.5(h)(2)).
 *
 * @param received when the application came
 * @param last the last day; where the way of service is not known, the later one of service by mail
 * @param certain whether date and way of service are known, or do not matter
 * @param served whether the date of service is known
 */
record Filing(LocalDate received, Due last, boolean certain, boolean served) {
  private static final Clocks CLOCKS = Clocks.inUse();

  /** A late application; empty where it is in time, or a date is unknown. */
  static Optional<Filing> of(CaseFields fields, FilingPolicy policy) {
    return fields
        .applicationReceived()
        .flatMap(
            received ->
                fields
                    .urServedDate()
                    .or(fields::urDecisionDate)
                    .flatMap(start -> late(fields, policy, received, start)));
  }

  private static Optional<Filing> late(
      CaseFields fields, FilingPolicy policy, LocalDate received, LocalDate start) {
    boolean served = fields.urServedDate().isPresent();
    var method = fields.urServiceMethod();
    boolean byMail = method.filter(ServiceMethod.MAIL::equals).isPresent();
    boolean drugs = FormularyDispute.overDrugsOnly(fields);
    var limit = drugs ? ClockName.FILING_FORMULARY : ClockName.FILING;
    var last = policy.deadline(CLOCKS, limit, start, byMail);
    var latest = policy.deadline(CLOCKS, limit, start, true);
    boolean inTimeOtherwise =
        drugs && !received.isAfter(policy.deadline(CLOCKS, ClockName.FILING, start, true).day());
    boolean certain =
        served && !inTimeOtherwise && (method.isPresent() || received.isAfter(latest.day()));
    return received.isAfter(last.day())
        ? Optional.of(new Filing(received, method.isPresent() ? last : latest, certain, served))
        : Optional.empty();
  }

  /** What was found. */
  String sentence() {
    String from = served ? "service" : "the date of the decision, since service is not known";
    return "The application came on "
        + received
        + "; counted from "
        + from
        + ", its last day was "
        + last.day()
        + (certain ? "." : " at the latest.");
  }
}
