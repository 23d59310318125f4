package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Sex;

/** Copies of a case's fields with one of them replaced. */
final class CaseFieldsCopy {
  private CaseFieldsCopy() {}

  static CaseFields withItems(CaseFields fields, List<DisputedItem> items) {
    return copy(fields, fields.dateOfInjury(), fields.employee(), items);
  }

  static CaseFields withDateOfInjury(CaseFields fields, Optional<LocalDate> date) {
    return copy(fields, date, fields.employee(), fields.disputedItems());
  }

  static CaseFields withWorker(CaseFields fields, Optional<Integer> age, Optional<Sex> sex) {
    var employee =
        new Employee(
            fields.employee().name(),
            fields.employee().dateOfBirth(),
            age,
            sex,
            fields.employee().represented());
    return copy(fields, fields.dateOfInjury(), employee, fields.disputedItems());
  }

  private static CaseFields copy(
      CaseFields fields,
      Optional<LocalDate> dateOfInjury,
      Employee employee,
      List<DisputedItem> items) {
    return new CaseFields(
        fields.caseNumber(),
        fields.priority(),
        fields.dateAssigned(),
        fields.applicationReceived(),
        dateOfInjury,
        fields.requestDate(),
        fields.urDecisionDate(),
        fields.urServedDate(),
        fields.urServiceMethod(),
        fields.noticeDate(),
        fields.noticeMethod(),
        fields.recordsReceivedDate(),
        fields.liabilityDisputed(),
        fields.claimNumber(),
        employee,
        fields.requestingPhysician(),
        fields.parties(),
        items);
  }
}
