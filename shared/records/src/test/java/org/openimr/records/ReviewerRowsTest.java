package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.ReviewerRowsContract;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.RosterCsv;
import org.openimr.reviewers.UsState;

/** The table in memory keeps the contract, and rows hold what they may. */
class ReviewerRowsTest extends ReviewerRowsContract {
  @Override
  protected Table emptyTable() {
    return new MemoryTable();
  }

  /** What a policy on {@code dynamodb:LeadingKeys} rests on, in the table and in the index. */
  @Test
  void putsIdentitiesIntoPartitionsThatAPolicyCanClose() {
    var table = new MemoryTable();
    new Identities(table).put(Optional.empty(), identity("Quill"));
    var row = table.rows().getFirst();
    assertEquals(
        List.of("IDENTITY#RV-000001", true),
        List.of(row.key().partition(), listed(row, "IDENTITY#")));
  }

  @Test
  void holdsTheLongestCellsOfARosterInARow() {
    var identity = identity("q".repeat(RosterCsv.MAX_CELL_CHARACTERS));
    assertEquals(Commit.DONE, new Identities(new MemoryTable()).put(Optional.empty(), identity));
  }

  private static ReviewerIdentity identity(String name) {
    return new ReviewerIdentity(
        new Pseudonym("RV-000001"),
        name,
        name,
        Optional.of(name),
        List.of(new LicenceNumber(UsState.CA, LicenceKind.MD, "A 1")),
        Map.of(PartyKey.of("Bay"), name));
  }

  private static boolean listed(Row row, String prefix) {
    return row.attributes().get(Index.BY_STATUS.partitionAttribute())
            instanceof Value.Text(var text)
        && text.startsWith(prefix);
  }
}
