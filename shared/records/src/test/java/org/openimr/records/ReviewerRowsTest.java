package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.ReviewerRowsContract;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.Candidate;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Explanation;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewCase;
import org.openimr.reviewers.ReviewItem;
import org.openimr.reviewers.ReviewerChoice;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.RosterCsv;
import org.openimr.reviewers.Tie;
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

  @Test
  void storesTheExplanationOfAChoiceAsABody() {
    var bodies = new Bodies(new MemoryObjects(), Settings.EMBEDDED);
    var party = new CaseParty(PartyRole.REQUESTING_PHYSICIAN, PartyKey.of("Bay Clinic"));
    var review =
        new ReviewCase(
            new CaseNumber("CM15-0000001"),
            LocalDate.parse("2026-03-02"),
            List.of(new ReviewItem(1, TreatmentCategory.MASSAGE, Set.of(Region.KNEE))),
            List.of(party),
            Map.of());
    var tied =
        new Credentials(
            new Pseudonym("RV-000001"),
            List.of(),
            List.of(),
            Set.of(),
            LocalDate.parse("2026-01-01"),
            0,
            true,
            true,
            List.of(
                new Affiliation(
                    party.key(), Link.THE_PARTY, new Tie.Professional(Tie.Relation.EMPLOYMENT))));
    var explanation = ReviewerChoice.choose(review, List.of(new Candidate(tied, 2))).explanation();
    assertEquals(explanation, bodies.get(bodies.put(explanation), Explanation.class));
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
