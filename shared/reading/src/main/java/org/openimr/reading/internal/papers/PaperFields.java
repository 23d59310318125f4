package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;

/** The labelled fields of one paper. */
final class PaperFields {
  /** Reads the fields of papers. Immutable. */
  static final class Reader {
    private final Cues cues;
    private final WorkerProse prose;
    private final LabelReader<Label> labels = new LabelReader<>();

    Reader(Cues cues, WorkerProse prose) {
      this.cues = cues;
      this.prose = prose;
      for (Label label : Label.values()) {
        labels.add(label, cues.section(label.name()));
      }
    }

    /**
     * The labelled fields.
     *
     * @param strict whether a labelled date that is not in the calendar is refused: in the papers
     *     that start and answer a review it is; in a record it is no date
     */
    Outcome<PaperFields> read(List<TextLine> lines, boolean strict) {
      var fields = new PaperFields(cues, prose, lines);
      for (LabelReader.Labelled<Label> labelled : labels.read(lines)) {
        if (!labelled.value().isEmpty()) {
          key(labelled, lines).ifPresent(k -> fields.values.putIfAbsent(k, labelled.value()));
        }
      }
      return strict && fields.invalidDate().isPresent()
          ? Outcome.rejected(
              Code.INVALID_DATE,
              "The date beside \"%s\" is not in the calendar. Correct it and upload the file again."
                  .formatted(name(fields.invalidDate().get())))
          : Outcome.accepted(fields);
    }

    /** What a label stands for: a bare "Name:" is of whom the part of the form is about. */
    private Optional<Label> key(LabelReader.Labelled<Label> labelled, List<TextLine> lines) {
      if (!labelled.label().equals(BARE_NAME)) {
        return Optional.of(labelled.key());
      }
      int last = Math.max(0, labelled.line() - LINES_OF_PART);
      for (int at = labelled.line() - 1; at >= last; at--) {
        String line = lines.get(at).text();
        String heading = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        for (Label whose : List.of(Label.EMPLOYEE_NAME, Label.PHYSICIAN)) {
          if (Cues.is(heading, cues.section("part-" + whose.name()))) {
            return Optional.of(whose);
          }
        }
        if (Cues.is(heading, cues.section("part-other"))) {
          return Optional.empty();
        }
      }
      return Optional.of(labelled.key());
    }

