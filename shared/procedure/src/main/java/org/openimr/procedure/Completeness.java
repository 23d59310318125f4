package org.openimr.procedure;

import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DocumentType;

/** What a case file has of what a determination needs. */
public final class Completeness {
  private Completeness() {}

  /** What is missing, in the order of {@link Missing}. */
  public static List<Missing> missing(CaseFile file) {
    var missing = new ArrayList<Missing>();
    var fields = file.fields();
    if (file.documents().stream().noneMatch(Completeness::readableClinicalRecord)) {
      missing.add(Missing.CLINICAL_RECORD);
    }
    if (fields.disputedItems().isEmpty()) {
      missing.add(Missing.DISPUTED_ITEM);
    }
    if (!has(file, DocumentType.UTILIZATION_REVIEW) && fields.urDecisionDate().isEmpty()) {
      missing.add(Missing.UTILIZATION_REVIEW_DECISION);
    }
    if (!has(file, DocumentType.REQUEST_FOR_AUTHORIZATION) && fields.requestDate().isEmpty()) {
      missing.add(Missing.REQUEST_FOR_AUTHORIZATION);
    }
    if (!has(file, DocumentType.APPLICATION) && fields.applicationReceived().isEmpty()) {
      missing.add(Missing.APPLICATION_FORM);
    }
    if (file.documents().stream().anyMatch(document -> !document.unreadablePages().isEmpty())) {
      missing.add(Missing.READABLE_PAGES);
    }
    if (!missing.contains(Missing.CLINICAL_RECORD) && noReportOfSixMonths(file)) {
      missing.add(Missing.REPORTS_OF_SIX_MONTHS);
    }
    return List.copyOf(missing);
  }

  /** Whether a case file can be evaluated. */
  public static Readiness readiness(CaseFile file) {
    var missing = missing(file);
    return missing.stream().anyMatch(Missing::stops)
        ? new Readiness.NeedsRecords(missing)
        : new Readiness.Ready(missing);
  }

  /** Certain only where the window is known and every report has a date before it. */
  private static boolean noReportOfSixMonths(CaseFile file) {
    var since = Checklist.reportsSince(file.fields());
    return since.isPresent()
        && file.documents().stream()
            .filter(Completeness::readableClinicalRecord)
            .allMatch(report -> report.date().filter(since.get()::isAfter).isPresent());
  }

  private static boolean readableClinicalRecord(CaseDocument document) {
    return document.type().clinicalRecord()
        && document.readablePages() > 0
        && !document.text().isBlank();
  }

  private static boolean has(CaseFile file, DocumentType type) {
    return file.documents().stream().anyMatch(document -> document.type() == type);
  }
}
