package org.openimr.guidelines.internal;

import java.math.BigDecimal;
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
import org.openimr.casefile.Drug;
import org.openimr.casefile.Employee;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Region;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;
import org.openimr.casefile.UtilizationDecision;

/**
 * A case with an injury of 2009 and two items, massage and an opioid.
 *
 * @param review day of the utilization review decision
 * @param assigned day of assignment to independent review
 */
record SampleCase(LocalDate review, LocalDate assigned) {
  static final String OPIOID = "Hydrocodone/Acetaminophen 10mg Qty 120";

  static SampleCase between(int year, int month, int day, int toYear, int toMonth, int toDay) {
    return new SampleCase(LocalDate.of(year, month, day), LocalDate.of(toYear, toMonth, toDay));
  }

  ItemEvaluation massage(ItemJudge judge, int visits, FakeRecord record) {
    String description = "Massage therapy to cervical spine (sessions) Qty " + visits;
    var item =
        new DisputedItem(
            description,
            Optional.of(UtilizationDecision.DENIED),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return judge(judge, item, massage(visits), record);
  }

  ItemEvaluation opioid(ItemJudge judge, FakeRecord record) {
    var item =
        new DisputedItem(
            OPIOID,
            Optional.of(UtilizationDecision.MODIFIED),
            List.of(),
            Optional.of(BigDecimal.valueOf(108)),
            Optional.empty());
    return judge(judge, item, opioid(), record);
  }

  ItemEvaluation judge(
      ItemJudge judge, DisputedItem item, TreatmentRequest request, FakeRecord record) {
    return judge.judge(new Matter(1, item, request, Parent.NONE, file(), record, List.of()));
  }

  private static TreatmentRequest massage(int visits) {
    return request(
        TreatmentCategory.MASSAGE,
        List.of("massage"),
        Optional.empty(),
        RequestedQuantity.of(visits, Unit.VISIT));
  }

  static TreatmentRequest opioid() {
    var drug =
        new Drug(
            List.of("hydrocodone", "acetaminophen"),
            Optional.empty(),
            List.of(BigDecimal.TEN),
            Optional.empty());
    return request(
        TreatmentCategory.OPIOID,
        List.of("hydrocodone"),
        Optional.of(drug),
        RequestedQuantity.of(120, Unit.TABLET));
  }

  private static TreatmentRequest request(
      TreatmentCategory category,
      List<String> topics,
      Optional<Drug> drug,
      RequestedQuantity quantity) {
    return new TreatmentRequest(
        category,
        topics,
        List.of(Region.CERVICAL_SPINE),
        Optional.empty(),
        List.of(),
        drug,
        Optional.of(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private CaseFile file() {
    var request =
        new CaseDocument(
            "rfa",
            DocumentType.REQUEST_FOR_AUTHORIZATION,
            Optional.of(review.minusDays(7)),
            "Requested:\n1. Massage therapy to cervical spine (sessions)\n   Qty 6\n",
            new TreeSet<>());
    return new CaseFile(
        new CaseNumber("CM15-0212345"), fields(), List.of(request), Map.of(), List.of());
  }

  private CaseFields fields() {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.of(assigned),
        Optional.empty(),
        Optional.of(LocalDate.of(2009, 5, 1)),
        Optional.empty(),
        Optional.of(review),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
