package org.openimr.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.records.internal.RowSize;
import org.openimr.reviewers.ProposalAgreement;

/**
 * The adoption of cases, and what was adopted against what was proposed. A case is adopted in one
 * transaction, on condition that its version, its case file, its evaluation and its assignments are
 * those that the reviewers have read.
 */
public final class Adoptions {
  /** Where {@code byStatus} lists what was adopted. */
  private static final String LIST = "DECISIONS";

  /** Of an item, as it is written. */
  private static final int PARTS = 6;

  private final Table table;
  private final Cases cases;

  /** Adoptions in a table. */
  public Adoptions(Table table) {
    this.table = table;
    this.cases = new Cases(table);
  }

  /**
   * Everything that one adoption writes.
   *
   * @param before the head that was read; it is evaluated
   * @param after the adopted head, whose body is stored
   * @param items what was adopted against what was proposed
   * @param assignments as they were read
   * @param ended those that end with the decision
   */
  public record Change(
      CaseHead before,
      CaseHead after,
      List<ProposalAgreement.Decided> items,
      CaseAssignments assignments,
      List<AssignmentRow> ended,
      CaseEvent event) {
    /** Copies the lists. */
    public Change {
      items = List.copyOf(items);
      ended = List.copyOf(ended);
    }
  }

  /** The writes of an adoption, for one transaction. */
  public List<Write> writes(Change change) {
    var head = change.before();
    var writes = new ArrayList<>(cases.following(head, change.after(), change.event()));
    writes.addAll(Assignments.all(change.assignments(), change.ended()));
    writes.add(is(head, "CUT", head.caseFile()));
    writes.add(is(head, "DECIDED", head.evaluation().map(EvaluationPointer::hash).orElseThrow()));
    writes.add(
        new Write.Put(
            RowSize.checked(row(change.after(), change.items())), new Condition.Always()));
    return List.copyOf(writes);
  }

  /** The marker of a revision's content, which {@link Cases} writes with its rows. */
  private static Write is(CaseHead head, String marker, String content) {
    return new Write.Check(
        Keys.revision(head.caseNumber(), head.revision(), marker),
        new Condition.AttributeIs("content", new Value.Text(content)));
  }

  /**
   * What was decided.
   *
   * @param complete whether these are all
   */
  public record Found(int cases, List<ProposalAgreement.Decided> items, boolean complete) {
    /** Copies the list. */
    public Found {
      items = List.copyOf(items);
    }
  }

  /**
   * What was decided in all cases, by shard and then by the day of the decision; may lag behind.
   *
   * @param most cases that are read of a shard
   */
  public Found all(int most) {
    var rows = new ArrayList<Row>();
    boolean complete = true;
    for (String shard : shards()) {
      Optional<Key> after = Optional.empty();
      int read = 0;
      do {
        var page = table.query(Index.BY_STATUS, shard, after, Math.min(Pages.SIZE, most - read));
        rows.addAll(page.rows());
        read += page.rows().size();
        after = page.next();
      } while (after.isPresent() && read < most);
      complete &= after.isEmpty();
    }
    return new Found(
        rows.size(), rows.stream().flatMap(row -> items(row).stream()).toList(), complete);
  }

  private static List<String> shards() {
    return IntStream.range(0, Keys.SHARDS).mapToObj(shard -> LIST + "#" + shard).toList();
  }

  private static Row row(CaseHead head, List<ProposalAgreement.Decided> items) {
    CaseNumber number = head.caseNumber();
    LocalDate day = head.adoption().map(AdoptionPointer::decisionDate).orElseThrow();
    return new Attributes()
        .text("caseNumber", number)
        .text("decisionDate", day)
        .texts("items", items.stream().map(Adoptions::written).toList())
        .text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(LIST, number.value()))
        .text(Index.BY_STATUS.sortAttribute(), Keys.dueCase(Optional.of(day), number))
        .row(Keys.revision(number, head.revision(), "ADOPTED"));
  }

  private static String written(ProposalAgreement.Decided item) {
    return String.join(
        "|",
        Integer.toString(item.number()),
        item.topic().orElse(""),
        item.category().name(),
        item.proposed().name(),
        item.adopted().name(),
        item.overridden() ? "OVERRIDE" : "ADOPT");
  }

  private static List<ProposalAgreement.Decided> items(Row row) {
    return Attributes.texts(row, "items").stream().map(Adoptions::item).toList();
  }

  private static ProposalAgreement.Decided item(String written) {
    var parts = ReviewerRows.parts(written, PARTS);
    return new ProposalAgreement.Decided(
        Integer.parseInt(parts.get(0)),
        Optional.of(parts.get(1)).filter(topic -> !topic.isEmpty()),
        TreatmentCategory.valueOf(parts.get(2)),
        Decision.valueOf(parts.get(3)),
        Decision.valueOf(parts.get(4)),
        parts.get(5).equals("OVERRIDE"));
  }
}
