package org.openimr.records.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.ReviewAction;
import org.openimr.casefile.ReviewerCredentials;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.DueDates;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.DocumentPointer;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.RevisionTrail;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/** An invented case of one item, as intake and evaluation leave it. */
public final class SampleCase {
  /** Its number. */
  public static final CaseNumber CASE = new CaseNumber("CM15-0000001");

  /** When its revision was cut. */
  public static final Instant CUT = Instant.parse("2015-11-12T10:00:00Z");

  /** When physicians have adopted it. */
  public static final Instant ADOPTED = Instant.parse("2015-12-08T02:00:00Z");

  private SampleCase() {}

  /** Puts the case into a table as PARSED. */
  public static CaseHead parsed(Table table, ObjectStore objects) {
    return parsed(table, objects, DueDates.NONE);
  }

  /** Puts the case into a table as PARSED, with clocks that run. */
  public static CaseHead parsed(Table table, ObjectStore objects, DueDates due) {
    var upload =
        UploadRow.received(
            new ObjectName("b", "incoming/f"), Optional.empty(), Optional.empty(), 1, CUT);
    new Uploads(table).receive(upload);
    var head =
        new CaseHead(
            CASE,
            1,
            1,
            CaseState.PARSED,
            Optional.empty(),
            CUT,
            CUT,
            CUT,
            0,
            due,
            List.of(),
            Optional.empty(),
            new Bodies(objects, Settings.EMBEDDED).put(file()),
            Optional.empty(),
            Optional.empty(),
            RevisionTrail.NONE);
    new Cases(table)
        .cut(
            Optional.empty(),
            head,
            file(),
            upload.taken(UploadState.ACCEPTED, "0", CASE, Optional.empty()),
            CaseEvent.of(head, "intake", "REVISION_CUT", upload.id()));
    return head;
  }

  /** Puts the case into a table as EVALUATED. */
  public static CaseHead evaluated(Table table, ObjectStore objects) {
    return evaluatedAfter(parsed(table, objects), table, objects);
  }

  /** Moves the case on to EVALUATED. */
  public static CaseHead evaluatedAfter(CaseHead before, Table table, ObjectStore objects) {
    var evaluation = evaluation(file());
    String hash = new Bodies(objects, Settings.EMBEDDED).put(evaluation);
    var after = before.evaluated(EvaluationPointer.of(hash, evaluation), CUT);
    new Cases(table)
        .evaluated(before, after, evaluation, CaseEvent.of(after, "evaluate", "EVALUATED", "pack"));
    return after;
  }

  /** Puts the case into a table as PROPOSED. */
  public static CaseHead proposed(Table table, ObjectStore objects) {
    var before = evaluated(table, objects);
    var set = new DocumentPointer("CM15-0000001/r1/proposed/e-1", "j", "t", "h", "p");
    var after = before.proposed(set, CUT);
    new Cases(table)
        .advance(before, after, CaseEvent.of(after, "determine", "PROPOSED", "EVALUATED"));
    return after;
  }

  /** Puts the case into a table as ADOPTED, its item overturned by a physician. */
  public static CaseHead adopted(Table table, ObjectStore objects) {
    var before = proposed(table, objects);
    var adoption = adoption(before);
    String hash = new Bodies(objects, Settings.EMBEDDED).put(adoption);
    var after = before.adopted(AdoptionPointer.of(hash, adoption.decisionDate()), ADOPTED);
    new Cases(table).advance(before, after, CaseEvent.of(after, "reviewer", "ADOPTED", "adoption"));
    return after;
  }

  /** Puts the case into a table as ISSUED, on the day of its adoption. */
  public static CaseHead issued(Table table, ObjectStore objects) {
    var before = adopted(table, objects);
    var set = new DocumentPointer("CM15-0000001/r1/final/e-1", "j", "t", "h", "p");
    var after = before.issued(set, before.due(), ADOPTED);
    new Cases(table).advance(before, after, CaseEvent.of(after, "determine", "ISSUED", "ADOPTED"));
    return after;
  }

  private static Adoption adoption(CaseHead head) {
    var review =
        new ItemReview(
            1,
            ReviewAction.OVERRIDE,
            Decision.OVERTURNED,
            Optional.of(new CitedGuideline("MTUS Chronic Pain", "2009", "Massage therapy")),
            Optional.of("The record shows it."),
            List.of());
    var credentials = new ReviewerCredentials(List.of("Ohio"), List.of("MD"), List.of("Neurology"));
    return new Adoption(
        head.caseFile(),
        head.evaluation().map(EvaluationPointer::hash).orElseThrow(),
        "pack",
        Clocks.day(ADOPTED),
        List.of(new Adoption.Analysis(credentials, List.of(review))),
        List.of(new Adoption.Result(1, Decision.OVERTURNED, false)));
  }

  /** The head of its next revision, of the same papers. */
  public static CaseHead revised(CaseHead before, RevisionTrail trail) {
    return new CaseHead(
        before.caseNumber(),
        before.revision() + 1,
        before.version() + 1,
        before.state(),
        before.reason(),
        before.cutAt(),
        before.stateSince(),
        before.touchedAt(),
        0,
        before.due(),
        before.missing(),
        before.screening(),
        before.caseFile(),
        Optional.empty(),
        Optional.empty(),
        trail);
  }

  /** An item with another decision. */
  public static ItemEvaluation decided(ItemEvaluation item, Decision decision) {
    return new ItemEvaluation(
        item.number(),
        item.item(),
        item.treatment(),
        decision,
        item.edition(),
        item.flags(),
        item.quantity(),
        item.reviewerGuidelines(),
        item.topic(),
        item.topicReason(),
        item.searchSequence(),
        item.criteria(),
        item.rule(),
        item.conclusion(),
        item.taper());
  }

  /** Its case file. */
  public static CaseFile file() {
    return new CaseFile(
        CASE,
        CaseFields.UNKNOWN,
        List.of(
            new CaseDocument(
                "p", DocumentType.PROGRESS_REPORT, Optional.empty(), "report", new TreeSet<>())),
        Map.of(),
        List.of());
  }

  /** An evaluation of a case file that overturns its one item. */
  public static Evaluation evaluation(CaseFile file) {
    var treatment =
        new TreatmentRequest(
            TreatmentCategory.MASSAGE,
            List.of(),
            List.of(),
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
    var item =
        new ItemEvaluation(
            1,
            DisputedItem.of("Massage Qty 6"),
            treatment,
            Decision.OVERTURNED,
            Optional.empty(),
            Set.of(),
            new FourQuantities(
                Optional.of(BigDecimal.valueOf(6)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(),
            Optional.of("massage-therapy"),
            "",
            List.of(),
            List.of(),
            "",
            "",
            false);
    return new Evaluation(
        file.caseNumber(), "pack", EditionPolicy.UR_DATE, List.of(), List.of(item));
  }
}
