package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Priority;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Missing;
import org.openimr.records.Assignments;
import org.openimr.records.Authorizations;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Grant;
import org.openimr.records.Grants;
import org.openimr.records.Table;
import org.openimr.records.UploadTickets;
import org.openimr.records.Write;

/**
 * What parties and the claims administrator may do to a case that is open: turn it into an
 * expedited review, withdraw it, report that the treatment is authorized; and staff, to extend the
 * time for the determination.
 */
public final class PartyActs {
  private final HeadChange changes;
  private final RecentBodies bodies;
  private final Grants grants;
  private final Authorizations authorizations;

  /** Acts in a table. */
  public static PartyActs of(
      Table table,
      Cases cases,
      Assignments assignments,
      RecentBodies bodies,
      Grants grants,
      Once once) {
    var changes = new HeadChange(cases, assignments, new UploadTickets(table), once);
    return new PartyActs(changes, bodies, grants, new Authorizations(table));
  }

  private PartyActs(
      HeadChange changes, RecentBodies bodies, Grants grants, Authorizations authorizations) {
    this.changes = changes;
    this.bodies = bodies;
    this.grants = grants;
    this.authorizations = authorizations;
  }

  /**
   * The requesting physician certifies an imminent and serious threat (8 CCR 9792.10.4(c); LC
   * 4610.6(d)(2)): the hours run from now, and what ends sooner stays.
   */
  public Outcome<Response> expedite(Call call) {
    return by(call, Set.of(Grant.Party.REQUESTING_PHYSICIAN), "The requesting physician certifies.")
        .then(_ -> changes.run(call, head -> expedited(call, head)));
  }

  private Outcome<HeadChange.Change> expedited(Call call, CaseHead head) {
    var fields = bodies.file(head).fields();
    if (!isOpen(head.state())) {
      return closed();
    }
    if (head.due().expedited().isPresent() || isExpedited(fields)) {
      return Outcome.rejected(Code.WRONG_STATE, "The review is an expedited one already.");
    }
    var due = head.due().expedited(fields, isReady(head), call.now());
    return dated(call, "certifiedOn")
        .then(
            _ ->
                Outcome.accepted(
                    new HeadChange.Change(
                        head.due(due, call.now()),
                        "EXPEDITED",
                        call.body().path("threat").asText() + " " + paper(call),
                        List.of())));
  }

  /** Who applied withdraws, in writing and before there is a decision. */
  public Outcome<Response> withdraw(Call call) {
    return by(
            call,
            Set.of(Grant.Party.WORKER, Grant.Party.ATTORNEY),
            "The worker or the worker's attorney withdraws.")
        .then(_ -> changes.run(call, head -> withdrawn(call, head)));
  }

  private static Outcome<HeadChange.Change> withdrawn(Call call, CaseHead head) {
    if (!isOpen(head.state()) && head.state() != CaseState.DEFERRED) {
      return closed();
    }
    return dated(call, "signedOn")
        .then(
            _ ->
                Outcome.accepted(
                    new HeadChange.Change(
                        head.closed(CaseState.WITHDRAWN, call.now()),
                        "WITHDRAWN",
                        paper(call),
                        List.of())));
  }

  /**
   * The claims administrator reports that treatment is authorized, at any time (8 CCR
   * 9792.10.6(a)): of all items it ends the case, of some it leaves the others in dispute.
   */
  public Outcome<Response> authorize(Call call) {
    return changes.run(call, head -> authorized(call, head));
  }

