package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.reviewers.Assignment.Answer;
import org.openimr.reviewers.Assignment.Assigned;
import org.openimr.reviewers.Assignment.Attested;
import org.openimr.reviewers.Assignment.Ended;
import org.openimr.reviewers.Assignment.Ending;
import org.openimr.reviewers.Assignment.Returned;
import org.openimr.reviewers.Assignment.TieDeclared;

class AssignmentTest {
  private static final CaseNumber CASE = new CaseNumber("CM26-0000017");
  private static final Pseudonym REVIEWER = new Pseudonym("RV-000001");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final CaseParty WORKER = new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Jo Doe"));
  private static final CaseParty PAYER =
      new CaseParty(PartyRole.CLAIMS_ADMINISTRATOR, PartyKey.of("Harbor Mutual"));
  private static final List<CaseParty> PARTIES = List.of(WORKER, PAYER);
  private static final Pseudonym OTHER = new Pseudonym("RV-000002");
  private static final Assigned ASSIGNED =
      new Assigned(CASE, REVIEWER, DAY, List.of(WORKER, PAYER), List.of());
  private static final Attested ATTESTED =
      new Attested(CASE, REVIEWER, DAY, DAY, List.of(WORKER, PAYER));
  private static final TieDeclared DECLARED =
      new TieDeclared(CASE, REVIEWER, DAY, PartyRole.CLAIMS_ADMINISTRATOR, Tie.Nature.FINANCIAL);

  @Test
  void opensWithEachPartyOnce() {
    assertEquals(
        Outcome.accepted(ASSIGNED),
        assign(REVIEWER, List.of(WORKER, PAYER, WORKER), List.of(), Optional.empty()));
  }

  @Test
  void refusesACaseThatNamesNobody() {
    assertEquals(
        Code.ASSIGNMENT_REFUSED, code(assign(REVIEWER, List.of(), List.of(), Optional.empty())));
  }

  @Test
  void waitsForEveryParty() {
    assertEquals(
        Outcome.accepted(new Assigned(CASE, REVIEWER, DAY, List.of(WORKER), List.of(PAYER))),
        ASSIGNED.answer(PAYER, new Answer.NoTie(), DAY));
  }

  @Test
  void isAttestedAfterTheLastParty() {
    assertEquals(
        Outcome.accepted(ATTESTED),
        ASSIGNED
            .answer(WORKER, new Answer.NoTie(), DAY)
            .then(next -> ((Assigned) next).answer(PAYER, new Answer.NoTie(), DAY)));
  }

  @Test
  void asksForThoseWhomALaterPaperNames() {
    var attorney = new CaseParty(PartyRole.ATTORNEY, PartyKey.of("Sam Pike"));
    var half = new Assigned(CASE, REVIEWER, DAY, List.of(PAYER), List.of(WORKER));
    assertEquals(
        List.of(
            new Assigned(CASE, REVIEWER, DAY, List.of(PAYER, attorney), List.of(WORKER)),
            new Attested(CASE, REVIEWER, DAY, DAY, List.of(WORKER)),
            ASSIGNED,
            DECLARED),
        List.of(
            half.facing(List.of(WORKER, PAYER, attorney)),
            half.facing(List.of(WORKER)),
            ASSIGNED.facing(List.of()),
            ((Assignment) DECLARED).facing(List.of(attorney))));
  }

  @Test
  void endsWithTheCaseThatIsClosed() {
    var ended = Outcome.accepted(new Ended(CASE, REVIEWER, DAY, Assignment.Ending.CASE_CLOSED));
    assertEquals(
        List.of(ended, ended, Outcome.accepted(DECLARED)),
        List.of(ASSIGNED.caseClosed(DAY), ATTESTED.caseClosed(DAY), DECLARED.caseClosed(DAY)));
  }

  @Test
  void keepsTheFileClosedUntilAttested() {
    assertEquals(
        List.of(false, true, false, false),
        List.<Assignment>of(ASSIGNED, ATTESTED, DECLARED, new Returned(CASE, REVIEWER, DAY))
            .stream()
            .map(Assignment::mayOpenFile)
            .toList());
  }

  @Test
  void endsWithATieDeclared() {
    assertEquals(
        Outcome.accepted(DECLARED),
        ASSIGNED.answer(PAYER, new Answer.Declared(Tie.Nature.FINANCIAL), DAY));
  }

  @Test
  void takesATieThatIsFoundInTheFile() {
    assertEquals(Outcome.accepted(DECLARED), ATTESTED.declare(PAYER, Tie.Nature.FINANCIAL, DAY));
  }

