package org.openimr.reviewers;

import java.util.Arrays;
import java.util.Locale;

/** The part that somebody has in a case, as far as ties to a reviewer matter. */
public enum PartyRole {
  EMPLOYER,
  INSURER,
  CLAIMS_ADMINISTRATOR,
  MEDICAL_PROVIDER_NETWORK,
  OFFICER,
  DIRECTOR,
  MANAGEMENT_EMPLOYEE,
  ADJUSTER,
  REQUESTING_PHYSICIAN,
  MEDICAL_GROUP,
  INDEPENDENT_PRACTICE_ASSOCIATION,
  INSTITUTION,
  DEVELOPER,
  MANUFACTURER,
  EMPLOYEE,
  IMMEDIATE_FAMILY,
  ATTORNEY,
  /** A part that the law does not list. */
  OTHER;

  /** The role that a case file's wording names; {@link #OTHER} where it is none of these. */
  public static PartyRole of(String wording) {
    String name = wording.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Arrays.stream(values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElse(OTHER);
  }
}