    private static String name(Label label) {
      return label.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static final String BARE_NAME = "name";

  /** A part of a form has no more lines. */
  private static final int LINES_OF_PART = 12;

  private static final List<Label> DATES =
      List.of(
          Label.DATE_ASSIGNED,
          Label.APPLICATION_RECEIVED,
          Label.DATE_OF_INJURY,
          Label.REQUEST_DATE,
          Label.UR_DECISION_DATE,
          Label.DATE_OF_BIRTH);

  private final Cues cues;
  private final WorkerProse prose;
  private final List<TextLine> lines;
  private final Map<Label, String> values = new EnumMap<>(Label.class);

  private PaperFields(Cues cues, WorkerProse prose, List<TextLine> lines) {
    this.cues = cues;
    this.prose = prose;
    this.lines = lines;
  }

  /** All fields of an application (DWC Form IMR). */
  CaseFields application(List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        priority(),
        date(Label.DATE_ASSIGNED),
        date(Label.APPLICATION_RECEIVED),
        date(Label.DATE_OF_INJURY),
        date(Label.REQUEST_DATE),
        date(Label.UR_DECISION_DATE),
        date(Label.UR_SERVED_DATE),
        serviceMethod(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        liability(),
        name(Label.CLAIM_NUMBER),
        employee(),
        physician(),
        parties(),
        items);
  }

  /** The fields of a utilization review decision. */
  CaseFields review(Optional<LocalDate> dated, List<DisputedItem> items) {
    Optional<LocalDate> decided = date(Label.UR_DECISION_DATE).or(() -> dated);
    return new CaseFields(
        Optional.empty(),
        priority(),
        Optional.empty(),
        Optional.empty(),
        date(Label.DATE_OF_INJURY),
        date(Label.REQUEST_DATE),
        decided,
        date(Label.UR_SERVED_DATE),
        serviceMethod(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        name(Label.CLAIM_NUMBER),
        employee(),
        physician(),
        List.of(),
        items);
  }

  /** The fields of a request for authorization. */
  CaseFields request(Optional<LocalDate> dated, List<DisputedItem> items) {
    return common(date(Label.REQUEST_DATE).or(() -> dated), employee(), physician(), items);
  }

  /** The fields of a clinical record. */
  CaseFields record(String text) {
    Employee labelled = employee();
    var employee =
        new Employee(
            labelled.name(),
            labelled.dateOfBirth(),
            labelled.age().or(() -> prose.age(text)),
            labelled.sex().or(() -> prose.sex(text)),
            Optional.empty());
    CaseFields fields = common(Optional.empty(), employee, Optional.empty(), List.of());
    return fields.dateOfInjury().isPresent()
        ? fields
        : CaseFieldsCopy.withDateOfInjury(fields, prose.dateOfInjury(text));
  }

  private CaseFields common(
      Optional<LocalDate> requested,
      Employee employee,
      Optional<Physician> physician,
      List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        date(Label.DATE_OF_INJURY),
        requested,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        name(Label.CLAIM_NUMBER),
        employee,
        physician,
        List.of(),
        items);
  }

  private Optional<Label> invalidDate() {
    return DATES.stream()
        .filter(
            label ->
                value(label)
                    .flatMap(WrittenDate::first)
                    .filter(date -> date.date().isEmpty())
                    .isPresent())
        .findFirst();
  }

  private Optional<String> value(Label label) {
    return Optional.ofNullable(values.get(label));
  }

  private Optional<String> name(Label label) {
    return value(label).filter(Predicate.not(this::noOne));
  }

  private boolean noOne(String value) {
    return Cues.is(value, cues.section("no-one"));
  }

  private Optional<LocalDate> date(Label label) {
    return value(label).flatMap(WrittenDate::first).flatMap(WrittenDate::date);
  }

  private Optional<Priority> priority() {
    return value(Label.PRIORITY)
        .map(CheckBoxes::checked)
        .filter(Predicate.not(String::isEmpty))
        .map(v -> v.regionMatches(true, 0, "exp", 0, 3) ? Priority.EXPEDITED : Priority.STANDARD);
  }

  private Optional<ServiceMethod> serviceMethod() {
    return value(Label.UR_SERVICE_METHOD)
        .or(() -> value(Label.UR_SERVED_DATE))
        .flatMap(this::serviceMethod);
  }

  private Optional<ServiceMethod> serviceMethod(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    // "E-mail" holds "mail": the electronic words are looked for first.
    for (ServiceMethod method :
        List.of(ServiceMethod.ELECTRONIC, ServiceMethod.PERSONAL, ServiceMethod.MAIL)) {
      if (cues.section("served-" + method.name()).stream().anyMatch(lower::contains)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** The answer stands after the question, which may take several lines. */
  private Optional<Boolean> liability() {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().contains(cues.only("liability"))) {
        var question = new StringBuilder();
        for (TextLine line : lines.subList(i, Math.min(i + 4, lines.size()))) {
          question.append(line.text()).append(' ');
        }
        int end = question.indexOf("?");
        String answer = end < 0 ? "" : CheckBoxes.checked(question.substring(end + 1).strip());
        if (answer.regionMatches(true, 0, "yes", 0, 3)) {
          return Optional.of(true);
        }
        return answer.regionMatches(true, 0, "no", 0, 2) ? Optional.of(false) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Employee employee() {
    return new Employee(
        name(Label.EMPLOYEE_NAME),
        date(Label.DATE_OF_BIRTH),
        value(Label.AGE).flatMap(PaperFields::years),
        value(Label.SEX).flatMap(prose::sexOf),
        value(Label.ATTORNEY).map(Predicate.not(this::noOne)::test));
  }

  private static Optional<Integer> years(String value) {
    String digits = value.split("\\D", 2)[0];
    boolean plausible = !digits.isEmpty() && digits.length() <= 3;
    return plausible ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private Optional<Physician> physician() {
    Optional<String> name = name(Label.PHYSICIAN);
    Optional<String> specialty = name(Label.SPECIALTY);
    Optional<String> practice = name(Label.PRACTICE);
    return name.isEmpty() && specialty.isEmpty() && practice.isEmpty()
        ? Optional.empty()
        : Optional.of(new Physician(name, specialty, practice));
  }

  private List<Party> parties() {
    var parties = new ArrayList<Party>();
    for (Label role :
        List.of(Label.ATTORNEY, Label.EMPLOYER, Label.CLAIMS_ADMINISTRATOR, Label.ADJUSTER)) {
      name(role).ifPresent(name -> parties.add(new Party(role.name(), name)));
    }
    return List.copyOf(parties);
  }
}
