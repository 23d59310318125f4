package org.openimr.api.internal.access;

import java.time.InstantSource;
import java.util.Optional;
import org.openimr.api.internal.http.Operation;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Grants;
import org.openimr.records.Owners;
import org.openimr.records.Ownership;

/**
 * The one place that decides who reaches which case. What nobody has and what somebody else has are
 * refused in the same words.
 */
public final class Gate {
  private final AccessTable table;
  private final Cases cases;
  private final Owners owners;
  private final Grants grants;
  private final FileDoor door;
  private final InstantSource clock;

  /** A gate before these records. */
  public Gate(
      AccessTable table,
      Cases cases,
      Owners owners,
      Grants grants,
      FileDoor door,
      InstantSource clock) {
    this.table = table;
    this.door = door;
    this.cases = cases;
    this.owners = owners;
    this.grants = grants;
    this.clock = clock;
  }

  /** What the caller's role reaches by an operation; refused where it is nothing. */
  public Outcome<Reach> reach(Operation operation, Caller caller) {
    var reach = table.reach(operation.id(), caller.role());
    return reach == Reach.NONE
        ? Outcome.rejected(
            Code.ROLE_FORBIDDEN, "The role " + caller.role().wireName() + " may not do this.")
        : Outcome.accepted(reach);
  }

  /** The case that a request is about; refused where the caller does not reach it. */
  public Outcome<CaseView> open(Reach reach, Caller caller, CaseNumber caseNumber) {
    var ownership = owners.find(caseNumber);
    var head = cases.head(caseNumber);
    boolean isThere = ownership.isPresent() || head.isPresent();
    if (!isThere || !reaches(reach, caller, caseNumber, ownership)) {
      return Outcome.rejected(
          Code.CASE_NOT_FOUND, "There is no case of this number that you may see.");
    }
    if (!mayOpen(reach, caller, head)) {
      return Outcome.rejected(
          Code.NOT_ATTESTED,
          "The file opens when you have attested for each party that there is no tie"
              + " (PUT /cases/{caseNumber}/attestation).");
    }
    var drafts = table.reach(AccessTable.DRAFT, caller.role());
    boolean draft =
        reaches(drafts, caller, caseNumber, ownership)
            && (drafts == reach || mayOpen(drafts, caller, head));
    return Outcome.accepted(new CaseView(caseNumber, ownership, head, draft));
  }

  private boolean mayOpen(Reach reach, Caller caller, Optional<CaseHead> head) {
    return reach != Reach.ATTESTED
        || head.filter(there -> door.opens(there, caller.subject())).isPresent();
  }

  private boolean reaches(
      Reach reach, Caller caller, CaseNumber caseNumber, Optional<Ownership> ownership) {
    if (caller.onlyCase().filter(only -> !only.equals(caseNumber)).isPresent()) {
      return false;
    }
    return switch (reach) {
      case ALL -> true;
      case OWN ->
          caller.organization().isPresent()
              && caller.organization().equals(ownership.flatMap(Ownership::organization));
      case ASSIGNED, ATTESTED ->
          ownership.filter(of -> of.isReviewedBy(caller.subject())).isPresent();
      case GRANTED ->
          grants
              .find(caseNumber, caller.id())
              .filter(grant -> grant.holds(clock.instant()))
              .isPresent();
      case NONE -> false;
    };
  }
}
