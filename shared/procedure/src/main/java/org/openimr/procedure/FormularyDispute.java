package org.openimr.procedure;

import java.time.LocalDate;
import java.util.List;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;
import org.openimr.reading.TreatmentReader;

/**
 * Whether a dispute is over drugs prescribed under the drug formulary (8 CCR 9792.27.1, in force
 * from January 1, 2018), for which shorter clocks run (LC 4610.5(h)(1)(A), 4610.6(d)(1)(A)). No
 * field of a case says so: it is read from the date and from the wording of the disputed items.
 */
final class FormularyDispute {
  private static final LocalDate IN_FORCE = LocalDate.of(2018, 1, 1);

  private FormularyDispute() {}

  /** Loaded at the first dispute of that time: most starts of a function need no vocabulary. */
  private static final class Vocabulary {
    static final TreatmentReader READER = new TreatmentReader();
  }

  /** Whether some item is such a drug: then the shorter clock is the one not to miss. */
  static boolean overSomeDrug(CaseFields fields) {
    return applies(fields) && items(fields).stream().anyMatch(FormularyDispute::isDrug);
  }

  /** Whether every item is such a drug: only then is nobody late who is not. */
  static boolean overDrugsOnly(CaseFields fields) {
    return applies(fields)
        && !items(fields).isEmpty()
        && items(fields).stream().allMatch(FormularyDispute::isDrug);
  }

  private static boolean applies(CaseFields fields) {
    return fields
        .requestDate()
        .or(fields::urDecisionDate)
        .filter(day -> !day.isBefore(IN_FORCE))
        .isPresent();
  }

  private static List<DisputedItem> items(CaseFields fields) {
    return fields.disputedItems();
  }

  private static boolean isDrug(DisputedItem item) {
    return Vocabulary.READER.read(item.description()).drug().isPresent();
  }
}
