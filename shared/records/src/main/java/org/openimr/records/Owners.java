package org.openimr.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.Heads;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.OwnerRows;
import org.openimr.records.internal.RowSize;

/**
 * Whose the cases are. A change rewrites the head's row with a higher version, so that lists by
 * organization and by reviewer, and whoever holds an old entity tag, learn of it.
 */
public final class Owners {
  private final Table table;

  /** Owners in a table. */
  public Owners(Table table) {
    this.table = table;
  }

  /** Whose a case is; empty where nobody has said. */
  public Optional<Ownership> find(CaseNumber caseNumber) {
    return table.get(Keys.owner(caseNumber)).map(OwnerRows::ownership);
  }

  /**
   * The writes of a change.
   *
   * @param before as it was read; empty where nobody had said
   * @param head the case's head as it was read with it
   */
  public List<Write> writes(Optional<Ownership> before, Ownership after, Optional<CaseHead> head) {
    var condition = OwnerRows.unchanged(before);
    if (head.isEmpty()) {
      return List.of(
          new Write.Put(RowSize.checked(OwnerRows.listed(after)), condition),
          new Write.Check(Keys.head(after.caseNumber()), new Condition.Absent()));
    }
    var version = new Value.Whole(head.get().version());
    var row = OwnerRows.owned(Heads.row(head.get()), Optional.of(after));
    var attributes = new TreeMap<>(row.attributes());
    attributes.put("version", new Value.Whole(version.value() + 1));
    return List.of(
        new Write.Put(RowSize.checked(OwnerRows.unlisted(after)), condition),
        new Write.Put(
            RowSize.checked(new Row(row.key(), attributes)),
            new Condition.AttributeIs("version", version)));
  }

  /**
   * The writes of a head that follows: its row is listed where its owner looks, and only if the
   * owner is still the same.
   */
  List<Write> withHead(Optional<CaseHead> before, CaseHead after, Condition unchanged) {
    var number = after.caseNumber();
    var ownership = find(number);
    var writes = new ArrayList<Write>();
    writes.add(
        new Write.Put(RowSize.checked(OwnerRows.owned(Heads.row(after), ownership)), unchanged));
    boolean takesOver = before.isEmpty() && ownership.isPresent();
    writes.add(
        takesOver
            ? new Write.Put(OwnerRows.unlisted(ownership.get()), OwnerRows.unchanged(ownership))
            : new Write.Check(Keys.owner(number), OwnerRows.unchanged(ownership)));
    return writes;
  }
}
