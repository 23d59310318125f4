package org.openimr.records.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Identities;
import org.openimr.records.Roster;
import org.openimr.records.Table;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Assignment.Assigned;
import org.openimr.reviewers.Assignment.Attested;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewCase;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.Tie;
import org.openimr.reviewers.UsState;
import org.openimr.reviewers.WrittenApproval;

/** What roster, identities and assignments do on every table, each test with a table of its own. */
public abstract class ReviewerRowsContract {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final CaseNumber CASE = SampleCase.CASE;
  private static final Pseudonym ONE = new Pseudonym("RV-000001");
  private static final Pseudonym TWO = new Pseudonym("RV-000002");
  private static final CaseParty WORKER = new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Jo Doe"));
  private static final CaseParty PAYER =
      new CaseParty(PartyRole.CLAIMS_ADMINISTRATOR, PartyKey.of("Harbor Mutual"));

  /** A table without rows. */
  protected abstract Table emptyTable() throws Exception;

  @Test
  void givesBackCredentials() throws Exception {
    var roster = new Roster(emptyTable());
    var written = credentials(ONE);
    roster.put(Optional.empty(), written);
    assertEquals(Optional.of(new Roster.Entry(written, 1)), roster.find(ONE));
  }

  @Test
  void listsTheRosterInTheOrderOfPseudonyms() throws Exception {
    var roster = new Roster(emptyTable());
    roster.put(Optional.empty(), credentials(TWO));
    roster.put(Optional.empty(), credentials(ONE));
    assertEquals(
        List.of(ONE, TWO),
        roster.all().stream().map(entry -> entry.credentials().pseudonym()).toList());
  }

  @Test
  void refusesCredentialsReadBeforeAnotherWroteThem() throws Exception {
    var roster = new Roster(emptyTable());
    roster.put(Optional.empty(), credentials(ONE));
    var read = roster.find(ONE);
    assertEquals(
        List.of(Commit.REFUSED, Commit.DONE, Commit.REFUSED),
        List.of(
            roster.put(Optional.empty(), credentials(ONE)),
            roster.put(read, credentials(ONE)),
            roster.put(read, credentials(ONE))));
  }

  @Test
  void givesBackAnIdentity() throws Exception {
    var identities = new Identities(emptyTable());
    var written = identity();
    identities.put(Optional.empty(), written);
    assertEquals(
        List.of(
            Optional.of(new Identities.Entry(written, 1)),
            List.of(new Identities.Entry(written, 1))),
        List.of(identities.find(ONE), identities.all()));
  }

  @Test
  void keepsIdentitiesOutOfTheRoster() throws Exception {
    var table = emptyTable();
    new Identities(table).put(Optional.empty(), identity());
    assertEquals(
        List.of(Optional.empty(), List.of()),
        List.of(new Roster(table).find(ONE), new Roster(table).all()));
  }

  @Test
  void givesBackAnAssignmentInEachState() throws Exception {
    var states =
        List.<Assignment>of(
            new Assigned(CASE, ONE, DAY, List.of(WORKER), List.of(PAYER)),
            new Attested(CASE, ONE, DAY, DAY.plusDays(1), List.of(WORKER, PAYER)),
            new Assignment.TieDeclared(CASE, ONE, DAY, PartyRole.EMPLOYEE, Tie.Nature.FAMILIAL),
            new Assignment.Returned(CASE, ONE, DAY),
            new Assignment.Ended(CASE, ONE, DAY, Assignment.Ending.DECIDED));
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    states.forEach(state -> write(assignments, head, row(state)));
    var last = assignments.of(CASE);
    assertEquals(
        new CaseAssignments(CASE, 5, Optional.empty(), List.of(), List.of(row(states.getLast()))),
        last);
    for (Assignment state : states) {
      write(assignments, head, row(state));
      assertEquals(List.of(row(state)), assignments.of(CASE).rows());
    }
  }

  @Test
  void writesTheEventOfAChange() throws Exception {
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    var event = write(assignments, head, row(assigned(ONE)));
    assertEquals(event, new Cases(table).events(CASE).getLast());
  }

  @Test
  void letsOneOfTwoAssignmentsWin() throws Exception {
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    var read = assignments.of(CASE);
    var event = event(head, read);
    assertEquals(
        List.of(Commit.DONE, Commit.REFUSED, List.of(row(assigned(ONE)))),
        List.of(
            assignments.write(head, read, row(assigned(ONE)), event),
            assignments.write(head, read, row(assigned(TWO)), event),
            assignments.of(CASE).rows()));
  }

