package org.openimr.records;

import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ReviewAction;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.RowSize;
import org.openimr.reviewers.Pseudonym;

/**
 * What reviewers decide, item by item, before they adopt. A review belongs to a revision and its
 * evaluation: a case that is cut or evaluated anew has none.
 */
public final class Reviews {
  private final Table table;
  private final Cases cases;

  /** Reviews in a table. */
  public Reviews(Table table) {
    this.table = table;
    this.cases = new Cases(table);
  }

  /** The reviews of what a head points at, by reviewer and item. */
  public List<ReviewRow> of(CaseHead head) {
    return rows(head, "REVIEW#");
  }

  /** Those of one reviewer, by item. */
  public List<ReviewRow> of(CaseHead head, Pseudonym reviewer) {
    return rows(head, "REVIEW#" + reviewer + "#");
  }

  private List<ReviewRow> rows(CaseHead head, String kind) {
    var content = new Value.Text(evaluation(head));
    String prefix = Keys.revisionPrefix(head.revision()) + kind;
    return Pages.all(
            after -> table.query(Keys.partition(head.caseNumber()), prefix, after, Pages.SIZE))
        .stream()
        .filter(row -> content.equals(row.attributes().get("content")))
        .map(Reviews::review)
        .toList();
  }

  /**
   * Writes a review whose body is stored, in place of the reviewer's earlier one of the item.
   *
   * @param after the head with its next version: other reviewers and an adoption learn of it
   */
  public Commit put(CaseHead before, CaseHead after, ReviewRow review, CaseEvent event) {
    var writes = new ArrayList<>(cases.following(before, after, event));
    writes.add(new Write.Put(RowSize.checked(row(before, review)), new Condition.Always()));
    return table.commit(List.copyOf(writes));
  }

  private static String evaluation(CaseHead head) {
    return head.evaluation().map(EvaluationPointer::hash).orElse("");
  }

  private static Row row(CaseHead head, ReviewRow review) {
    return new Attributes()
        .text("content", evaluation(head))
        .text("pseudonym", review.reviewer())
        .whole("number", review.number())
        .text("action", review.action())
        .text("decision", review.decision())
        .text("body", review.body())
        .text("at", review.at())
        .row(Keys.review(head.caseNumber(), head.revision(), review.reviewer(), review.number()));
  }

  private static ReviewRow review(Row row) {
    return new ReviewRow(
        new Pseudonym(Attributes.text(row, "pseudonym")),
        (int) Attributes.whole(row, "number"),
        ReviewAction.valueOf(Attributes.text(row, "action")),
        Decision.valueOf(Attributes.text(row, "decision")),
        Attributes.text(row, "body"),
        Attributes.time(row, "at"));
  }
}
