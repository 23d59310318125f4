package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.records.Bodies;
import org.openimr.records.Commit;
import org.openimr.records.Identities;
import org.openimr.records.Redo;
import org.openimr.records.ReviewerEvent;
import org.openimr.records.Roster;
import org.openimr.records.Table;
import org.openimr.records.Write;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.ImportProblem;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.RosterCsv;

/**
 * {@code POST /reviewers/import}: a roster as CSV ({@link RosterCsv}). The good lines are taken,
 * each replacing the entry of its pseudonym, and every bad one is named; a roster that breaks off
 * is sent again.
 */
public final class ImportReviewers implements Endpoint {
  private static final int OK = 200;

  /** Two halves and an event each, of the 100 writes of a transaction. */
  private static final int TOGETHER = 33;

  private final Table table;
  private final Roster roster;
  private final Identities identities;
  private final Bodies bodies;
  private final Once once;

  /** Imports into a table; what became of the lines is kept as a body. */
  public ImportReviewers(Table table, Bodies bodies, Once once) {
    this.table = table;
    this.roster = new Roster(table);
    this.identities = new Identities(table);
    this.bodies = bodies;
    this.once = once;
  }

  /**
   * What became of the lines.
   *
   * @param refused places and sentences, never what stands there
   */
  record Report(int taken, List<ImportProblem> refused) {
    Report {
      refused = List.copyOf(refused);
    }
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return once.run(
        call,
        () ->
            imported(call)
                .then(report -> Outcome.accepted(new Once.Work(bodies.put(report), List.of()))),
        hash -> Outcome.accepted(Response.json(OK, body(bodies.get(hash, Report.class)))));
  }

  /** A file whose first line is not that of a roster is none, and has no lines to name. */
  private static Optional<ImportProblem> ofTheWhole(RosterCsv.Imported read) {
    return Optional.of(read.problems())
        .filter(problems -> read.identities().isEmpty() && problems.size() == 1)
        .map(List::getFirst)
        .filter(problem -> problem.line() == 1 && problem.column().isEmpty());
  }

  private Outcome<Report> imported(Call call) {
    var known = new HashMap<Pseudonym, Identities.Entry>();
    identities.all().forEach(entry -> known.put(entry.identity().pseudonym(), entry));
    var held = new HashMap<Pseudonym, Roster.Entry>();
    roster.all().forEach(entry -> held.put(entry.credentials().pseudonym(), entry));
    var read =
        RosterCsv.read(
            call.body().asText(),
            known.values().stream().map(Identities.Entry::identity).toList(),
            Clocks.day(call.now()),
            RosterCsv.Mode.GOOD_LINES);
    var none = ofTheWhole(read);
    if (none.isPresent()) {
      return Outcome.rejected(none.get().code(), none.get().sentence());
    }
    for (int from = 0; from < read.identities().size(); from += TOGETHER) {
      int to = Math.min(read.identities().size(), from + TOGETHER);
      store(
          call,
          read.identities().subList(from, to),
          read.credentials().subList(from, to),
          known,
          held);
    }
    return Outcome.accepted(new Report(read.identities().size(), read.problems()));
  }

  /** The lists may lag behind: where a write was refused the entries themselves are read. */
  private void store(
      Call call,
      List<ReviewerIdentity> who,
      List<Credentials> what,
      Map<Pseudonym, Identities.Entry> known,
      Map<Pseudonym, Roster.Entry> held) {
    Redo.untilDone(
        "ImportReviewers",
        () -> {
          var writes = new ArrayList<Write>();
          for (int i = 0; i < who.size(); i++) {
            var pseudonym = who.get(i).pseudonym();
            if (isStored(who.get(i), known) && isStored(what.get(i), held)) {
              continue;
            }
            writes.add(Identities.write(Optional.ofNullable(known.get(pseudonym)), who.get(i)));
            writes.add(Roster.write(Optional.ofNullable(held.get(pseudonym)), what.get(i)));
            writes.add(Roster.write(event(call, pseudonym)));
          }
          if (writes.isEmpty() || table.commit(writes) == Commit.DONE) {
            return Optional.of(Commit.DONE);
          }
          who.stream().map(ReviewerIdentity::pseudonym).forEach(one -> readAgain(one, known, held));
          return Optional.empty();
        });
  }

  /** A line that is stored as it stands is not written: what broke off gets on when repeated. */
  private static boolean isStored(
      ReviewerIdentity identity, Map<Pseudonym, Identities.Entry> known) {
    return Optional.ofNullable(known.get(identity.pseudonym()))
        .filter(entry -> entry.identity().equals(identity))
        .isPresent();
  }

  private static boolean isStored(Credentials credentials, Map<Pseudonym, Roster.Entry> held) {
    return Optional.ofNullable(held.get(credentials.pseudonym()))
        .filter(entry -> entry.credentials().equals(credentials))
        .isPresent();
  }

  private void readAgain(
      Pseudonym reviewer,
      Map<Pseudonym, Identities.Entry> known,
      Map<Pseudonym, Roster.Entry> held) {
    identities.find(reviewer).ifPresent(entry -> known.put(reviewer, entry));
    roster.find(reviewer).ifPresent(entry -> held.put(reviewer, entry));
  }

  private static ReviewerEvent event(Call call, Pseudonym reviewer) {
    return new ReviewerEvent(
        reviewer,
        call.now(),
        Audit.eventId(),
        call.caller().actor(),
        "REVIEWER_IMPORTED",
        call.request().id().isEmpty() ? "request" : call.request().id());
  }

  private static JsonNode body(Report report) {
    var body = Json.object().put("taken", report.taken());
    body.set(
        "refused", report.refused().stream().map(ImportReviewers::problem).collect(Json.list()));
    return body;
  }

  private static JsonNode problem(ImportProblem problem) {
    var line = Json.object().put("line", problem.line());
    Json.text(line, "column", Optional.of(problem.column()).filter(name -> !name.isEmpty()));
    return line.put("code", problem.code().name()).put("detail", problem.sentence());
  }
}
