package org.openimr.records;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;
import org.openimr.procedure.ContentHash;

/**
 * A document of a revision, without its text.
 *
 * @param textHash SHA-256 of its text
 * @param duplicateOf id of the document that is kept in its place; empty for one that is kept
 */
public record DocumentRow(
    String id,
    DocumentType type,
    Optional<LocalDate> date,
    int pages,
    int readablePages,
    String textHash,
    Optional<String> duplicateOf) {
  static DocumentRow of(CaseDocument document) {
    return new DocumentRow(
        document.id(),
        document.type(),
        document.date(),
        document.pages(),
        document.readablePages(),
        ContentHash.of(document.text()),
        Optional.empty());
  }

  static DocumentRow duplicate(String id, CaseDocument kept) {
    var row = of(kept);
    return new DocumentRow(
        id, row.type, row.date, row.pages, row.readablePages, row.textHash, Optional.of(kept.id()));
  }
}
