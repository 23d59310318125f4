package org.openimr.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What one accepted upload gives to its case.
 *
 * @param contentHash SHA-256 of the uploaded bytes, lower case hex
 * @param caseNumber as the content has it
 * @param fields what each source within the upload says of the case
 * @param notes what was left out of the upload or read past, by page or entry; no content
 */
public record CaseUpload(
    String contentHash,
    Optional<CaseNumber> caseNumber,
    List<SourcedFields> fields,
    List<CaseDocument> documents,
    List<String> notes) {
  /** Copies the lists. */
  public CaseUpload {
    fields = List.copyOf(fields);
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
  }

  /** An upload of which nothing was noted. */
  public CaseUpload(
      String contentHash,
      Optional<CaseNumber> caseNumber,
      List<SourcedFields> fields,
      List<CaseDocument> documents) {
    this(contentHash, caseNumber, fields, documents, List.of());
  }
}
