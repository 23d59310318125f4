package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Due;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.Authorizations;
import org.openimr.records.Bodies;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Identities;
import org.openimr.records.Owners;
import org.openimr.records.Ownership;
import org.openimr.records.Roster;
import org.openimr.records.Write;
import org.openimr.reviewers.Assessment;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Candidate;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Choice;
import org.openimr.reviewers.Explanation;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewCase;
import org.openimr.reviewers.ReviewItem;
import org.openimr.reviewers.ReviewRules;
import org.openimr.reviewers.ReviewerChoice;

/**
 * {@code POST /cases/{caseNumber}/assignment}: chooses a reviewer by the rules and says why each
 * candidate was taken or passed over. Where nobody fits the case waits, and its record says why.
 */
public final class AssignReviewer implements Endpoint {
  private static final int OK = 200;

  /** Who has the case now cannot be the other reviewer of it. */
  private static final ReviewCase.Bar DECIDES_ALREADY = ReviewCase.Bar.DECIDED_BEFORE;

  private final Cases cases;
  private final Owners owners;
  private final Roster roster;
  private final Identities identities;
  private final Assignments assignments;
  private final Authorizations authorizations;
  private final RecentBodies recent;
  private final Bodies bodies;
  private final Once once;
  private final ReviewRules rules = ReviewRules.installed();

  /** Assigns by these records. */
  public AssignReviewer(
      Cases cases,
      Owners owners,
      Roster roster,
      Identities identities,
      Assignments assignments,
      Authorizations authorizations,
      RecentBodies recent,
      Bodies bodies,
      Once once) {
    this.cases = cases;
    this.owners = owners;
    this.roster = roster;
    this.identities = identities;
    this.assignments = assignments;
    this.authorizations = authorizations;
    this.recent = recent;
    this.bodies = bodies;
    this.once = once;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return once.run(call, () -> work(call), this::explained);
  }

  private Outcome<Once.Work> work(Call call) {
    var head =
        cases
            .head(call.theCase().caseNumber())
            .filter(
                there ->
                    there.state() == CaseState.EVALUATED || there.state() == CaseState.PROPOSED);
    if (head.isEmpty()) {
      return Outcome.rejected(
          Code.WRONG_STATE,
          "A reviewer is assigned to a case that is evaluated and not adopted or closed.");
    }
    var before = assignments.of(head.get().caseNumber());
    return Assignment.room(before.assignments(), before.approval())
        .then(_ -> chosen(call, head.get(), before));
  }

  private Outcome<Once.Work> chosen(Call call, CaseHead head, CaseAssignments before) {
    var evaluation = recent.evaluation(head).orElseThrow();
    var parties = CaseParty.of(recent.file(head).fields());
    var choice = choice(call, evaluation, parties, before);
    String explanation = bodies.put(choice.explanation());
    return switch (choice) {
      case Choice.NobodyFits nobody -> waits(call, head, before, nobody, explanation);
      case Choice.Chosen(var reviewer, var _) ->
          Assignment.assign(
                  head.caseNumber(),
                  reviewer,
                  Clocks.day(call.now()),
                  parties,
                  before.assignments(),
                  before.approval())
              .then(assigned -> assigned(call, head, before, assigned, explanation));
    };
  }

  private Choice choice(
      Call call, Evaluation evaluation, List<CaseParty> parties, CaseAssignments before) {
    var barred = new HashMap<Pseudonym, ReviewCase.Bar>(before.barred());
    before.open().forEach(row -> barred.put(row.assignment().reviewer(), DECIDES_ALREADY));
    identities
        .namesakes(parties)
        .forEach(one -> barred.putIfAbsent(one, ReviewCase.Bar.BY_IDENTITY));
    var open = assignments.openCases();
    var candidates =
        roster.all().stream()
            .map(Roster.Entry::credentials)
            .map(one -> new Candidate(one, open.getOrDefault(one.pseudonym(), 0)))
            .toList();
    return ReviewerChoice.choose(
        new ReviewCase(
            evaluation.caseNumber(),
            Clocks.day(call.now()),
            inDispute(evaluation),
            parties,
            Map.copyOf(barred)),
        candidates);
  }