  @Test
  void refusesAChangeOfACaseThatHasMovedOn() throws Exception {
    var table = emptyTable();
    var read = SampleCase.parsed(table, new MemoryObjects());
    SampleCase.evaluatedAfter(read, table, new MemoryObjects());
    var assignments = new Assignments(table);
    var before = assignments.of(CASE);
    assertEquals(
        Commit.REFUSED, assignments.write(read, before, row(assigned(ONE)), event(read, before)));
  }

  @Test
  void listsAndCountsTheCasesAtHand() throws Exception {
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    write(assignments, head, row(assigned(ONE)));
    write(assignments, head, row(new Attested(CASE, TWO, DAY, DAY, List.of(WORKER))));
    write(assignments, head, row(new Assignment.Returned(CASE, ONE, DAY)));
    assertEquals(
        List.of(
            List.of(),
            List.of(row(new Attested(CASE, TWO, DAY, DAY, List.of(WORKER)))),
            Map.of(TWO, 1)),
        List.of(assignments.open(ONE), assignments.open(TWO), assignments.openCases()));
  }

  @Test
  void tellsWhoIsBarred() throws Exception {
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    write(assignments, head, row(new Assignment.Returned(CASE, ONE, DAY)));
    write(assignments, head, row(assigned(TWO)));
    assertEquals(Map.of(ONE, ReviewCase.Bar.DECLARED_TIE), assignments.of(CASE).barred());
  }

  @Test
  void keepsAnApprovalOverLaterChanges() throws Exception {
    var table = emptyTable();
    var head = SampleCase.parsed(table, new MemoryObjects());
    var assignments = new Assignments(table);
    var approval = new WrittenApproval(DAY, "a".repeat(64), 3);
    var before = assignments.of(CASE);
    assertEquals(Commit.DONE, table.commit(List.of(Assignments.approved(before, approval))));
    write(assignments, head, row(assigned(ONE)));
    assertEquals(
        new CaseAssignments(CASE, 2, Optional.of(approval), List.of(), List.of(row(assigned(ONE)))),
        assignments.of(CASE));
  }

  private static CaseEvent write(Assignments assignments, CaseHead head, AssignmentRow row) {
    var before = assignments.of(CASE);
    var event = event(head, before);
    assertEquals(Commit.DONE, assignments.write(head, before, row, event));
    return event;
  }

  private static CaseEvent event(CaseHead head, CaseAssignments before) {
    return Assignments.event(
        head, before, SampleCase.CUT.plusSeconds(before.version()), "staff-1", "ASSIGNED", "x");
  }

  private static Assigned assigned(Pseudonym reviewer) {
    return new Assigned(CASE, reviewer, DAY, List.of(WORKER, PAYER), List.of());
  }

  private static AssignmentRow row(Assignment assignment) {
    return new AssignmentRow(
        assignment, Optional.of(DAY.plusDays(30)), Optional.of("e".repeat(64)), false);
  }

  private static Credentials credentials(Pseudonym reviewer) {
    return new Credentials(
        reviewer,
        List.of(
            new Licence(UsState.CA, LicenceKind.MD, LicenceStatus.UNRESTRICTED, DAY),
            new Licence(UsState.NV, LicenceKind.DO, LicenceStatus.SURRENDERED, DAY)),
        List.of(
            new BoardCertification(Board.ABMS, Specialty.PAIN_MEDICINE, Optional.of(DAY)),
            new BoardCertification(Board.AOA, Specialty.FAMILY_MEDICINE, Optional.empty())),
        Set.of(Specialty.PAIN_MEDICINE, Specialty.FAMILY_MEDICINE),
        DAY.minusYears(9),
        31,
        false,
        true,
        List.of(
            new Affiliation(
                PartyKey.of("Harbor Mutual"),
                Link.THE_PARTY,
                new Tie.Financial(new BigDecimal("7.5"))),
            new Affiliation(
                PartyKey.of("Bay Clinic"), Link.AN_OFFICER, new Tie.Familial(Tie.Relative.SIBLING)),
            new Affiliation(
                PartyKey.of("Bay Clinic"),
                Link.THE_PARTY,
                new Tie.Professional(Tie.Relation.CONTRACTOR))));
  }

  private static ReviewerIdentity identity() {
    return new ReviewerIdentity(
        ONE,
        "Quill",
        "Ada",
        Optional.empty(),
        List.of(new LicenceNumber(UsState.CA, LicenceKind.MD, "A 10001")),
        Map.of(PartyKey.of("Bay | Clinic"), "Bay | Clinic"));
  }
}
