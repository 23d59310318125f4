package org.openimr.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.SummarySentence;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ContentHash;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.Missing;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.DocumentPointer;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.ObjectName;
import org.openimr.records.RevisionTrail;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.SampleCase;

/** An invented case with two pages, evaluated and proposed, as the other functions leave it. */
final class Papers {
  static final CaseNumber NUMBER = new CaseNumber(Front.OWN_CASE);

  /** The second letter is outside of the basic plane, so that chars and code points differ. */
  static final String TEXT = "p\uD83D\uDE00in is 8 of 10\nSlept badly\fPAIN  is\n4 of 10";

  static final String PDF = "%PDF-1.7 a draft";

  private Papers() {}

  private static CaseFile file() {
    return file(CaseFields.UNKNOWN);
  }

  private static CaseFile file(CaseFields fields) {
    var document =
        new CaseDocument(
            "pr2", DocumentType.PROGRESS_REPORT, Optional.empty(), TEXT, new TreeSet<>());
    var faxed =
        new CaseDocument(
            document.id(),
            document.type(),
            document.date(),
            document.text(),
            document.unreadablePages(),
            Recognition.of(Map.of(1, List.of(97, 55))));
    return new CaseFile(NUMBER, fields, List.of(document), Map.of("copy", faxed), List.of());
  }

  static Anchor anchor(String words) {
    int from = TEXT.indexOf(words);
    return AnchoredText.of(file().documents().getFirst()).anchor(from, from + words.length());
  }

  private static Evaluation evaluation(List<Decision> decisions) {
    var sample = SampleCase.evaluation(SampleCase.file());
    var item = sample.items().getFirst();
    var criterion =
        new Criterion(
            "pain-score",
            "Pain was measured.",
            CriterionResult.MET,
            "It was.",
            List.of(anchor("4 of 10")),
            Optional.empty(),
            true);
    return new Evaluation(
        NUMBER,
        "pack",
        EditionPolicy.UR_DATE,
        List.of(new SummarySentence("Pain is 8.", List.of(anchor("8 of 10")))),
        IntStream.rangeClosed(1, decisions.size())
            .mapToObj(number -> with(item, number, decisions.get(number - 1), criterion))
            .toList());
  }

  private static ItemEvaluation with(
      ItemEvaluation item, int number, Decision decision, Criterion criterion) {
    return new ItemEvaluation(
        number,
        item.item(),
        item.treatment(),
        decision,
        item.edition(),
        Set.of(),
        item.quantity(),
        item.reviewerGuidelines(),
        item.topic(),
        item.topicReason(),
        item.searchSequence(),
        List.of(criterion),
        item.rule(),
        item.conclusion(),
        item.taper());
  }

  /** Puts the case into a front's table, up to its proposal, which overturns its one item. */
  static CaseHead propose(Front front) {
    return propose(front, CaseFields.UNKNOWN);
  }

  /** The same of a case whose papers say who is who. */
  static CaseHead propose(Front front, CaseFields fields) {
    return propose(front, fields, Decision.OVERTURNED);
  }

  /** Puts the case into a front's table, up to a proposal of these decisions. */
  static CaseHead propose(Front front, Decision... decisions) {
    return propose(front, CaseFields.UNKNOWN, decisions);
  }

  private static CaseHead propose(Front front, CaseFields fields, Decision... decisions) {
    var cases = new Cases(front.table);
    var bodies = new Bodies(front.objects, Settings.EMBEDDED);
    var file = file(fields);
    var upload =
        UploadRow.received(
            new ObjectName(Settings.EMBEDDED.caseFiles(), "incoming/x/y"),
            Optional.empty(),
            Optional.empty(),
            7,
            SampleCase.CUT);
    new Uploads(front.table).receive(upload);
    var parsed = parsed(bodies.put(file));
    var taken = upload.taken(UploadState.ACCEPTED, "0", NUMBER, Optional.empty());
    cases.cut(
        Optional.empty(), parsed, file, taken, CaseEvent.of(parsed, "intake", "REVISION_CUT", "u"));
    var evaluation = evaluation(List.of(decisions));
    var evaluated =
        parsed.evaluated(EvaluationPointer.of(bodies.put(evaluation), evaluation), SampleCase.CUT);
    cases.evaluated(
        parsed, evaluated, evaluation, CaseEvent.of(evaluated, "evaluate", "EVALUATED", "p"));
    var proposed = evaluated.proposed(documents(front), SampleCase.CUT);
    cases.advance(
        evaluated, proposed, CaseEvent.of(proposed, "determine", "PROPOSED", "EVALUATED"));
    return proposed;
  }

