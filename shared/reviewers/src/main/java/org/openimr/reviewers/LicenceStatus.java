package org.openimr.reviewers;

/** What the licensing board says of a licence, its date of expiry apart. */
public enum LicenceStatus {
  UNRESTRICTED,
  /** Probation, or any limit on practice. */
  RESTRICTED,
  SUSPENDED,
  REVOKED,
  /** Given up or not renewed, without a sanction. */
  SURRENDERED
}
