package org.openimr.records;

import java.util.List;
import java.util.Optional;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.records.internal.RowSize;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Pseudonym;

/**
 * The credentials of the reviewers in the table. Who they are is in {@link Identities}, and nothing
 * here can lead there but the pseudonym.
 */
public final class Roster {
  private final Table table;

  /** The roster of a table. */
  public Roster(Table table) {
    this.table = table;
  }

  /**
   * A reviewer as stored.
   *
   * @param version grows with every write, from 1
   */
  public record Entry(Credentials credentials, long version) {}

  /** A reviewer; empty where the roster has none of that pseudonym. */
  public Optional<Entry> find(Pseudonym reviewer) {
    return table.get(Keys.credentials(reviewer)).map(Roster::entry);
  }

  /** All reviewers in the order of their pseudonyms; may lag behind. */
  public List<Entry> all() {
    return ReviewerRows.list(table, ReviewerRows.ROSTER).map(Roster::entry).toList();
  }

  /**
   * Writes a reviewer.
   *
   * @param before as it was read; empty for a new one
   * @return {@link Commit#REFUSED} where somebody else wrote it since
   */
  public Commit put(Optional<Entry> before, Credentials credentials) {
    return table.commit(List.of(write(before, credentials)));
  }

  /** The write of a reviewer, on the version that was read, for a transaction with others. */
  public static Write write(Optional<Entry> before, Credentials credentials) {
    long version = before.map(Entry::version).orElse(0L) + 1;
    var row =
        ReviewerRows.attributes(credentials)
            .whole("version", version)
            .row(Keys.credentials(credentials.pseudonym()));
    return new Write.Put(RowSize.checked(row), ReviewerRows.unchanged(before.map(Entry::version)));
  }

  /** What happened to a reviewer's entry, oldest first. */
  public List<ReviewerEvent> events(Pseudonym reviewer) {
    return Pages.all(
            after ->
                table.query(
                    Keys.credentials(reviewer).partition(), ReviewerRows.EVENT, after, Pages.SIZE))
        .stream()
        .map(ReviewerRows::event)
        .toList();
  }

  /** The write of an event, unless there is one of its reviewer, time and id. */
  public static Write write(ReviewerEvent event) {
    return new Write.Put(RowSize.checked(ReviewerRows.row(event)), new Condition.Absent());
  }

  private static Entry entry(Row row) {
    return new Entry(ReviewerRows.credentials(row), Attributes.whole(row, "version"));
  }
}
