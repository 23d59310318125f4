package org.openimr.reviewers;

/** With whom at a party a reviewer has a tie (Labor Code 139.5(d)(5)(A), (B), (F)). */
public enum Link {
  THE_PARTY,
  /** The medical provider network of an employer, insurer or claims administrator. */
  ITS_PROVIDER_NETWORK,
  AN_OFFICER,
  A_DIRECTOR,
  A_MANAGEMENT_EMPLOYEE,
  IMMEDIATE_FAMILY
}
