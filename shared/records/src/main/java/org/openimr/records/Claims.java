package org.openimr.records;

import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.procedure.EligibilityFinding;
import org.openimr.procedure.FiledTwice;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;

/**
 * Which cases have named a claim. A row says so once, with the revision that did, and stays: what
 * the cases are now decides whether they are the same dispute. So the answer is the same in
 * whatever order they came, and however often.
 */
public final class Claims {
  private final Table table;
  private final Cases cases;
  private final Bodies bodies;

  /** Claims of a table, whose case files are in a store. */
  public Claims(Table table, Bodies bodies) {
    this.table = table;
    this.cases = new Cases(table);
    this.bodies = bodies;
  }

  /** Other cases that dispute the same, as flags for staff; reads their case files. */
  public List<EligibilityFinding> filedTwice(CaseHead head) {
    var file = bodies.get(head.caseFile(), CaseFile.class);
    var others =
        FiledTwice.claim(file.fields()).map(this::cases).orElse(List.of()).stream()
            .filter(other -> !other.equals(head.caseNumber()))
            .flatMap(other -> cases.head(other).stream())
            .map(other -> bodies.get(other.caseFile(), CaseFile.class))
            .toList();
    return FiledTwice.find(file, others);
  }

  private List<CaseNumber> cases(String claim) {
    return Pages.all(after -> table.query(Keys.claim(claim), "CASE#", after, Pages.SIZE)).stream()
        .map(row -> new CaseNumber(Attributes.text(row, "caseNumber")))
        .toList();
  }

  /** The write that a case has named its claim, if it has; again is the same. */
  static Optional<Write> write(CaseFile file) {
    return FiledTwice.claim(file.fields())
        .map(
            claim ->
                new Write.Put(
                    new Attributes()
                        .text("caseNumber", file.caseNumber())
                        .row(Keys.claim(claim, file.caseNumber())),
                    new Condition.Always()));
  }
}
