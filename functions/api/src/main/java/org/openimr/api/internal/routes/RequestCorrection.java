package org.openimr.api.internal.routes;

import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.ClericalRules;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.PrintedLetter;
import org.openimr.records.Assignments;
import org.openimr.records.Bodies;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseCorrections;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Identities;
import org.openimr.records.Settings;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Pseudonym;

/**
 * {@code POST /cases/{caseNumber}/corrections}: staff asks for a clerical correction of an issued
 * determination, which itself is never altered. {@link ClericalRules} hold the line.
 */
final class RequestCorrection implements Endpoint {
  private static final int ACCEPTED = 202;

  private final Stores stores;
  private final StoredDocuments documents;
  private final Settings settings;
  private final Optional<String> contact;
  private final Once once;

  /** What a request reads and writes. */
  record Stores(
      Cases cases,
      Corrections corrections,
      Assignments assignments,
      Identities identities,
      Bodies bodies) {}

  RequestCorrection(
      Stores stores,
      StoredDocuments documents,
      Settings settings,
      Optional<String> contact,
      Once once) {
    this.stores = stores;
    this.documents = documents;
    this.settings = settings;
    this.contact = contact;
    this.once = once;
  }

  /** The issued case, and its corrections as they were read with it. */
  private record Opened(CaseHead head, CaseCorrections corrections, CaseAssignments assignments) {}

  @Override
  public Outcome<Response> answer(Call call) {
    return once.run(
        call, () -> open(call).then(opened -> work(call, opened)), id -> answered(call, id));
  }

  private Outcome<Opened> open(Call call) {
    var number = call.theCase().caseNumber();
    var head = stores.cases().head(number).filter(now -> now.state() == CaseState.ISSUED);
    if (head.isEmpty()) {
      return Outcome.rejected(
          Code.WRONG_STATE, "There is no issued determination of this case to correct.");
    }
    var all = stores.corrections().of(number);
    return Preconditions.matched(call, CorrectionForm.tag(head.get().etag(), all))
        .then(
            _ ->
                all.rows().size() < Corrections.MOST
                    ? Outcome.accepted(new Opened(head.get(), all, stores.assignments().of(number)))
                    : Outcome.rejected(
                        Code.CORRECTION_REFUSED,
                        "The determination has " + Corrections.MOST + " corrections already."));
  }

  private Outcome<Once.Work> work(Call call, Opened opened) {
    return letter(opened.head())
        .then(letter -> correction(call, opened, letter))
        .then(correction -> work(call, opened, correction));
  }

  private Outcome<Correction> correction(Call call, Opened opened, PrintedLetter letter) {
    var corrected = corrected(opened.head());
    var asked = CorrectionForm.entries(call.body());
    return ClericalRules.needsAssent(letter, corrected.issuedOn(), asked)
        .then(
            assent ->
                EarlierCorrections.of(opened.corrections(), stores.bodies())
                    .superseded(asked)
                    .then(
                        entries ->
                            checked(
                                opened,
                                letter,
                                new Correction(
                                    opened.head().caseNumber(),
                                    opened.corrections().rows().size() + 1,
                                    corrected,
                                    PrintedLetter.line(call.body().path("reason").asText()),
                                    entries,
                                    assent,
                                    contact))));
  }

  private Outcome<Once.Work> work(Call call, Opened opened, Correction correction) {
    var asked = correction.assent() ? deciders(opened) : List.<Pseudonym>of();
    if (correction.assent() && asked.isEmpty()) {
      return Outcome.rejected(
          Code.WRONG_STATE,
          "The entries need the reviewers' assent, and no reviewer who decided is on record.");
    }
    var row =
        CorrectionRow.requested(
            correction.caseNumber(),
            correction.number(),
            correction.corrected().revision(),
            stores.bodies().put(correction),
            asked,
            call.now(),
            Clocks.day(call.now()));
    var event =
        Corrections.event(opened.corrections(), row, call.caller().actor(), "CORRECTION_REQUESTED");
    String tag = opened.head().etag() + "." + (opened.corrections().version() + 1);
    return Outcome.accepted(
        new Once.Work(
            row.number() + " " + correction.assent() + " " + tag,
            Corrections.writes(opened.head(), opened.corrections(), row, event)));
  }

  private Outcome<PrintedLetter> letter(CaseHead head) {
    return documents
        .read(Form.JSON, ShowDetermination.issued(head, settings).orElseThrow())
        .then(Json::read)
        .then(determination -> Outcome.accepted(IssuedText.of(determination)));
  }

  private static Correction.Corrected corrected(CaseHead head) {
    var adoption = head.adoption().orElseThrow();
    DocumentPointer set = adoption.documents().orElseThrow();
    return new Correction.Corrected(
        head.revision(),
        adoption.decisionDate(),
        Clocks.day(head.stateSince()),
        set.json(),
        set.text(),
        set.html(),
        set.pdf());
  }

  /** The words go into a letter, where they can be seen and tell of no reviewer of the case. */
  private Outcome<Correction> checked(Opened opened, PrintedLetter letter, Correction correction) {
    String words = correction.reason() + "\n" + String.join("\n", reads(correction));
    if (!PrintedLetter.isSeen(words)) {
      return Outcome.rejected(
          Code.CORRECTION_REFUSED,
          "reason or reads: has a character that cannot be seen, or half of one. Type it anew.");
    }
    // A name may be made of what is printed already and a word more.
    String all = words + "\n" + String.join("\n", letter.corrected(correction.entries()));
    boolean told =
        opened.assignments().assignments().stream()
            .anyMatch(one -> stores.identities().isNamedIn(all, one.reviewer()));
    return told
        ? Outcome.rejected(
            Code.CORRECTION_REFUSED,
            "The correction tells who a reviewer is. A determination states credentials only (Labor"
                + " Code 4610.6(f)); take name, licence number and address out.")
        : Outcome.accepted(correction);
  }

  private static List<String> reads(Correction correction) {
    return correction.entries().stream().map(Correction.Entry::reads).toList();
  }

  /** Who has made the determination. */
  private static List<Pseudonym> deciders(Opened opened) {
    return opened.assignments().assignments().stream()
        .filter(
            one ->
                one instanceof Assignment.Ended ended
                    && ended.ending() == Assignment.Ending.DECIDED)
        .map(Assignment::reviewer)
        .toList();
  }

  private static Outcome<Response> answered(Call call, String result) {
    String[] parts = result.split(" ", 3);
    String number = call.theCase().caseNumber().value();
    var body =
        Json.object()
            .put("caseNumber", number)
            .put("number", Integer.parseInt(parts[0]))
            .put("state", CorrectionState.REQUESTED.name())
            .put("assent", Boolean.parseBoolean(parts[1]));
    return Outcome.accepted(
        Response.json(ACCEPTED, body).with("etag", EntityTags.quoted(parts[2])));
  }
}
