package org.openimr.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What one accepted upload gives to its case.
 *
 * @param contentHash SHA-256 of the uploaded bytes, lower case hex
 * @param caseNumber as the content has it
 * @param fields what each source within the upload says of the case
 */
public record CaseUpload(
    String contentHash,
    Optional<CaseNumber> caseNumber,
    List<SourcedFields> fields,
    List<CaseDocument> documents) {
  /** Copies the lists. */
  public CaseUpload {
    fields = List.copyOf(fields);
    documents = List.copyOf(documents);
  }
}
