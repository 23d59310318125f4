package org.openimr.api;

import java.util.Map;
import java.util.Optional;
import org.openimr.records.Presigner;

/**
 * What the API believes and what it signs with.
 *
 * @param trust whose tokens are believed
 * @param presigner signs addresses of objects
 * @param cursorSecret seals cursors; at least 32 characters that nobody knows
 */
public record ApiKeys(TokenTrust trust, Presigner presigner, String cursorSecret) {
  private static final int SHORTEST_SECRET = 32;

  /** Refuses a secret that is too short. */
  public ApiKeys {
    if (cursorSecret.length() < SHORTEST_SECRET) {
      throw new IllegalStateException("CURSOR_SECRET has less than 32 characters");
    }
  }

  /**
   * The keys of a function's environment.
   *
   * @throws IllegalStateException if a variable is missing; the message names it
   */
  public static ApiKeys of(Map<String, String> environment) {
    return new ApiKeys(
        TokenTrust.of(environment),
        Presigner.of(environment),
        Optional.ofNullable(environment.get("CURSOR_SECRET")).orElse(""));
  }
}
