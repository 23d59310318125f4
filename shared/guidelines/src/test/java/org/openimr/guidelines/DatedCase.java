package org.openimr.guidelines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Physician;

/**
 * Case files of which only three days and who asked are known.
 *
 * @param request day of the request for authorization
 * @param review day of the utilization review decision
 */
record DatedCase(
    LocalDate injury, LocalDate request, LocalDate review, Optional<Physician> physician) {
  DatedCase(LocalDate injury, LocalDate request, LocalDate review) {
    this(injury, request, review, Optional.empty());
  }

  static CaseDocument paper(String id, DocumentType type, LocalDate date, String text) {
    return new CaseDocument(id, type, Optional.of(date), text + "\n", new TreeSet<>());
  }

  CaseFile file(List<DisputedItem> items, List<CaseDocument> papers) {
    return new CaseFile(new CaseNumber("CM16-0000001"), fields(items), papers, Map.of(), List.of());
  }

  private CaseFields fields(List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(injury),
        Optional.of(request),
        Optional.of(review),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        physician,
        List.of(),
        items);
  }
}
