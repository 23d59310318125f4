package org.openimr.records;

import java.time.Instant;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.RowSize;

/** Who was let into which case. */
public final class Grants {
  private final Table table;

  /** Grants of a table. */
  public Grants(Table table) {
    this.table = table;
  }

  /** A person's grant for a case. */
  public Optional<Grant> find(CaseNumber caseNumber, String id) {
    return table.get(Keys.grant(caseNumber, id)).map(Grants::grant);
  }

  /** The write that lets a person in, in place of an earlier grant. */
  public static Write give(Grant grant) {
    return new Write.Put(row(grant), new Condition.Always());
  }

  /** The write that ends a grant: the row stays, as nothing is ever removed. */
  public static Write take(Grant grant, Instant now) {
    var ended =
        new Grant(grant.caseNumber(), grant.id(), grant.party(), grant.givenAt(), Optional.of(now));
    return new Write.Put(
        row(ended),
        new Condition.AttributeIs("givenAt", new Value.Text(Keys.time(grant.givenAt()))));
  }

  private static Row row(Grant grant) {
    return RowSize.checked(
        new Attributes()
            .text("caseNumber", grant.caseNumber())
            .text("grant", grant.id())
            .text("party", grant.party())
            .text("givenAt", Keys.time(grant.givenAt()))
            .text("until", grant.expires().map(Keys::time))
            .row(Keys.grant(grant.caseNumber(), grant.id())));
  }

  private static Grant grant(Row row) {
    return new Grant(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        Attributes.text(row, "grant"),
        Grant.Party.valueOf(Attributes.text(row, "party")),
        Attributes.time(row, "givenAt"),
        Attributes.found(row, "until", Instant::parse));
  }
}
