package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The Administrative Director's written approval of more than one reviewer, as recorded.
 *
 * @param on the day of the approval
 * @param documentHash SHA-256 of the paper, 64 lower case hex digits
 */
public record WrittenApproval(LocalDate on, String documentHash) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** Refuses a hash of another form. */
  public WrittenApproval {
    if (!FORM.matcher(documentHash).matches()) {
      throw new IllegalArgumentException("not the hash of a document");
    }
  }
}
