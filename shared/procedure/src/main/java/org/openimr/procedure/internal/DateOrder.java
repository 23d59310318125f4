package org.openimr.procedure.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Code;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.Outcome;

/**
 * The order that the dates of a case must have (domain brief, parts 1.2 to 1.5). A paper that
 * contradicts itself is refused; where two papers contradict each other, the less trusted date is
 * set aside and the case goes on without it.
 */
final class DateOrder {
  /** Every date of a case by its name, in the order of the procedure. */
  static final Map<String, Function<CaseFields, Optional<LocalDate>>> FIELDS = fields();

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("employee.dateOfBirth", "dateOfInjury"),
          new Pair("dateOfInjury", "requestDate"),
          new Pair("dateOfInjury", "urDecisionDate"),
          new Pair("dateOfInjury", "applicationReceived"),
          new Pair("requestDate", "urDecisionDate"),
          new Pair("requestDate", "applicationReceived"),
          new Pair("urDecisionDate", "urServedDate"),
          new Pair("urDecisionDate", "applicationReceived"),
          new Pair("applicationReceived", "dateAssigned"),
          new Pair("applicationReceived", "noticeDate"));

  private DateOrder() {}

  /** {@code before} may not be later than {@code after}. */
  private record Pair(String before, String after) {}

  /** The dates that can stand together; those set aside join the conflicts. */
  static Outcome<Map<String, LocalDate>> settle(
      Map<String, Said<LocalDate>> said, List<FieldConflict> conflicts) {
    var left = new LinkedHashMap<>(said);
    for (Pair pair : PAIRS) {
      var before = left.get(pair.before);
      var after = left.get(pair.after);
      if (before == null || after == null || !before.value().isAfter(after.value())) {
        continue;
      }
      if (before.by().equals(after.by())) {
        return Outcome.rejected(Code.IMPOSSIBLE_DATES, detail(pair));
      }
      boolean dropAfter = lessTrusted(after, before);
      var taken = dropAfter ? before : after;
      var lost = dropAfter ? after : before;
      String name = dropAfter ? pair.after : pair.before;
      left.remove(name);
      conflicts.add(
          new FieldConflict(
              name, taken.by().source(), lost.by().source(), lost.value().toString()));
    }
    var dates = new TreeMap<String, LocalDate>();
    left.forEach((name, date) -> dates.put(name, date.value()));
    return Outcome.accepted(dates);
  }

  private static boolean lessTrusted(Said<LocalDate> one, Said<LocalDate> other) {
    int bySource = one.by().source().compareTo(other.by().source());
    return bySource > 0 || (bySource == 0 && one.by().hash().compareTo(other.by().hash()) >= 0);
  }

  private static String detail(Pair pair) {
    return pair.after
        + " is before "
        + pair.before
        + " in the same paper, which cannot be. Correct the wrong date and upload the file again.";
  }

  private static Map<String, Function<CaseFields, Optional<LocalDate>>> fields() {
    var fields = new LinkedHashMap<String, Function<CaseFields, Optional<LocalDate>>>();
    fields.put("employee.dateOfBirth", from -> from.employee().dateOfBirth());
    fields.put("dateOfInjury", CaseFields::dateOfInjury);
    fields.put("requestDate", CaseFields::requestDate);
    fields.put("urDecisionDate", CaseFields::urDecisionDate);
    fields.put("urServedDate", CaseFields::urServedDate);
    fields.put("applicationReceived", CaseFields::applicationReceived);
    fields.put("dateAssigned", CaseFields::dateAssigned);
    fields.put("noticeDate", CaseFields::noticeDate);
    fields.put("recordsReceivedDate", CaseFields::recordsReceivedDate);
    return Collections.unmodifiableMap(fields);
  }
}
