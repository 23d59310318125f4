package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/**
 * A reviewer's assignment to a case. Before seeing the file the reviewer attests for each party
 * that there is no tie (Labor Code 139.5(d)(5)); a tie declared returns the case. Transitions are
 * values: {@code Assigned -> Attested | TieDeclared}, {@code Attested -> TieDeclared}, {@code
 * TieDeclared -> Returned}.
 */
public sealed interface Assignment {
  /** The case. */
  CaseNumber caseNumber();

  /** The reviewer. */
  Pseudonym reviewer();

  /** Whether the reviewer may open the file now. */
  default boolean mayOpenFile() {
    return this instanceof Attested;
  }

  /** The assignment once new papers have named the parties anew. */
  default Assignment facing(List<CaseParty> parties) {
    return this;
  }

  /** The assignment once the case is closed without a decision. */
  default Outcome<Assignment> caseClosed(LocalDate day) {
    return switch (this) {
      case Assigned assigned -> assigned.closed(day);
      case Attested attested -> attested.ended(Ending.CASE_CLOSED, day);
      case TieDeclared _, Returned _, Ended _ -> Outcome.accepted(this);
    };
  }

  /** Whether the case is the reviewer's work. */
  default boolean isOpen() {
    return switch (this) {
      case Assigned _, Attested _ -> true;
      case TieDeclared _, Returned _, Ended _ -> false;
    };
  }

  /** Whether the reviewer has decided the case. */
  default boolean hasDecided() {
    return this instanceof Ended ended && ended.ending() == Ending.DECIDED;
  }

  /** Why this reviewer may not have the case again; empty where nothing bars it. */
  default Optional<ReviewCase.Bar> bar() {
    return switch (this) {
      case Assigned _, Attested _ -> Optional.empty();
      case TieDeclared _, Returned _ -> Optional.of(ReviewCase.Bar.DECLARED_TIE);
      case Ended(var number, var who, var day, var ending) ->
          ending == Ending.DECIDED ? Optional.of(ReviewCase.Bar.DECIDED_BEFORE) : Optional.empty();
    };
  }

  /**
   * Waits for the reviewer's attestation.
   *
   * @param on the day of the assignment
   * @param open the parties that the reviewer has not answered for
   * @param cleared those that the reviewer has no tie to
   */
  record Assigned(
      CaseNumber caseNumber,
      Pseudonym reviewer,
      LocalDate on,
      List<CaseParty> open,
      List<CaseParty> cleared)
      implements Assignment {
    /** Copies the lists. */
    public Assigned {
      open = List.copyOf(open);
      cleared = List.copyOf(cleared);
    }

    /**
     * The answer for one party.
     *
     * @param answer whether there is a tie
     */
    public Outcome<Assignment> answer(CaseParty party, Answer answer, LocalDate day) {
      if (!open.contains(party)) {
        return Outcome.rejected(
            Code.ASSIGNMENT_REFUSED,
            "The attestation is for somebody who is not a party of the case, or was given before."
                + " Answer for the parties that are open.");
      }
      return day.isBefore(on)
          ? beforeAssignment()
          : Outcome.accepted(
              switch (answer) {
                case Answer.NoTie() -> cleared(party, day);
                case Answer.Declared(var nature) ->
                    new TieDeclared(caseNumber, reviewer, day, party.role(), nature);
              });
    }

    /**
     * The assignment once new papers have named the parties anew: those not answered for yet are
     * open, and who is a party no longer needs no answer.
     */
    @Override
    public Assignment facing(List<CaseParty> parties) {
      var left = parties.stream().distinct().filter(party -> !cleared.contains(party)).toList();
      return left.isEmpty() && !cleared.isEmpty()
          ? new Attested(caseNumber, reviewer, on, on, cleared)
          : new Assigned(caseNumber, reviewer, on, left.isEmpty() ? open : left, cleared);
    }

    /** The case was closed before the reviewer could see the file. */
    public Outcome<Assignment> closed(LocalDate day) {
      return day.isBefore(on)
          ? beforeAssignment()
          : Outcome.accepted(new Ended(caseNumber, reviewer, day, Ending.CASE_CLOSED));
    }

    private Assignment cleared(CaseParty party, LocalDate day) {
      var left = new ArrayList<>(open);
      left.remove(party);
      var done = new ArrayList<>(cleared);
      done.add(party);
      return left.isEmpty()
          ? new Attested(caseNumber, reviewer, on, day, done)
          : new Assigned(caseNumber, reviewer, on, left, done);
    }
  }

