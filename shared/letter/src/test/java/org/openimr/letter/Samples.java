package org.openimr.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.Flag;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Priority;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.casefile.SearchStep;
import org.openimr.casefile.SummarySentence;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;
import org.openimr.casefile.UtilizationDecision;

/** A case with an item overturned, one upheld and one undetermined, written for these tests. */
final class Samples {
  static final Instant CUT_AT = Instant.parse("2015-11-12T18:30:15.250Z");

  static final CaseDocument REQUEST =
      document(
          "request-for-authorization-2015-10-14",
          DocumentType.REQUEST_FOR_AUTHORIZATION,
          LocalDate.of(2015, 10, 14),
          """
          REQUEST FOR AUTHORIZATION
          Massage therapy for the neck, 6 sessions.
          Hydrocodone/acetaminophen 10 mg, 120 tablets, one month.
          Compression sleeve, right arm.
          """);
  static final CaseDocument REPORT =
      document(
          "progress-report-2015-10-13",
          DocumentType.PROGRESS_REPORT,
          LocalDate.of(2015, 10, 13),
          """
          PROGRESS REPORT
          The patient is a 54 year old woman with long-standing neck pain.
          She rates the pain 10/10 without her tablets and 7/10 with them.
          Massage and chiropractic care in the past gave her relief.
          \fShe says she feels that she can do more on good days.
          Neck motion is cut by half in all planes.
          Work status: permanent and stationary.
          """);
  static final CaseDocument REVIEW =
      document(
          "utilization-review-2015-10-21",
          DocumentType.UTILIZATION_REVIEW,
          LocalDate.of(2015, 10, 21),
          """
          UTILIZATION REVIEW DECISION
          Massage, 6 sessions: denied.
          Hydrocodone/acetaminophen: modified, 108 tablets certified.
          """);
  static final CaseDocument SCAN =
      new CaseDocument(
          "imaging-2014-02-03",
          DocumentType.IMAGING,
          Optional.of(LocalDate.of(2014, 2, 3)),
          "",
          new TreeSet<>(Set.of(1)));
  static final CaseDocument UNDATED =
      new CaseDocument(
          "therapy-note",
          DocumentType.THERAPY_NOTE,
          Optional.empty(),
          "Heat and stretching were given.\n\f",
          new TreeSet<>(Set.of()));

  private Samples() {}

  static CaseDocument document(String id, DocumentType type, LocalDate date, String text) {
    return new CaseDocument(id, type, Optional.of(date), text, new TreeSet<>(Set.of()));
  }

  /** The first place where a document has the words. */
  static Anchor anchor(CaseDocument document, String words) {
    int from = document.text().indexOf(words);
    return AnchoredText.of(document).anchor(from, from + words.length());
  }

  static CaseFields fields() {
    CaseFields none = CaseFields.UNKNOWN;
    return new CaseFields(
        Optional.of(new CaseNumber("CM15-0212345")),
        Optional.of(Priority.STANDARD),
        Optional.of(LocalDate.of(2015, 11, 12)),
        Optional.of(LocalDate.of(2015, 11, 2)),
        Optional.of(LocalDate.of(2009, 5, 1)),
        none.requestDate(),
        Optional.of(LocalDate.of(2015, 10, 21)),
        none.urServedDate(),
        none.urServiceMethod(),
        none.noticeDate(),
        none.noticeMethod(),
        none.recordsReceivedDate(),
        none.liabilityDisputed(),
        none.claimNumber(),
        Employee.UNKNOWN,
        none.requestingPhysician(),
        none.parties(),
        none.disputedItems());
  }

  static CaseFile file() {
    return file(fields(), List.of(SCAN, REPORT, REQUEST, REVIEW, UNDATED));
  }

  static CaseFile file(CaseFields fields, List<CaseDocument> documents) {
    return new CaseFile(
        new CaseNumber("CM15-0212345"),
        fields,
        documents,
        Map.of("progress-report-2015-10-13-2", REPORT),
        List.of());
  }

  static Evaluation evaluation() {
    return evaluation(summary(), List.of(massage(), opioid(), sleeve()));
  }

  static Evaluation evaluation(List<SummarySentence> summary, List<ItemEvaluation> items) {
    return new Evaluation(
        new CaseNumber("CM15-0212345"), "0123456789abcdef", EditionPolicy.UR_DATE, summary, items);
  }

  static List<SummarySentence> summary() {
    return List.of(
        new SummarySentence(
            "The worker is a 54-year-old woman who was injured on 05/01/2009.", List.of()),
        new SummarySentence(
            "The pain is 10 of 10 without drugs and 7 of 10 with them.",
            List.of(anchor(REPORT, "10/10 without her tablets and 7/10 with them"))),
        new SummarySentence(
            "Neck motion is half of normal.",
            List.of(anchor(REPORT, "Neck motion is cut by half in all planes"))),
        new SummarySentence(
            "Utilization review denied the massage and certified 108 tablets.",
            List.of(
                anchor(REVIEW, "Massage, 6 sessions: denied"),
                anchor(REVIEW, "108 tablets certified"))));
  }

