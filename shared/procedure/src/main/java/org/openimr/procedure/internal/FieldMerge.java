package org.openimr.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Employee;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.SourcedFields;

/**
 * Puts the fields of a case together: each from the most trusted statement that has it, what others
 * say differently kept as a conflict.
 */
public final class FieldMerge {
  private final List<SourcedFields> statements;
  private final List<FieldConflict> conflicts = new ArrayList<>();

  private FieldMerge(List<SourcedFields> statements) {
    this.statements = statements;
  }

  /** The fields of the case, and what lost against them. */
  public record Merged(CaseFields fields, List<FieldConflict> conflicts) {}

  /**
   * Merges statements.
   *
   * @param statements the most trusted first
   */
  public static Outcome<Merged> of(CaseNumber caseNumber, List<SourcedFields> statements) {
    return new FieldMerge(statements).merge(caseNumber);
  }

  private Outcome<Merged> merge(CaseNumber caseNumber) {
    return DateOrder.settle(dates(), conflicts)
        .then(
            dates -> {
              var items = ItemMerge.of(statements, conflicts);
              var fields = fields(caseNumber, dates, items);
              return Outcome.accepted(new Merged(fields, conflicts.stream().distinct().toList()));
            });
  }

  private CaseFields fields(
      CaseNumber caseNumber,
      Map<String, LocalDate> dates,
      List<org.openimr.casefile.DisputedItem> items) {
    return new CaseFields(
        Optional.of(caseNumber),
        pick("priority", CaseFields::priority),
        date(dates, "dateAssigned"),
        date(dates, "applicationReceived"),
        date(dates, "dateOfInjury"),
        date(dates, "requestDate"),
        date(dates, "urDecisionDate"),
        date(dates, "urServedDate"),
        pick("urServiceMethod", CaseFields::urServiceMethod),
        date(dates, "noticeDate"),
        pick("noticeMethod", CaseFields::noticeMethod),
        date(dates, "recordsReceivedDate"),
        pick("liabilityDisputed", CaseFields::liabilityDisputed),
        pick("claimNumber", CaseFields::claimNumber),
        employee(dates),
        physician(),
        parties(),
        items);
  }

  private Map<String, Said<LocalDate>> dates() {
    var dates = new LinkedHashMap<String, Said<LocalDate>>();
    DateOrder.FIELDS.forEach(
        (name, field) -> first(name, field).ifPresent(said -> dates.put(name, said)));
    return dates;
  }

  private static Optional<LocalDate> date(Map<String, LocalDate> dates, String name) {
    return Optional.ofNullable(dates.get(name));
  }

  private Employee employee(Map<String, LocalDate> dates) {
    return new Employee(
        pick("employee.name", fields -> fields.employee().name()),
        date(dates, "employee.dateOfBirth"),
        pick("employee.age", fields -> fields.employee().age()),
        pick("employee.sex", fields -> fields.employee().sex()),
        pick("employee.represented", fields -> fields.employee().represented()));
  }

  private Optional<Physician> physician() {
    var name =
        pick("requestingPhysician.name", f -> f.requestingPhysician().flatMap(Physician::name));
    var specialty =
        pick(
            "requestingPhysician.specialty",
            f -> f.requestingPhysician().flatMap(Physician::specialty));
    var practice =
        pick(
            "requestingPhysician.practice",
            f -> f.requestingPhysician().flatMap(Physician::practice));
    return name.isEmpty() && specialty.isEmpty() && practice.isEmpty()
        ? Optional.empty()
        : Optional.of(new Physician(name, specialty, practice));
  }

  /** The parties of each role from the most trusted statement that names that role. */
  private List<Party> parties() {
    var byRole = new LinkedHashMap<String, List<Party>>();
    for (SourcedFields said : statements) {
      var here = new LinkedHashMap<String, List<Party>>();
      for (Party party : said.fields().parties()) {
        here.computeIfAbsent(party.role(), role -> new ArrayList<>()).add(party);
      }
      here.forEach(byRole::putIfAbsent);
    }
    return byRole.values().stream().flatMap(List::stream).distinct().toList();
  }

  private <T> Optional<T> pick(String name, Function<CaseFields, Optional<T>> field) {
    return first(name, field).map(Said::value);
  }

  private <T> Optional<Said<T>> first(String name, Function<CaseFields, Optional<T>> field) {
    Optional<Said<T>> taken = Optional.empty();
    for (SourcedFields statement : statements) {
      var value = field.apply(statement.fields());
      if (value.isPresent() && taken.isEmpty()) {
        taken = value.map(v -> new Said<>(v, statement));
      } else if (value.isPresent() && !alike(taken.orElseThrow().value(), value.get())) {
        conflicts.add(
            new FieldConflict(
                name,
                taken.orElseThrow().by().source(),
                statement.source(),
                value.get().toString()));
      }
    }
    return taken;
  }

  /** Whether values say the same: texts but for case, spaces and punctuation. */
  private static boolean alike(Object one, Object other) {
    return one.equals(other)
        || (one instanceof String a && other instanceof String b && plain(a).equals(plain(b)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
