package org.openimr.records;

import java.time.Instant;
import org.openimr.casefile.CaseNumber;

/**
 * An upload that somebody asked an address for. The object's key is made of case number and id; the
 * file's name, which may name a person, stands here only.
 *
 * @param size in bytes
 * @param sha256 of the bytes, lower case hex
 * @param requestedBy role and hashed subject
 */
public record UploadTicket(
    CaseNumber caseNumber,
    String id,
    String fileName,
    String contentType,
    long size,
    String sha256,
    Instant requestedAt,
    String requestedBy) {
  /** Where the object belongs in the bucket of case files. */
  public String key() {
    return "incoming/" + caseNumber + "/" + id;
  }
}
