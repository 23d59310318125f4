package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.Ownership;
import org.openimr.records.Row;
import org.openimr.records.Value;

/**
 * Whose a case is, as a row. While a case has no head this row stands in the indexes in its place;
 * from the first revision on the head does, with the same attributes.
 */
public final class OwnerRows {
  /** Where {@code byStatus} lists cases that were opened and have no revision. */
  public static final String OPENED = "OPENED";

  private OwnerRows() {}

  /** The row of a case without a head: listed. */
  public static Row listed(Ownership ownership) {
    var number = ownership.caseNumber();
    return attributes(ownership)
        .text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(OPENED, number.value()))
        .text(Index.BY_STATUS.sortAttribute(), Keys.dueCase(Optional.empty(), number))
        .row(Keys.owner(number));
  }

  /** The row of a case whose head is listed. */
  public static Row unlisted(Ownership ownership) {
    return attributes(ownership).row(Keys.owner(ownership.caseNumber()));
  }

  private static Attributes attributes(Ownership ownership) {
    return new Attributes()
        .text("caseNumber", ownership.caseNumber())
        .text(Index.BY_ORGANIZATION.partitionAttribute(), ownership.organization())
        .text(Index.BY_REVIEWER.partitionAttribute(), ownership.reviewer())
        .texts("further", ownership.further())
        .whole("version", ownership.version())
        .text("openedAt", Keys.time(ownership.openedAt()));
  }

  /** The ownership of a row. */
  public static Ownership ownership(Row row) {
    return new Ownership(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        found(row, Index.BY_ORGANIZATION.partitionAttribute(), Function.identity()),
        found(row, Index.BY_REVIEWER.partitionAttribute(), Function.identity()),
        Attributes.texts(row, "further"),
        Attributes.whole(row, "version"),
        Attributes.time(row, "openedAt"));
  }

  /** A head's row with what the indexes by organization and by reviewer look at. */
  public static Row owned(Row head, Optional<Ownership> ownership) {
    var attributes = new TreeMap<>(head.attributes());
    ownership
        .flatMap(Ownership::organization)
        .ifPresent(
            name ->
                attributes.put(Index.BY_ORGANIZATION.partitionAttribute(), new Value.Text(name)));
    ownership
        .flatMap(Ownership::reviewer)
        .ifPresent(
            name -> attributes.put(Index.BY_REVIEWER.partitionAttribute(), new Value.Text(name)));
    return new Row(head.key(), attributes);
  }

  /** That nobody has written the ownership since it was read. */
  public static Condition unchanged(Optional<Ownership> ownership) {
    return ownership
        .<Condition>map(
            there -> new Condition.AttributeIs("version", new Value.Whole(there.version())))
        .orElse(new Condition.Absent());
  }
}
