package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.date;
import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.texts;
import static org.openimr.records.internal.Attributes.whole;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Index;
import org.openimr.records.Row;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.Tie;
import org.openimr.reviewers.WrittenApproval;

/** The assignments of a case as rows: one for each reviewer, and one that counts the changes. */
public final class AssignmentRows {
  /** How the sort keys of all of them begin. */
  public static final String PREFIX = "ASSIGNMENT";

  /** The list of open assignments in {@code byStatus}. */
  public static final String OPEN = "ASSIGNED";

  private AssignmentRows() {}

  /**
   * An assignment; listed for its reviewer while it is open. One of a further reviewer stays in the
   * reviewer's list once the case is decided, as the head does in the first one's.
   */
  public static Row row(AssignmentRow row) {
    var assignment = row.assignment();
    var attributes =
        state(assignment)
            .text("caseNumber", assignment.caseNumber())
            .text("pseudonym", assignment.reviewer())
            .text("due", row.due())
            .text("explanation", row.explanation())
            .text("further", Optional.of("yes").filter(_ -> row.further()));
    if (assignment.isOpen() || (row.further() && assignment.hasDecided())) {
      attributes
          .text(Index.BY_REVIEWER.partitionAttribute(), assignment.reviewer())
          .text(
              Index.BY_REVIEWER.sortAttribute(), Keys.dueCase(row.due(), assignment.caseNumber()));
    }
    if (assignment.isOpen()) {
      attributes.text(
          Index.BY_STATUS.partitionAttribute(),
          Keys.statusShard(OPEN, assignment.caseNumber().value()));
    }
    return attributes.row(Keys.assignment(assignment.caseNumber(), assignment.reviewer()));
  }

  private static Attributes state(Assignment assignment) {
    return switch (assignment) {
      case Assignment.Assigned(var number, var who, var on, var open, var cleared) ->
          named("ASSIGNED", on).texts("open", parties(open)).texts("cleared", parties(cleared));
      case Assignment.Attested(var number, var who, var assignedOn, var on, var cleared) ->
          named("ATTESTED", on).text("assignedOn", assignedOn).texts("cleared", parties(cleared));
      case Assignment.TieDeclared(var number, var who, var on, var role, var nature) ->
          named("TIE_DECLARED", on).text("role", role).text("nature", nature);
      case Assignment.Returned(var number, var who, var on) -> named("RETURNED", on);
      case Assignment.Ended(var number, var who, var on, var ending) ->
          named("ENDED", on).text("ending", ending);
    };
  }

  private static Attributes named(String state, LocalDate on) {
    return new Attributes().text("assignment", state).text("on", on);
  }

  /** Whether a row of an index is an assignment. */
  public static boolean isAssignment(Row row) {
    return row.key().sort().startsWith(PREFIX);
  }

  /** Whether a row of an index lists a case for a further reviewer. */
  public static boolean isFurther(Row row) {
    return isAssignment(row) && found(row, "further", Function.identity()).isPresent();
  }

  /** The assignment of a row. */
  public static AssignmentRow assignment(Row row) {
    return new AssignmentRow(
        state(row),
        date(row, "due"),
        found(row, "explanation", Function.identity()),
        found(row, "further", Function.identity()).isPresent());
  }

  private static Assignment state(Row row) {
    var number = new CaseNumber(text(row, "caseNumber"));
    var reviewer = new Pseudonym(text(row, "pseudonym"));
    var on = LocalDate.parse(text(row, "on"));
    String state = text(row, "assignment");
    return switch (state) {
      case "ASSIGNED" ->
          new Assignment.Assigned(
              number, reviewer, on, parties(row, "open"), parties(row, "cleared"));
      case "ATTESTED" ->
          new Assignment.Attested(
              number,
              reviewer,
              LocalDate.parse(text(row, "assignedOn")),
              on,
              parties(row, "cleared"));
      case "TIE_DECLARED" ->
          new Assignment.TieDeclared(
              number,
              reviewer,
              on,
              PartyRole.valueOf(text(row, "role")),
              Tie.Nature.valueOf(text(row, "nature")));
      case "RETURNED" -> new Assignment.Returned(number, reviewer, on);
      case "ENDED" ->
          new Assignment.Ended(
              number, reviewer, on, Assignment.Ending.valueOf(text(row, "ending")));
      default -> throw new IllegalStateException("no state of an assignment");
    };
  }

  /** The row that counts the changes, with the approval of more than one reviewer. */
  public static Row guard(
      CaseNumber caseNumber, long version, Optional<WrittenApproval> approval, List<String> waits) {
    return new Attributes()
        .whole("version", version)
        .texts("waits", waits)
        .text("approvedOn", approval.map(WrittenApproval::on))
        .text("approval", approval.map(WrittenApproval::documentHash))
        .whole("approvedReviewers", WrittenApproval.most(approval))
        .row(Keys.assignments(caseNumber));
  }

  /** The approval on that row. */
  public static Optional<WrittenApproval> approval(Row guard) {
    return date(guard, "approvedOn")
        .map(
            on ->
                new WrittenApproval(
                    on, text(guard, "approval"), (int) whole(guard, "approvedReviewers")));
  }

  private static List<String> parties(List<CaseParty> parties) {
    return parties.stream().map(party -> party.role() + "|" + party.key().value()).toList();
  }

  private static List<CaseParty> parties(Row row, String name) {
    return texts(row, name).stream()
        .map(entry -> ReviewerRows.parts(entry, 2))
        .map(parts -> new CaseParty(PartyRole.valueOf(parts.get(0)), new PartyKey(parts.get(1))))
        .toList();
  }
}
