package org.openimr.api.internal.routes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Due;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.UploadTickets;
import org.openimr.records.Write;
import org.openimr.reviewers.Assignment;

/**
 * A change that somebody asks for in a case: against the version that was seen, once, with the
 * paper that it rests on.
 */
final class HeadChange {
  private static final int OK = 200;

  private final Cases cases;
  private final Assignments assignments;
  private final UploadTickets tickets;
  private final Once once;

  HeadChange(Cases cases, Assignments assignments, UploadTickets tickets, Once once) {
    this.cases = cases;
    this.assignments = assignments;
    this.tickets = tickets;
    this.once = once;
  }

  /**
   * What is to be changed.
   *
   * @param after the head that follows
   * @param kind of the event
   * @param cause of the event
   * @param beside what is written in the same transaction
   */
  record Change(CaseHead after, String kind, String cause, List<Write> beside) {
    Change {
      beside = List.copyOf(beside);
    }
  }

  /** Makes a change, or says why not. */
  Outcome<Response> run(Call call, Function<CaseHead, Outcome<Change>> change) {
    return once.run(call, () -> work(call, change), tag -> Outcome.accepted(answer(call, tag)));
  }

  private Outcome<Once.Work> work(Call call, Function<CaseHead, Outcome<Change>> change) {
    var head = cases.head(call.theCase().caseNumber());
    if (head.isEmpty()) {
      return Outcome.rejected(Code.WRONG_STATE, "The case has no papers yet. Send them first.");
    }
    return EntityTags.ifMatch(
        call,
        head.get().etag(),
        () ->
            hasPaper(head.get().caseNumber(), call.body().path("paper").asText())
                .then(_ -> change.apply(head.get()))
                .then(what -> ended(call, head.get(), what)));
  }

  /** The statement was made in writing: its file has come, whatever it was read as. */
  private Outcome<CaseNumber> hasPaper(CaseNumber number, String paper) {
    boolean came =
        tickets
            .find(number, paper)
            .filter(
                ticket ->
                    cases.uploads(number).stream()
                        .anyMatch(row -> row.object().key().equals(ticket.key())))
            .isPresent();
    return came
        ? Outcome.accepted(number)
        : Outcome.rejected(
            Code.PAPER_NOT_FOUND,
            "paper: the case has no such upload, or its file has not come. Upload the signed paper"
                + " first and give the id of the upload.");
  }

  private Outcome<Once.Work> ended(Call call, CaseHead before, Change change) {
    var after = change.after();
    var event = CaseEvent.of(after, call.caller().actor(), change.kind(), change.cause());
    var writes = new ArrayList<Write>(change.beside());
    writes.addAll(cases.following(before, after, event));
    var work = assignments.of(before.caseNumber());
    return following(call, before, after, work.open())
        .then(
            rows -> {
              if (!rows.isEmpty()) {
                writes.addAll(Assignments.all(work, rows));
              }
              return Outcome.accepted(new Once.Work(after.state() + " " + after.etag(), writes));
            });
  }

  /**
   * What becomes of the reviewers' work: it ends with a case that is closed, and is listed by the
   * day on which the case is due now.
   */
  private static Outcome<List<AssignmentRow>> following(
      Call call, CaseHead before, CaseHead after, List<AssignmentRow> open) {
    if (!closes(after.state())) {
      var due = due(after);
      return Outcome.accepted(
          due.equals(due(before)) ? List.of() : open.stream().map(row -> row.dueOn(due)).toList());
    }
    var ended = new ArrayList<AssignmentRow>();
    for (AssignmentRow row : open) {
      switch (row.assignment().caseClosed(Clocks.day(call.now()))) {
        case Outcome.Accepted<Assignment>(Assignment over) -> ended.add(row.with(over));
        case Outcome.Rejected<Assignment>(var why) -> {
          return Outcome.rejected(why.code(), why.detail());
        }
      }
    }
    return Outcome.accepted(List.copyOf(ended));
  }

  private static Optional<LocalDate> due(CaseHead head) {
    return head.due().next(head.state()).map(Due::day);
  }

  private static boolean closes(CaseState state) {
    return state == CaseState.WITHDRAWN || state == CaseState.TERMINATED;
  }

  private static Response answer(Call call, String result) {
    String[] parts = result.split(" ", 2);
    var body =
        Json.object().put("caseNumber", call.theCase().caseNumber().value()).put("state", parts[0]);
    return Response.json(OK, body).with("etag", EntityTags.quoted(parts[1]));
  }
}