  /** What the claims administrator has authorized since needs nobody who decides it. */
  private List<ReviewItem> inDispute(Evaluation evaluation) {
    var authorized = authorizations.of(evaluation.caseNumber());
    var left =
        evaluation.items().stream()
            .filter(item -> !authorized.contains(Authorizations.key(item.item())))
            .toList();
    return (left.isEmpty() ? evaluation.items() : left).stream().map(ReviewItem::of).toList();
  }

  private Outcome<Once.Work> assigned(
      Call call, CaseHead head, CaseAssignments before, Assignment assignment, String explanation) {
    var ownership = owners.find(head.caseNumber());
    var whose = ownership.orElseGet(() -> Ownership.unopened(head.caseNumber(), call.now()));
    String reviewer = assignment.reviewer().value();
    var after =
        before.open().isEmpty() ? whose.assignedTo(reviewer) : whose.alsoAssignedTo(reviewer);
    var row =
        new AssignmentRow(
            assignment,
            head.due().next(head.state()).map(Due::day),
            Optional.of(explanation),
            after.further().contains(reviewer));
    var writes = new ArrayList<Write>(owners.writes(ownership, after, Optional.of(head)));
    writes.addAll(Assignments.writes(before, row));
    writes.add(Cases.put(event(call, head, before, "ASSIGNED", explanation)));
    return Outcome.accepted(new Once.Work(explanation, writes));
  }

  private Outcome<Once.Work> waits(
      Call call,
      CaseHead head,
      CaseAssignments before,
      Choice.NobodyFits nobody,
      String explanation) {
    var event = event(call, head, before, "NOBODY_FITS", explanation);
    var writes = new ArrayList<Write>(cases.following(head, head.touched(call.now()), event));
    writes.add(Assignments.waits(before, nobody.explanation().whyNobody(rules)));
    return Outcome.accepted(new Once.Work(explanation, writes));
  }

  /** The explanation says which reviewer it is: a pseudonym that is not for the timeline. */
  private static CaseEvent event(
      Call call, CaseHead head, CaseAssignments before, String kind, String explanation) {
    return Assignments.event(head, before, call.now(), call.caller().actor(), kind, explanation);
  }

  private Outcome<Response> explained(String hash) {
    return Outcome.accepted(Response.json(OK, body(bodies.get(hash, Explanation.class))));
  }

  private ObjectNode body(Explanation explanation) {
    var taken =
        explanation.candidates().stream()
            .filter(one -> one.standing() == Assessment.Standing.TAKEN)
            .findFirst();
    var body = Json.object().put("caseNumber", explanation.caseNumber().value());
    Json.text(body, "reviewer", taken.map(Assessment::reviewer));
    body.put("on", explanation.on().toString()).put("rules", explanation.rulesVersion());
    body.set("waits", texts(explanation.whyNobody(rules)));
    body.set("notNamed", texts(explanation.notNamed().stream().map(Enum::name).toList()));
    body.set(
        "items",
        explanation.coverage().stream()
            .<JsonNode>map(
                item ->
                    Json.object().put("number", item.item()).put("candidates", item.candidates()))
            .collect(Json.list()));
    body.set(
        "candidates",
        explanation.candidates().stream()
            .<JsonNode>map(one -> candidate(explanation, one))
            .collect(Json.list()));
    return body;
  }

  private static JsonNode texts(List<String> texts) {
    return texts.stream().<JsonNode>map(TextNode::valueOf).collect(Json.list());
  }

  /** Of those who were not taken only what speaks against them: a roster has thousands. */
  private ObjectNode candidate(Explanation explanation, Assessment one) {
    var candidate =
        Json.object()
            .put("reviewer", one.reviewer().value())
            .put("standing", one.standing().name())
            .put("openCases", one.openCases());
    candidate.set(
        "reasons",
        rules.reasons(one, explanation.on()).stream()
            .filter(reason -> one.standing() == Assessment.Standing.TAKEN || !reason.met())
            .<JsonNode>map(
                reason ->
                    Json.object()
                        .put("rule", reason.rule().name())
                        .put("met", reason.met())
                        .put("sentence", reason.sentence()))
            .collect(Json.list()));
    return candidate;
  }
}