  private Outcome<HeadChange.Change> authorized(Call call, CaseHead head) {
    if (!isOpen(head.state())
        && head.state() != CaseState.DEFERRED
        && head.state() != CaseState.ADOPTED) {
      return closed();
    }
    var items = bodies.file(head).fields().disputedItems();
    var numbers = numbers(call, items);
    if (numbers.stream().anyMatch(number -> number > items.size())) {
      return Outcome.rejected(
          Code.ITEM_NOT_FOUND,
          "items: the case has " + items.size() + " disputed items, numbered from 1.");
    }
    var keys = new HashSet<>(authorizations.of(head.caseNumber()));
    numbers.forEach(number -> keys.add(Authorizations.key(items.get(number - 1))));
    boolean all = items.stream().map(Authorizations::key).allMatch(keys::contains);
    return dated(call, "authorizedOn")
        .then(
            on ->
                Outcome.accepted(
                    new HeadChange.Change(
                        all
                            ? head.closed(CaseState.TERMINATED, call.now())
                            : head.touched(call.now()),
                        all ? "TERMINATED" : "AUTHORIZED",
                        paper(call),
                        writes(call, head, items, numbers, on))));
  }

  /** Without numbers it is all of the disputed treatment. */
  private static Set<Integer> numbers(Call call, List<DisputedItem> items) {
    var numbers = new TreeSet<Integer>();
    call.body().path("items").forEach(number -> numbers.add(number.asInt()));
    for (int number = 1; number <= items.size() && !call.body().has("items"); number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static List<Write> writes(
      Call call, CaseHead head, List<DisputedItem> items, Set<Integer> numbers, LocalDate on) {
    var writes = new ArrayList<Write>();
    numbers.stream()
        .map(number -> Authorizations.key(items.get(number - 1)))
        .distinct()
        .forEach(
            key ->
                writes.add(
                    Authorizations.write(head.caseNumber(), key, on, paper(call), call.now())));
    return writes;
  }

  /** Staff notes that the administrative director has approved more time (LC 4610.6(d)(3)). */
  public Outcome<Response> extend(Call call) {
    return changes.run(call, head -> extended(call, head));
  }

  private Outcome<HeadChange.Change> extended(Call call, CaseHead head) {
    if (!isOpen(head.state()) || !isReady(head) || head.due().complete().isEmpty()) {
      return Outcome.rejected(
          Code.WRONG_STATE, "Only a review whose records are complete can be extended.");
    }
    if (head.due().extended()) {
      return Outcome.rejected(Code.WRONG_STATE, "The review is extended already.");
    }
    var due = head.due().extended(bodies.file(head).fields(), true);
    return dated(call, "approvedOn")
        .then(
            _ ->
                Outcome.accepted(
                    new HeadChange.Change(
                        head.due(due, call.now()), "EXTENDED", paper(call), List.of())));
  }

  private Outcome<Grant.Party> by(Call call, Set<Grant.Party> parties, String who) {
    return grants
        .find(call.theCase().caseNumber(), call.caller().id())
        .map(Grant::party)
        .filter(parties::contains)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.rejected(Code.PARTY_FORBIDDEN, who));
  }

  static Outcome<LocalDate> dated(Call call, String field) {
    JsonNode day = call.body().path(field);
    var date = LocalDate.parse(day.asText());
    return date.isAfter(Clocks.day(call.now()))
        ? Outcome.rejected(Code.IMPOSSIBLE_DATES, field + ": the day lies in the future.")
        : Outcome.accepted(date);
  }

  private static String paper(Call call) {
    return call.body().path("paper").asText();
  }

  private static boolean isExpedited(CaseFields fields) {
    return fields.priority().filter(Priority.EXPEDITED::equals).isPresent();
  }

  private static boolean isReady(CaseHead head) {
    return head.missing().stream().noneMatch(Missing::stops);
  }

  static boolean isOpen(CaseState state) {
    return switch (state) {
      case PENDING_RECORDS, PARSED, EVALUATED, PROPOSED, FAILED -> true;
      case ADOPTED, ISSUED, INELIGIBLE, DEFERRED, WITHDRAWN, TERMINATED -> false;
    };
  }

  static <T> Outcome<T> closed() {
    return Outcome.rejected(
        Code.WRONG_STATE,
        "The review does not run: it is decided, deferred or closed. See the state of the case.");
  }
}
