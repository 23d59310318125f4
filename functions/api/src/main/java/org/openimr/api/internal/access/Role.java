package org.openimr.api.internal.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the service (design section 3.5); the claim {@code role} of a token. */
public enum Role {
  STAFF("staff"),
  CLAIMS_ADMINISTRATOR("claims-administrator"),
  REVIEWER("reviewer"),
  PARTY("party"),
  ANALYST("analyst");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in tokens and tables. */
  public String wireName() {
    return wireName;
  }

  /** The role of a name. */
  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }
}
