package org.openimr.local;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.cloud.Cloud;
import org.openimr.procedure.Clocks;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.Bodies;
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
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.UsState;

/** An invented reviewer of a case, as roster and assignment leave one. */
final class AssignedReviewer {
  static final Pseudonym PSEUDONYM = new Pseudonym("RV-000007");

  /** Who it is; no word of it stands anywhere else in the tests. */
  static final List<String> SECRETS =
      List.of("quillfeather", "thessaly", "xq-99417", "xq99417", "quill@example.org");

  private final Cloud cloud;
  private final CaseNumber number;

  AssignedReviewer(Cloud cloud, String number) {
    this.cloud = cloud;
    this.number = new CaseNumber(number);
  }

  /** Puts the reviewer on the roster and gives the case, which is open and proposed, to it. */
  void assign() {
    enroll();
    var cases = new Cases(cloud.table());
    var owners = new Owners(cloud.table());
    var before = owners.find(number);
    done(
        cloud
            .table()
            .commit(
                owners.writes(
                    before,
                    before.orElseThrow().assignedTo(PSEUDONYM.value()),
                    cases.head(number))));
    var head = cases.head(number).orElseThrow();
    var file = new Bodies(cloud.objects(), cloud.settings()).get(head.caseFile(), CaseFile.class);
    var day = Clocks.day(head.cutAt());
    var assignments = new Assignments(cloud.table());
    var none = assignments.of(number);
    var attested =
        new Assignment.Attested(number, PSEUDONYM, day, day, CaseParty.of(file.fields()));
    done(
        assignments.write(
            head,
            none,
            new AssignmentRow(attested, Optional.empty(), Optional.empty(), false),
            Assignments.event(
                head, none, head.touchedAt(), "staff", "ASSIGNED", PSEUDONYM.value())));
  }

  private void enroll() {
    var credentials =
        new Credentials(
            PSEUDONYM,
            List.of(
                new Licence(
                    UsState.OH,
                    LicenceKind.MD,
                    LicenceStatus.UNRESTRICTED,
                    LocalDate.of(2999, 12, 31))),
            List.of(),
            Set.of(Specialty.FAMILY_MEDICINE),
            LocalDate.of(2001, 1, 1),
            30,
            false,
            false,
            List.of());
    done(new Roster(cloud.table()).put(Optional.empty(), credentials));
    var identity =
        new ReviewerIdentity(
            PSEUDONYM,
            "Quillfeather",
            "Thessaly",
            Optional.of("quill@example.org"),
            List.of(new LicenceNumber(UsState.OH, LicenceKind.MD, "XQ-99417")),
            Map.of(PartyKey.of("Quillfeather Clinic"), "Quillfeather Clinic"));
    done(new Identities(cloud.table()).put(Optional.empty(), identity));
  }

  private static void done(Commit commit) {
    if (commit != Commit.DONE) {
      throw new IllegalStateException("refused");
    }
  }
}