  /** Moves an adopted case of a front on to its final documents, as determine does. */
  static void issue(Front front) {
    issue(front, "{\"kind\": \"FINAL\"}");
  }

  /** The same, with a JSON that says more. */
  static void issue(Front front, String json) {
    var cases = new Cases(front.table);
    var head = cases.head(NUMBER).orElseThrow();
    var set =
        new DocumentPointer(
            NUMBER + "/r1/final/e-1",
            issued(front, "json", json),
            issued(front, "txt", "the determination"),
            issued(front, "html", "<p>the determination"),
            issued(front, "pdf", "%PDF-1.7 the determination"));
    var due = head.due().issued(List.of(Optional.empty()), LocalDate.of(2015, 11, 20));
    var after = head.issued(set, due, Issuer.NOW);
    cases.advance(head, after, CaseEvent.of(after, "determine", "ISSUED", "ADOPTED"));
  }

  /** Writes the letter of a correction that is due, as determine does. */
  static void correct(Front front, int number) {
    var corrections = new Corrections(front.table);
    var all = corrections.of(NUMBER);
    String folder = NUMBER + "/r1/correction-0" + number + "/b-1";
    var set =
        new DocumentPointer(
            folder,
            stored(front, folder + "/correction.json", "{\"number\": " + number + "}"),
            stored(front, folder + "/correction.txt", "the correction"),
            stored(front, folder + "/correction.html", "<p>the correction"),
            stored(front, folder + "/correction.pdf", "%PDF-1.7 the correction"));
    var after = all.of(number).orElseThrow().issued(set, Issuer.NOW);
    corrections.write(all, after, Corrections.event(all, after, "determine", "CORRECTED"));
  }

  private static String issued(Front front, String extension, String content) {
    return stored(front, NUMBER + "/r1/final/e-1/determination." + extension, content);
  }

  private static String stored(Front front, String key, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    front.objects.put(new ObjectName(Settings.EMBEDDED.determinations(), key), bytes, "text/plain");
    return ContentHash.of(bytes);
  }

  /** Points the case at another case file, as a new revision does. */
  static void revise(Front front, CaseFields fields) {
    var cases = new Cases(front.table);
    var head = cases.head(NUMBER).orElseThrow();
    var after =
        new CaseHead(
            NUMBER,
            head.revision() + 1,
            head.version() + 1,
            head.state(),
            head.reason(),
            head.cutAt(),
            head.stateSince(),
            head.touchedAt(),
            head.attempt(),
            head.due(),
            head.missing(),
            head.screening(),
            new Bodies(front.objects, Settings.EMBEDDED).put(file(fields)),
            head.evaluation(),
            head.proposal(),
            head.trail());
    cases.startAgain(head, after, CaseEvent.of(after, "intake", "REVISION_CUT", "u"));
  }

  private static CaseHead parsed(String file) {
    return new CaseHead(
        NUMBER,
        1,
        1,
        CaseState.PARSED,
        Optional.empty(),
        SampleCase.CUT,
        SampleCase.CUT,
        SampleCase.CUT,
        0,
        DueDates.NONE,
        List.of(Missing.APPLICATION_FORM),
        Optional.empty(),
        file,
        Optional.empty(),
        Optional.empty(),
        RevisionTrail.NONE);
  }

  private static DocumentPointer documents(Front front) {
    return new DocumentPointer(
        NUMBER + "/r1/proposed/e-1",
        draft(front, "json", "{\"a\": 1}"),
        draft(front, "txt", "a draft"),
        draft(front, "html", "<p>a draft"),
        draft(front, "pdf", PDF));
  }

  static String draft(Front front, String extension, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String key = NUMBER + "/r1/proposed/e-1/determination." + extension;
    front.objects.put(new ObjectName(Settings.EMBEDDED.derived(), key), bytes, "text/plain");
    return ContentHash.of(bytes);
  }
}
