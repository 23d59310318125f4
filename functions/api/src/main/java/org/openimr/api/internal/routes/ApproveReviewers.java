package org.openimr.api.internal.routes;

import java.util.List;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.Assignments;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Table;
import org.openimr.records.UploadTickets;
import org.openimr.reviewers.WrittenApproval;

/**
 * {@code POST /cases/{caseNumber}/assignment/approval}: staff records that the Administrative
 * Director approves in writing of more than one reviewer, where condition and treatment are too
 * complex for one (8 CCR 9792.10.6, by a mirror). A later approval takes the earlier one's place.
 */
public final class ApproveReviewers implements Endpoint {
  private final HeadChange changes;
  private final Assignments assignments;
  private final UploadTickets tickets;

  /** Approvals in these records. */
  public ApproveReviewers(Table table, Cases cases, Assignments assignments, Once once) {
    this.assignments = assignments;
    this.tickets = new UploadTickets(table);
    this.changes = new HeadChange(cases, assignments, tickets, once);
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return changes.run(call, head -> approved(call, head));
  }

  private Outcome<HeadChange.Change> approved(Call call, CaseHead head) {
    if (!PartyActs.isOpen(head.state())) {
      return PartyActs.closed();
    }
    var before = assignments.of(head.caseNumber());
    int reviewers = call.body().path("reviewers").asInt();
    int open = before.open().size();
    if (reviewers < open) {
      return Outcome.rejected(
          Code.ASSIGNMENT_REFUSED,
          "reviewers: the case has "
              + open
              + " reviewers, who cannot become fewer by an approval.");
    }
    String paper = call.body().path("paper").asText();
    return PartyActs.dated(call, "approvedOn")
        .then(
            on -> {
              var ticket = tickets.find(head.caseNumber(), paper).orElseThrow();
              var approval = new WrittenApproval(on, ticket.sha256(), reviewers);
              return Outcome.accepted(
                  new HeadChange.Change(
                      head.touched(call.now()),
                      "PANEL_APPROVED",
                      reviewers + " " + paper,
                      List.of(Assignments.approved(before, approval))));
            });
  }
}
