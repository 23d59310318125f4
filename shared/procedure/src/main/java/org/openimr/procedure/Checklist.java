package org.openimr.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;

/**
 * What a case has of a complete case file, and by when the rest is due (domain brief, part 1.5).
 */
public final class Checklist {
  private Checklist() {}

  /** The checklist of a case file, in the order of {@link RequiredDocument}. */
  public static List<Requirement> of(CaseFile file, DueDates due) {
    return Arrays.stream(RequiredDocument.values())
        .map(what -> requirement(what, file, due.records()))
        .toList();
  }

  /**
   * The first day of the reports that a complete case file has: six months before the request;
   * where its date is unknown, before the utilization review decision, which came after it.
   */
  static Optional<LocalDate> reportsSince(CaseFields fields) {
    return fields
        .requestDate()
        .or(fields::urDecisionDate)
        .map(day -> Clocks.before(ClockName.REPORTS_BEFORE_REQUEST, day));
  }

  private static Requirement requirement(
      RequiredDocument what, CaseFile file, Optional<LocalDate> by) {
    var since =
        what == RequiredDocument.D1_REPORTS
            ? reportsSince(file.fields())
            : Optional.<LocalDate>empty();
    var meeting = new ArrayList<String>();
    var beside = new ArrayList<String>();
    for (CaseDocument document : file.documents()) {
      if (what.types().contains(document.type()) && document.readablePages() > 0) {
        (falls(document, since) ? meeting : beside).add(document.id());
      }
    }
    return new Requirement(what, standing(what, file, meeting), meeting, beside, since, by);
  }

  private static boolean falls(CaseDocument document, Optional<LocalDate> since) {
    return since.isEmpty()
        || document.date().filter(date -> !date.isBefore(since.get())).isPresent();
  }

  private static Requirement.Standing standing(
      RequiredDocument what, CaseFile file, List<String> meeting) {
    if (!meeting.isEmpty()) {
      return Requirement.Standing.FOUND;
    }
    if (!what.always()) {
      return Requirement.Standing.IF_ANY;
    }
    return told(what, file.fields()) ? Requirement.Standing.TOLD : Requirement.Standing.MISSING;
  }

  private static boolean told(RequiredDocument what, CaseFields fields) {
    return switch (what) {
      case D2_APPLICATION -> fields.applicationReceived().isPresent();
      case D7_UR_DECISION -> fields.urDecisionDate().isPresent();
      case D8_REQUEST -> fields.requestDate().isPresent();
      case D1_REPORTS, D3_TOLD_EMPLOYEE, D4_SUPPORT, D5_USED, D6_RESPONSE -> false;
    };
  }
}
