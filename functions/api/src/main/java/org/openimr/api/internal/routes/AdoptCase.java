package org.openimr.api.internal.routes;

import java.util.ArrayList;
import java.util.List;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Code;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.ReviewAction;
import org.openimr.procedure.Clocks;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.Adoptions;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.Reviews;
import org.openimr.records.Roster;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Panel;
import org.openimr.reviewers.ProposalAgreement;
import org.openimr.reviewers.Pseudonym;

/**
 * {@code POST /cases/{caseNumber}/adoption}: the reviewer makes the determination. Its date is that
 * of the request: the one reading of the clock that the final documents show.
 */
public final class AdoptCase implements Endpoint {
  private static final int ACCEPTED = 202;

  private final ReviewDesk desk;
  private final Stores stores;
  private final Once once;

  /** What an adoption reads and writes. */
  record Stores(
      Reviews reviews, Roster roster, Adoptions adoptions, RecentBodies recent, Bodies bodies) {}

  /** Adoptions in these records. */
  AdoptCase(ReviewDesk desk, Stores stores, Once once) {
    this.desk = desk;
    this.stores = stores;
    this.once = once;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return once.run(
        call,
        () -> desk.open(call).then(opened -> work(call, opened)),
        day -> Outcome.accepted(answered(call, day)));
  }

  /** The documents come a moment later: the case is then ISSUED. */
  private static Response answered(Call call, String day) {
    return Response.json(
        ACCEPTED,
        Json.object()
            .put("caseNumber", call.theCase().caseNumber().value())
            .put("state", "ADOPTED")
            .put("decisionDate", day));
  }

  private Outcome<Once.Work> work(Call call, ReviewDesk.Opened opened) {
    var head = opened.head();
    var evaluation = stores.recent().evaluation(head).orElseThrow();
    String hash = head.evaluation().map(EvaluationPointer::hash).orElseThrow();
    var day = Clocks.day(call.now());
    return panel(opened)
        .then(panel -> panel.adopt(head.caseFile(), hash, evaluation, day))
        .then(
            adoption ->
                ended(opened, call)
                    .then(
                        ended ->
                            Outcome.accepted(work(call, opened, evaluation, adoption, ended))));
  }

  private Once.Work work(
      Call call,
      ReviewDesk.Opened opened,
      Evaluation evaluation,
      Adoption adoption,
      List<AssignmentRow> ended) {
    var head = opened.head();
    var pointer = AdoptionPointer.of(stores.bodies().put(adoption), adoption.decisionDate());
    var after = head.adopted(pointer, call.now());
    return new Once.Work(
        adoption.decisionDate().toString(),
        stores
            .adoptions()
            .writes(
                new Adoptions.Change(
                    head,
                    after,
                    decided(evaluation, adoption),
                    opened.assignments(),
                    ended,
                    CaseEvent.of(after, call.caller().actor(), "ADOPTED", pointer.hash()))));
  }

  /** Every reviewer of the case takes part; one who has not attested holds it up. */
  private Outcome<Panel> panel(ReviewDesk.Opened opened) {
    var members = new ArrayList<Panel.Member>();
    var parties = CaseParty.of(stores.recent().file(opened.head()).fields());
    for (AssignmentRow row : opened.assignments().open()) {
      var assignment = row.assignment();
      if (!assignment.facing(parties).mayOpenFile()) {
        return Outcome.rejected(
            Code.NOT_ATTESTED, "Another reviewer of the case has not attested for each party yet.");
      }
      var entry = stores.roster().find(assignment.reviewer());
      if (entry.isEmpty()) {
        return Outcome.rejected(
            Code.NO_CURRENT_LICENCE,
            "A reviewer of the case is not on the roster, so no licence is on record. Staff must"
                + " add the reviewer.");
      }
      members.add(
          new Panel.Member(
              assignment.reviewer(),
              entry.get().credentials(),
              reviews(opened.head(), assignment.reviewer())));
    }
    return Outcome.accepted(new Panel(members, opened.assignments().approval()));
  }

  private List<ItemReview> reviews(CaseHead head, Pseudonym reviewer) {
    return stores.reviews().of(head, reviewer).stream().map(stores.recent()::review).toList();
  }

  /** The assignments, ended by the decision; their rows stand in the order of {@code open}. */
  private static Outcome<List<AssignmentRow>> ended(ReviewDesk.Opened opened, Call call) {
    var day = Clocks.day(call.now());
    var ended = new ArrayList<AssignmentRow>();
    for (AssignmentRow row : opened.assignments().rows()) {
      if (row.assignment() instanceof Assignment.Attested attested) {
        switch (attested.ended(Assignment.Ending.DECIDED, day)) {
          case Outcome.Accepted<Assignment>(Assignment over) -> ended.add(row.with(over));
          case Outcome.Rejected<Assignment>(var why) -> {
            return Outcome.rejected(why.code(), why.detail());
          }
        }
      }
    }
    return Outcome.accepted(List.copyOf(ended));
  }

  private static List<ProposalAgreement.Decided> decided(Evaluation evaluation, Adoption adoption) {
    return evaluation.items().stream().map(item -> decided(item, adoption)).toList();
  }

  private static ProposalAgreement.Decided decided(ItemEvaluation item, Adoption adoption) {
    boolean overridden =
        adoption.reviewers().stream()
            .map(reviewer -> reviewer.review(item.number()))
            .anyMatch(review -> review.action() == ReviewAction.OVERRIDE);
    return new ProposalAgreement.Decided(
        item.number(),
        item.topic(),
        item.treatment().category(),
        item.decision(),
        adoption.result(item.number()).decision(),
        overridden);
  }
}
