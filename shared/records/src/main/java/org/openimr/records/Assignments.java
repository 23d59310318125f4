package org.openimr.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.AssignmentRows;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.CaseRows;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.records.internal.RowSize;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.WrittenApproval;

/**
 * Who reviews which case. A case's assignments change one at a time: each change is one transaction
 * of the assignment, its event and a row that counts the changes, on condition that the case has
 * not moved on. {@link Commit#REFUSED} says to read again.
 */
public final class Assignments {
  private final Table table;

  /** Assignments of a table. */
  public Assignments(Table table) {
    this.table = table;
  }

  /** The assignments of a case. */
  public CaseAssignments of(CaseNumber caseNumber) {
    var rows =
        Pages.all(
            after ->
                table.query(Keys.partition(caseNumber), AssignmentRows.PREFIX, after, Pages.SIZE));
    var count = rows.stream().filter(row -> row.key().equals(Keys.assignments(caseNumber)));
    var guard = count.findFirst();
    return new CaseAssignments(
        caseNumber,
        guard.map(row -> Attributes.whole(row, "version")).orElse(0L),
        guard.flatMap(AssignmentRows::approval),
        guard.map(row -> Attributes.texts(row, "waits")).orElse(List.of()),
        rows.stream()
            .filter(row -> !row.key().equals(Keys.assignments(caseNumber)))
            .map(AssignmentRows::assignment)
            .toList());
  }

  /**
   * Writes an assignment in its next state.
   *
   * @param head the case as it was read
   * @param before its assignments as they were read
   */
  public Commit write(CaseHead head, CaseAssignments before, AssignmentRow after, CaseEvent event) {
    var writes = new ArrayList<>(writes(before, after));
    writes.add(
        new Write.Check(
            Keys.head(head.caseNumber()),
            new Condition.AttributeIs("version", new Value.Whole(head.version()))));
    writes.add(new Write.Put(RowSize.checked(CaseRows.row(event)), new Condition.Absent()));
    return table.commit(writes);
  }

  /**
   * The writes of an assignment in its next state, for a transaction that writes the case's head as
   * well.
   */
  public static List<Write> writes(CaseAssignments before, AssignmentRow after) {
    return List.of(
        guard(before, before.approval(), List.of()),
        new Write.Put(RowSize.checked(AssignmentRows.row(after)), new Condition.Always()));
  }

  /**
   * The write that says why a case waits for a reviewer, for such a transaction.
   *
   * @param why sentences for staff; none once it no longer waits
   */
  public static Write waits(CaseAssignments before, List<String> why) {
    return guard(before, before.approval(), why);
  }

  private static Write guard(
      CaseAssignments before, Optional<WrittenApproval> approval, List<String> waits) {
    return new Write.Put(
        RowSize.checked(
            AssignmentRows.guard(before.caseNumber(), before.version() + 1, approval, waits)),
        ReviewerRows.unchanged(Optional.of(before.version()).filter(version -> version > 0)));
  }

  /**
   * The write of the Administrative Director's approval of more than one reviewer, for a
   * transaction that writes the case's head as well.
   */
  public static Write approved(CaseAssignments before, WrittenApproval approval) {
    return guard(before, Optional.of(approval), before.waits());
  }

  /**
   * The writes of several assignments in their next state, for a transaction that writes the case's
   * head as well.
   *
   * @param before as they were read
   * @param after those that have changed
   */
  public static List<Write> all(CaseAssignments before, List<AssignmentRow> after) {
    var writes = new ArrayList<Write>(List.of(guard(before, before.approval(), List.of())));
    after.forEach(
        row ->
            writes.add(
                new Write.Put(RowSize.checked(AssignmentRows.row(row)), new Condition.Always())));
    return List.copyOf(writes);
  }

  /**
   * The event of a change.
   *
   * @param actor a pseudonym or an identifier of staff, never a name
   */
  public static CaseEvent event(
      CaseHead head, CaseAssignments before, Instant now, String actor, String kind, String cause) {
    return new CaseEvent(
        head.caseNumber(),
        now,
        "assignments-" + (before.version() + 1),
        actor,
        kind,
        head.revision(),
        head.state(),
        cause);
  }

  /** The cases that a reviewer has at hand, earliest due first; may lag behind. */
  public List<AssignmentRow> open(Pseudonym reviewer) {
    return Pages.all(after -> table.query(Index.BY_REVIEWER, reviewer.value(), after, Pages.SIZE))
        .stream()
        .filter(AssignmentRows::isAssignment)
        .map(AssignmentRows::assignment)
        .filter(row -> row.assignment().isOpen())
        .toList();
  }

  /** How many cases each reviewer has at hand; who has none is left out. May lag behind. */
  public Map<Pseudonym, Integer> openCases() {
    var open = new TreeMap<Pseudonym, Integer>();
    ReviewerRows.list(table, AssignmentRows.OPEN)
        .map(AssignmentRows::assignment)
        .forEach(row -> open.merge(row.assignment().reviewer(), 1, Integer::sum));
    return open;
  }
}