  /**
   * The reviewer has no tie to any party, and may open the file.
   *
   * @param assignedOn the day of the assignment
   * @param on the day of the last answer
   */
  record Attested(
      CaseNumber caseNumber,
      Pseudonym reviewer,
      LocalDate assignedOn,
      LocalDate on,
      List<CaseParty> cleared)
      implements Assignment {
    /** Copies the list. */
    public Attested {
      cleared = List.copyOf(cleared);
    }

    /** A tie that the reviewer finds in the file. */
    public Outcome<Assignment> declare(CaseParty party, Tie.Nature nature, LocalDate day) {
      return day.isBefore(on)
          ? beforeAssignment()
          : Outcome.accepted(new TieDeclared(caseNumber, reviewer, day, party.role(), nature));
    }

    /** The reviewer has decided, or the case was closed before. */
    public Outcome<Assignment> ended(Ending ending, LocalDate day) {
      return day.isBefore(on)
          ? beforeAssignment()
          : Outcome.accepted(new Ended(caseNumber, reviewer, day, ending));
    }

    /**
     * The assignment once new papers have named the parties anew: for those not answered for yet
     * the reviewer attests again, and the file is closed until then.
     */
    @Override
    public Assignment facing(List<CaseParty> parties) {
      var open = parties.stream().distinct().filter(party -> !cleared.contains(party)).toList();
      return open.isEmpty() ? this : new Assigned(caseNumber, reviewer, on, open, cleared);
    }
  }

  /** The reviewer has declared a tie: the file is closed, the case goes to somebody else. */
  record TieDeclared(
      CaseNumber caseNumber, Pseudonym reviewer, LocalDate on, PartyRole role, Tie.Nature nature)
      implements Assignment {
    /** The case is back with the organization; the reviewer is barred from it. */
    public Outcome<Assignment> returned(LocalDate day) {
      return day.isBefore(on)
          ? beforeAssignment()
          : Outcome.accepted(new Returned(caseNumber, reviewer, day));
    }
  }

  /** The end of an assignment by a tie. */
  record Returned(CaseNumber caseNumber, Pseudonym reviewer, LocalDate on) implements Assignment {}

  /** How an assignment without a tie ends. */
  enum Ending {
    DECIDED,
    CASE_CLOSED
  }

  /** The end of an assignment without a tie. */
  record Ended(CaseNumber caseNumber, Pseudonym reviewer, LocalDate on, Ending ending)
      implements Assignment {}

  /** What a reviewer says of a party. */
  sealed interface Answer {
    /** No professional, familial or financial tie. */
    record NoTie() implements Answer {}

    /** A tie. */
    record Declared(Tie.Nature nature) implements Answer {}
  }

  /**
   * A new assignment.
   *
   * @param parties at least one: a case names its worker at the least
   * @param others the case's assignments so far
   * @param approval of more than one reviewer
   */
  static Outcome<Assignment> assign(
      CaseNumber caseNumber,
      Pseudonym reviewer,
      LocalDate on,
      List<CaseParty> parties,
      List<Assignment> others,
      Optional<WrittenApproval> approval) {
    if (parties.isEmpty()) {
      return Outcome.rejected(
          Code.ASSIGNMENT_REFUSED,
          "The case names no party, so nobody can attest to have no tie. Send the application,"
              + " which names them.");
    }
    if (others.stream()
        .anyMatch(
            other -> other.reviewer().equals(reviewer) && (other.isOpen() || barred(other)))) {
      return Outcome.rejected(
          Code.ASSIGNMENT_REFUSED,
          "The reviewer has this case, has decided it or has declared a tie. Choose another.");
    }
    return room(others, approval)
        .then(
            _ ->
                Outcome.accepted(
                    new Assigned(
                        caseNumber,
                        reviewer,
                        on,
                        parties.stream().distinct().toList(),
                        List.of())));
  }

  /**
   * How many more may be assigned; refused where nobody may.
   *
   * @param others the case's assignments so far
   * @param approval of more than one reviewer
   */
  static Outcome<Integer> room(List<Assignment> others, Optional<WrittenApproval> approval) {
    int open = (int) others.stream().filter(Assignment::isOpen).count();
    int most = WrittenApproval.most(approval);
    if (open < most) {
      return Outcome.accepted(most - open);
    }
    return Outcome.rejected(
        Code.APPROVAL_MISSING,
        most == 1
            ? "The case has a reviewer, and another needs the Administrative Director's written"
                + " approval. Record it first (POST /cases/{caseNumber}/assignment/approval)."
            : "The Administrative Director's approval is for "
                + most
                + " reviewers, and the case has them.");
  }

  private static boolean barred(Assignment other) {
    return other.bar().isPresent();
  }

  private static Outcome<Assignment> beforeAssignment() {
    return Outcome.rejected(
        Code.IMPOSSIBLE_DATES, "The answer is dated before the step that it follows. Correct it.");
  }
}