  static ItemEvaluation massage() {
    return new ItemEvaluation(
        1,
        new DisputedItem(
            "Massage therapy to cervical spine (sessions) Qty 6",
            Optional.of(UtilizationDecision.DENIED),
            List.of("MTUS Neck and Upper Back Complaints 2004, Section(s): Initial Care"),
            Optional.of(BigDecimal.ZERO),
            Optional.empty()),
        treatment(TreatmentCategory.MASSAGE, List.of(Region.CERVICAL_SPINE)),
        Decision.OVERTURNED,
        Optional.of(Edition.M2015),
        Set.of(Flag.UNCHECKED_RULE),
        quantities(6, 0, 6, 6, Unit.VISIT),
        List.of("MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy"),
        Optional.of("massage-therapy"),
        "The pain has lasted more than three months, so the chapter on chronic pain applies.",
        List.of(
            new SearchStep(
                "1",
                "MTUS, chapter on chronic pain",
                "It has a section on massage, so it governs")),
        List.of(
            new Criterion(
                "visit-limit",
                "The request is for no more than 6 visits.",
                CriterionResult.MET,
                "Six visits are asked for.",
                List.of(anchor(REQUEST, "6 sessions")),
                Optional.empty(),
                true),
            new Criterion(
                "chronic-pain",
                "The pain has lasted more than three months.",
                CriterionResult.MET,
                "The report calls the pain long-standing.",
                List.of(anchor(REPORT, "long-standing neck pain")),
                Optional.empty(),
                true)),
        "Massage may be given as one part of care for lasting pain. It should be limited to 4 to 6"
            + " visits in most cases.",
        "The request stays within the limit, so the massage is medically necessary.",
        false);
  }

  static ItemEvaluation opioid() {
    return new ItemEvaluation(
        2,
        new DisputedItem(
            "Hydrocodone/Acetaminophen 10mg Qty 120",
            Optional.of(UtilizationDecision.MODIFIED),
            List.of("MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioid hyperalgesia"),
            Optional.of(BigDecimal.valueOf(108)),
            Optional.empty()),
        treatment(TreatmentCategory.OPIOID, List.of()),
        Decision.UPHELD,
        Optional.of(Edition.M2015),
        Set.of(Flag.UNCHECKED_RULE, Flag.SAFETY),
        quantities(120, 108, 0, 108, Unit.TABLET),
        List.of("MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids for chronic pain"),
        Optional.of("opioids-continued"),
        "The drug is an opioid that the worker takes already.",
        List.of(
            new SearchStep("1", "MTUS, chapter on chronic pain", "Its part on opioids governs")),
        List.of(
            new Criterion(
                "pain-relief",
                "The drug brings the pain down.",
                CriterionResult.MET,
                "The pain falls from 10 to 7 of 10.",
                List.of(anchor(REPORT, "10/10 without her tablets and 7/10 with them")),
                Optional.empty(),
                true),
            functionCriterion(),
            new Criterion(
                "drug-test",
                "A drug test is on record.",
                CriterionResult.NOT_DOCUMENTED,
                "No drug test was found.",
                List.of(),
                Optional.of(new Search(List.of("urine drug screen"), 6, 0, List.of())),
                false),
            new Criterion(
                "first-fill",
                "A first fill is for no more than 4 days.",
                CriterionResult.NOT_APPLICABLE,
                "This is not a first fill.",
                List.of(),
                Optional.empty(),
                false)),
        "An opioid may go on if the pain is less and the worker can do more, or is back at work.",
        "The pain is less. No report measures what the worker can do, so the request is not"
            + " medically necessary.",
        true);
  }

  private static Criterion functionCriterion() {
    return new Criterion(
        "functional-measure",
        "A report measures that the worker can do more with the drug.",
        CriterionResult.NOT_DOCUMENTED,
        "No such measure was found.",
        List.of(),
        Optional.of(
            new Search(
                List.of("function", "activities of daily living", "return to work", "work status"),
                6,
                0,
                List.of(
                    new NearestPassage(
                        anchor(REPORT, "she can do more on good days"),
                        "it gives no measure and no comparison"),
                    new NearestPassage(
                        anchor(REPORT, "Work status: permanent and stationary"),
                        "it does not say that the worker is back at work")))),
        true);
  }

  static ItemEvaluation sleeve() {
    return new ItemEvaluation(
        3,
        new DisputedItem(
            "DME: Compression sleeve, right arm",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        treatment(TreatmentCategory.OTHER_EQUIPMENT, List.of(Region.UPPER_ARM)),
        Decision.UNDETERMINED,
        Optional.empty(),
        Set.of(Flag.NO_TABLE),
        new FourQuantities(
            Optional.of(BigDecimal.ONE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Unit.DEVICE)),
        List.of(),
        Optional.empty(),
        "No rule in the pack is about compression sleeves.",
        List.of(new SearchStep("1", "MTUS", "nothing on this device")),
        List.of(
            new Criterion(
                "swelling",
                "The arm is swollen.",
                CriterionResult.NOT_READABLE,
                "No readable page says so.",
                List.of(),
                Optional.of(new Search(List.of("swelling", "edema"), 6, 1, List.of())),
                true)),
        "",
        "The physician must decide this item.",
        false);
  }

  static TreatmentRequest treatment(TreatmentCategory category, List<Region> regions) {
    return new TreatmentRequest(
        category,
        List.of(),
        regions,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static FourQuantities quantities(
      long requested, long certified, long supported, long net, Unit unit) {
    return new FourQuantities(
        Optional.of(BigDecimal.valueOf(requested)),
        Optional.of(BigDecimal.valueOf(certified)),
        Optional.of(BigDecimal.valueOf(supported)),
        Optional.of(BigDecimal.valueOf(net)),
        Optional.of(unit));
  }
}
