package org.openimr.reading;

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
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.reading.internal.papers.CasePapers;

/**
 * A published determination as the case that its reviewer had before deciding: its only record is
 * the clinical case summary (design section 3.4). Decision, reviewer's guideline and rationale are
 * never read here. Safe for threads.
 */
public final class BlindCase {
  /**
   * Stands in for a case number that the letter does not carry, as where its header was stripped.
   * No case has it: review began in 2013.
   */
  public static final CaseNumber UNNUMBERED = new CaseNumber("CM00-0000000");

  /** Id of the one document. */
  public static final String SUMMARY_ID = "clinical-summary";

  private final CasePapers papers = new CasePapers();

  /** The case that a letter decided, without what was decided. */
  public CaseFile of(PublishedDetermination letter) {
    var summary =
        new CaseDocument(
            SUMMARY_ID,
            DocumentType.CLINICAL_SUMMARY,
            Optional.empty(),
            letter.clinicalSummary(),
            new TreeSet<>());
    return new CaseFile(
        letter.caseNumber().orElse(UNNUMBERED),
        fields(letter, summary),
        List.of(summary),
        Map.of(),
        List.of());
  }

  private CaseFields fields(PublishedDetermination letter, CaseDocument summary) {
    CaseFields told = papers.told(summary);
    return new CaseFields(
        letter.caseNumber(),
        letter.priority(),
        letter.dateAssigned(),
        letter.applicationReceived(),
        letter.dateOfInjury().or(told::dateOfInjury),
        Optional.empty(),
        letter.urDenialDate().or(() -> papers.reviewDate(summary.text())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Employee(
            Optional.empty(),
            Optional.empty(),
            told.employee().age(),
            told.employee().sex(),
            Optional.empty()),
        Optional.empty(),
        List.of(),
        letter.items().stream().map(BlindCase::item).toList());
  }

  /**
   * The item as its whole heading has it: that a service depends on another or was given already,
   * and which part of the request was authorized, belongs to the request.
   */
  private static DisputedItem item(PublishedDetermination.Item item) {
    Optional<UtilizationDecision> decided =
        item.authorized().map(a -> UtilizationDecision.MODIFIED);
    return new DisputedItem(
        item.heading(),
        decided,
        item.claimsAdministratorGuidelines(),
        Optional.empty(),
        Optional.empty());
  }
}