  @Test
  void returnsTheCaseAfterATie() {
    assertEquals(
        Outcome.accepted(new Returned(CASE, REVIEWER, DAY.plusDays(1))),
        DECLARED.returned(DAY.plusDays(1)));
  }

  @Test
  void refusesAnAnswerForSomebodyElse() {
    assertEquals(
        Code.ASSIGNMENT_REFUSED,
        code(
            ASSIGNED.answer(
                new CaseParty(PartyRole.EMPLOYER, PartyKey.of("Other")), new Answer.NoTie(), DAY)));
  }

  @Test
  void refusesAnAnswerDatedBeforeTheAssignment() {
    assertEquals(
        List.of(Code.IMPOSSIBLE_DATES, Code.IMPOSSIBLE_DATES, Code.IMPOSSIBLE_DATES),
        List.of(
            code(ASSIGNED.answer(WORKER, new Answer.NoTie(), DAY.minusDays(1))),
            code(ATTESTED.declare(WORKER, Tie.Nature.FAMILIAL, DAY.minusDays(1))),
            code(DECLARED.returned(DAY.minusDays(1)))));
  }

  @Test
  void asksAgainForAPartyThatNewPapersName() {
    var employer = new CaseParty(PartyRole.EMPLOYER, PartyKey.of("Harbor Freight"));
    assertEquals(
        new Assigned(CASE, REVIEWER, DAY, List.of(employer), List.of(WORKER, PAYER)),
        ATTESTED.facing(List.of(WORKER, PAYER, employer)));
  }

  @Test
  void staysAttestedWhereNewPapersNameNobodyNew() {
    assertEquals(ATTESTED, ATTESTED.facing(List.of(PAYER)));
  }

  @Test
  void needsApprovalForASecondReviewer() {
    assertEquals(
        Code.APPROVAL_MISSING, code(assign(OTHER, PARTIES, List.of(ATTESTED), Optional.empty())));
  }

  @Test
  void takesASecondReviewerWithApproval() {
    assertEquals(
        Outcome.accepted(new Assigned(CASE, OTHER, DAY, PARTIES, List.of())),
        assign(
            OTHER,
            PARTIES,
            List.of(ATTESTED),
            Optional.of(new WrittenApproval(DAY, "0".repeat(64), 2))));
  }

  @Test
  void takesNoMoreReviewersThanAreApproved() {
    var second = new Assigned(CASE, OTHER, DAY, PARTIES, List.of());
    assertEquals(
        Code.APPROVAL_MISSING,
        code(
            assign(
                new Pseudonym("RV-000009"),
                PARTIES,
                List.of(ATTESTED, second),
                Optional.of(new WrittenApproval(DAY, "0".repeat(64), 2)))));
  }

  @Test
  void goesToAnotherAfterATie() {
    assertEquals(
        Outcome.accepted(new Assigned(CASE, OTHER, DAY, PARTIES, List.of())),
        assign(OTHER, PARTIES, List.of(DECLARED), Optional.empty()));
  }

  @Test
  void doesNotGoToAReviewerWhoHasOrHadTheCase() {
    var before =
        List.of(
            ASSIGNED,
            DECLARED,
            new Returned(CASE, REVIEWER, DAY),
            new Ended(CASE, REVIEWER, DAY, Ending.DECIDED));
    assertEquals(
        Collections.nCopies(4, Code.ASSIGNMENT_REFUSED),
        before.stream()
            .map(one -> code(assign(REVIEWER, PARTIES, List.of(one), Optional.empty())))
            .toList());
  }

  @Test
  void goesToTheSameReviewerOnceAClosedCaseIsOpenAgain() {
    assertEquals(
        Outcome.accepted(ASSIGNED),
        ASSIGNED
            .closed(DAY)
            .then(closed -> assign(REVIEWER, PARTIES, List.of(closed), Optional.empty())));
  }

  @Test
  void endsWithTheDecision() {
    assertEquals(
        Outcome.accepted(new Ended(CASE, REVIEWER, DAY, Ending.DECIDED)),
        ATTESTED.ended(Ending.DECIDED, DAY));
  }

  private static Outcome<Assignment> assign(
      Pseudonym reviewer,
      List<CaseParty> parties,
      List<Assignment> others,
      Optional<WrittenApproval> approval) {
    return Assignment.assign(CASE, reviewer, DAY, parties, others, approval);
  }

  private static Code code(Outcome<Assignment> outcome) {
    return switch (outcome) {
      case Outcome.Rejected<Assignment>(var rejection) -> rejection.code();
      case Outcome.Accepted<Assignment>(var next) -> throw new AssertionError("was accepted");
    };
  }
}
