package org.openimr.records;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.IdentityRows;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.records.internal.RowSize;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;

/**
 * Who the reviewers are: the one class that reads it. The rows lie in partitions of their own, of
 * the table and of the index, whose names begin with {@code IDENTITY#}, so that a policy can keep a
 * function's role out of them by {@code dynamodb:LeadingKeys} (Labor Code 4610.6(f)).
 */
public final class Identities {
  private final Table table;

  /** The identities of a table. */
  public Identities(Table table) {
    this.table = table;
  }

  /**
   * An identity as stored.
   *
   * @param version grows with every write, from 1
   */
  public record Entry(ReviewerIdentity identity, long version) {}

  /** Who a reviewer is; empty where the roster has none of that pseudonym. */
  public Optional<Entry> find(Pseudonym reviewer) {
    return table.get(Keys.identity(reviewer)).map(Identities::entry);
  }

  /** Whether a text tells who a reviewer is; never who. */
  public boolean isNamedIn(String text, Pseudonym reviewer) {
    return find(reviewer).filter(entry -> entry.identity().isNamedIn(text)).isPresent();
  }

  /** All of them in the order of their pseudonyms; may lag behind. For an import's duplicates. */
  public List<Entry> all() {
    return ReviewerRows.list(table, IdentityRows.LIST).map(Identities::entry).toList();
  }

  /**
   * Writes an identity.
   *
   * @param before as it was read; empty for a new one
   * @return {@link Commit#REFUSED} where somebody else wrote it since
   */
  public Commit put(Optional<Entry> before, ReviewerIdentity identity) {
    return table.commit(List.of(write(before, identity)));
  }

  /** The write of an identity, on the version that was read, for a transaction with others. */
  public static Write write(Optional<Entry> before, ReviewerIdentity identity) {
    long version = before.map(Entry::version).orElse(0L) + 1;
    var row =
        IdentityRows.attributes(identity)
            .whole("version", version)
            .row(Keys.identity(identity.pseudonym()));
    return new Write.Put(RowSize.checked(row), ReviewerRows.unchanged(before.map(Entry::version)));
  }

  /** Those who have the name of a party of a case; says who may not review it, and no name. */
  public Set<Pseudonym> namesakes(Collection<CaseParty> parties) {
    return ReviewerIdentity.namesakes(all().stream().map(Entry::identity).toList(), parties);
  }

  private static Entry entry(Row row) {
    return new Entry(IdentityRows.identity(row), Attributes.whole(row, "version"));
  }
}
