package org.openimr.api.internal.access;

import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.procedure.ContentHash;

/**
 * Who sends a request, by a verified token.
 *
 * @param subject of the token; a reviewer's is the pseudonym that cases are assigned to
 * @param id hash of issuer and subject: what records say in its place
 * @param organization of a claims administrator
 * @param onlyCase the one case that the token is for, where it is for one
 */
public record Caller(
    Role role,
    String subject,
    String id,
    Optional<String> organization,
    Optional<CaseNumber> onlyCase) {
  private static final int SHOWN = 16;

  /** The id of a subject of an issuer. */
  public static String id(String issuer, String subject) {
    return ContentHash.of(issuer + "\n" + subject);
  }

  /** Role and shortened id, as events have it. */
  public String actor() {
    return role.wireName() + ":" + id.substring(0, SHOWN);
  }
}
