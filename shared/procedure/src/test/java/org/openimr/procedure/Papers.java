package org.openimr.procedure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.UtilizationDecision;

/** Papers of an invented case. */
final class Papers {
  static final CaseNumber CASE = new CaseNumber("CM15-0000001");

  private Papers() {}

  static CaseDocument paper(String id, DocumentType type, String date, String text) {
    return new CaseDocument(id, type, Optional.of(LocalDate.parse(date)), text, new TreeSet<>());
  }

  /** An upload of one paper with what it says. */
  static CaseUpload upload(FieldSource source, CaseFields fields, CaseDocument paper) {
    return upload(paper.id(), source, fields, paper);
  }

  static CaseUpload upload(
      String name, FieldSource source, CaseFields fields, CaseDocument... papers) {
    String hash = ContentHash.of(papers.length == 1 ? papers[0].text() : name);
    return new CaseUpload(
        ContentHash.of(name),
        Optional.of(CASE),
        List.of(new SourcedFields(source, hash, fields)),
        List.of(papers));
  }

  static CaseFields worker(String name, String born) {
    return worker(Optional.of(name), Optional.of(LocalDate.parse(born)), Optional.empty());
  }

  static CaseFields worker(
      Optional<String> name, Optional<LocalDate> born, Optional<String> claim) {
    var employee = new Employee(name, born, Optional.empty(), Optional.empty(), Optional.empty());
    return with(employee, Optional.empty(), Optional.empty(), claim);
  }

  static CaseFields dates(Optional<String> injury, Optional<String> decision) {
    return fields(
        Employee.UNKNOWN, injury.map(LocalDate::parse), decision.map(LocalDate::parse), List.of());
  }

  static CaseFields items(DisputedItem... items) {
    return fields(Employee.UNKNOWN, Optional.empty(), Optional.empty(), List.of(items));
  }

  static CaseFields requested(Optional<LocalDate> date) {
    return with(Employee.UNKNOWN, date, Optional.empty(), Optional.empty());
  }

  static CaseFields liability(Optional<Boolean> disputed) {
    return with(Employee.UNKNOWN, Optional.empty(), disputed, Optional.empty());
  }

  /** A case that was assigned on 2015-11-01 with a notice of 2015-11-02. */
  static CaseFields assigned(
      Priority priority, ServiceMethod notice, Optional<LocalDate> recordsReceived) {
    return new CaseFields(
        Optional.empty(),
        Optional.of(priority),
        Optional.of(LocalDate.parse("2015-11-01")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse("2015-11-02")),
        Optional.of(notice),
        recordsReceived,
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of());
  }

  static CaseFields fields(
      Employee employee,
      Optional<LocalDate> injury,
      Optional<LocalDate> decision,
      List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.of(Priority.STANDARD),
        Optional.empty(),
        Optional.empty(),
        injury,
        Optional.empty(),
        decision,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        employee,
        Optional.empty(),
        List.of(),
        items);
  }

  static CaseFields claimed(
      Optional<String> claim, Optional<LocalDate> decision, List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        decision,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        claim,
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        items);
  }

  private static CaseFields with(
      Employee employee,
      Optional<LocalDate> requested,
      Optional<Boolean> liability,
      Optional<String> claim) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        requested,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        liability,
        claim,
        employee,
        Optional.empty(),
        List.of(),
        List.of());
  }

  static DisputedItem decided(String description, UtilizationDecision decision, long certified) {
    return new DisputedItem(
        description,
        Optional.of(decision),
        List.of("MTUS " + certified),
        Optional.of(BigDecimal.valueOf(certified)),
        Optional.empty());
  }
}
