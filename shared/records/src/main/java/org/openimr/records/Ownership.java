package org.openimr.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;

/**
 * Whose a case is. Comes from a token or from staff, never from a case file (design section 3.1).
 *
 * @param organization the claims administrator's; empty while only staff sees the case
 * @param reviewer pseudonym of the assigned reviewer, in whose list the case's head is
 * @param further pseudonyms of those who review the case beside that one, in whose lists their
 *     assignments are
 * @param version grows with every write of the row, from 1
 */
public record Ownership(
    CaseNumber caseNumber,
    Optional<String> organization,
    Optional<String> reviewer,
    List<String> further,
    long version,
    Instant openedAt) {
  /** Copies the list. */
  public Ownership {
    further = List.copyOf(further);
  }

  /** Whether a case is somebody's to review. */
  public boolean isReviewedBy(String pseudonym) {
    return reviewer.filter(pseudonym::equals).isPresent() || further.contains(pseudonym);
  }

  /** Of a case that staff opens. */
  public static Ownership opened(CaseNumber caseNumber, String organization, Instant now) {
    return new Ownership(
        caseNumber, Optional.of(organization), Optional.empty(), List.of(), 1, now);
  }

  /** The row that follows when the case gets an organization. */
  public Ownership ownedBy(String newOrganization) {
    return new Ownership(
        caseNumber, Optional.of(newOrganization), reviewer, further, version + 1, openedAt);
  }

  /** The row that follows when a reviewer is assigned and nobody else has the case. */
  public Ownership assignedTo(String pseudonym) {
    return reviewedBy(Optional.of(pseudonym), List.of());
  }

  /** The row that follows when a reviewer is assigned beside others. */
  public Ownership alsoAssignedTo(String pseudonym) {
    if (reviewer.isEmpty()) {
      return reviewedBy(Optional.of(pseudonym), further);
    }
    var more = new ArrayList<>(further);
    more.add(pseudonym);
    return reviewedBy(reviewer, more);
  }

  /** The row that follows when the case is no longer somebody's to review. */
  public Ownership returnedBy(String pseudonym) {
    return reviewedBy(
        reviewer.filter(one -> !one.equals(pseudonym)),
        further.stream().filter(one -> !one.equals(pseudonym)).toList());
  }

  private Ownership reviewedBy(Optional<String> first, List<String> others) {
    return new Ownership(caseNumber, organization, first, others, version + 1, openedAt);
  }

  /** Of a case that came by a file alone and gets a reviewer before an organization. */
  public static Ownership unopened(CaseNumber caseNumber, Instant now) {
    return new Ownership(caseNumber, Optional.empty(), Optional.empty(), List.of(), 0, now);
  }
}
