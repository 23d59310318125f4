package org.openimr.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Identities;
import org.openimr.records.Owners;
import org.openimr.records.Roster;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.UsState;
import org.openimr.reviewers.WrittenApproval;

/** Invented reviewers of a case, as roster and assignment leave them. */
final class Reviewers {
  static final Pseudonym FIRST = new Pseudonym("RV-000007");
  static final Pseudonym SECOND = new Pseudonym("RV-000008");

  /** Who they are; no word of it stands anywhere else in the tests. */
  static final List<String> SECRETS =
      List.of("Quillfeather", "Thessaly", "XQ-99417", "quill@example.org", "Quillfeather Clinic");

  private static final LocalDate DAY = LocalDate.of(2015, 11, 19);
  private static final CaseParty WORKER =
      new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Somebody Else"));

  private final Front front;
  private final CaseNumber number = Papers.NUMBER;

  Reviewers(Front front) {
    this.front = front;
  }

  /** Gives the case to the first reviewer, who has attested. */
  void assignFirst() {
    enroll(FIRST, LocalDate.of(2017, 1, 31));
    own();
    attest(FIRST);
  }

  /** The case is listed as the first reviewer's. */
  void own() {
    var owners = new Owners(front.table);
    var before = owners.find(number);
    done(
        front.table.commit(
            owners.writes(
                before,
                before.orElseThrow().assignedTo(FIRST.value()),
                new Cases(front.table).head(number))));
  }

  /** Puts a reviewer on the roster, with a licence up to a day. */
  void enroll(Pseudonym reviewer, LocalDate expiry) {
    var credentials =
        new Credentials(
            reviewer,
            List.of(new Licence(UsState.OH, LicenceKind.MD, LicenceStatus.UNRESTRICTED, expiry)),
            List.of(),
            Set.of(Specialty.FAMILY_MEDICINE),
            LocalDate.of(2001, 1, 1),
            30,
            false,
            false,
            List.of());
    var roster = new Roster(front.table);
    done(roster.put(roster.find(reviewer), credentials));
    var identity =
        new ReviewerIdentity(
            reviewer,
            "Quillfeather",
            "Thessaly",
            Optional.of("quill@example.org"),
            List.of(new LicenceNumber(UsState.OH, LicenceKind.MD, "XQ-99417")),
            Map.of(PartyKey.of("Quillfeather Clinic"), "Quillfeather Clinic"));
    var identities = new Identities(front.table);
    done(identities.put(identities.find(reviewer), identity));
  }

  /** The Administrative Director lets several review the case. */
  void approve() {
    var assignments = new Assignments(front.table);
    var before = assignments.of(number);
    var approval = new WrittenApproval(DAY, "0".repeat(64), 2);
    done(front.table.commit(List.of(Assignments.approved(before, approval))));
  }

  /** Assigns a reviewer, who has not attested yet. */
  void assign(Pseudonym reviewer) {
    write(new Assignment.Assigned(number, reviewer, DAY, List.of(WORKER), List.of()));
  }

  /** Assigns a reviewer, who has attested. */
  void attest(Pseudonym reviewer) {
    write(new Assignment.Attested(number, reviewer, DAY, DAY, List.of(WORKER)));
  }

  private void write(Assignment assignment) {
    var assignments = new Assignments(front.table);
    CaseAssignments before = assignments.of(number);
    done(
        assignments.write(
            head(),
            before,
            new AssignmentRow(assignment, Optional.empty(), Optional.empty(), false),
            Assignments.event(head(), before, Issuer.NOW, "staff", "ASSIGNED", "choice")));
  }

  private CaseHead head() {
    return new Cases(front.table).head(number).orElseThrow();
  }

  private static void done(Commit commit) {
    if (commit != Commit.DONE) {
      throw new IllegalStateException("refused");
    }
  }
}
