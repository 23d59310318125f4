package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Administrative Director's written approval of more than one reviewer, as recorded.
 *
 * @param on the day of the approval
 * @param documentHash SHA-256 of the paper, 64 lower case hex digits
 * @param reviewers how many may review the case; at least 2
 */
public record WrittenApproval(LocalDate on, String documentHash, int reviewers) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** Refuses a hash of another form, and an approval of what needs none. */
  public WrittenApproval {
    if (!FORM.matcher(documentHash).matches()) {
      throw new IllegalArgumentException("not the hash of a document");
    }
    if (reviewers < 2) {
      throw new IllegalArgumentException("one reviewer needs no approval");
    }
  }

  /** How many may review a case of which this is what is on record. */
  public static int most(Optional<WrittenApproval> approval) {
    return approval.map(WrittenApproval::reviewers).orElse(1);
  }
}
