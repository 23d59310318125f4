package org.openimr.records;

import java.time.Instant;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;

/**
 * Whose a case is. Comes from a token or from staff, never from a case file (design section 3.1).
 *
 * @param organization the claims administrator's; empty while only staff sees the case
 * @param reviewer pseudonym of the assigned reviewer
 * @param version grows with every write of the row, from 1
 */
public record Ownership(
    CaseNumber caseNumber,
    Optional<String> organization,
    Optional<String> reviewer,
    long version,
    Instant openedAt) {
  /** Of a case that staff opens. */
  public static Ownership opened(CaseNumber caseNumber, String organization, Instant now) {
    return new Ownership(caseNumber, Optional.of(organization), Optional.empty(), 1, now);
  }

  /** The row that follows when the case gets an organization. */
  public Ownership ownedBy(String newOrganization) {
    return new Ownership(caseNumber, Optional.of(newOrganization), reviewer, version + 1, openedAt);
  }

  /** The row that follows when a reviewer is assigned. */
  public Ownership assignedTo(String pseudonym) {
    return new Ownership(caseNumber, organization, Optional.of(pseudonym), version + 1, openedAt);
  }

  /** The row that follows when the case is nobody's to review. */
  public Ownership returned() {
    return new Ownership(caseNumber, organization, Optional.empty(), version + 1, openedAt);
  }

  /** Of a case that came by a file alone and gets a reviewer before an organization. */
  public static Ownership unopened(CaseNumber caseNumber, Instant now) {
    return new Ownership(caseNumber, Optional.empty(), Optional.empty(), 0, now);
  }
}
