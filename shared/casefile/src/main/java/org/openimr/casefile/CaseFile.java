package org.openimr.casefile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One revision of a case: a pure function of the set of its accepted uploads.
 *
 * @param fields with {@code disputedItems} being the items under review, numbered from 1 in order
 * @param documents in their order, without duplicates
 * @param duplicates id of a duplicate document to the document that is kept in its place
 */
public record CaseFile(
    CaseNumber caseNumber,
    CaseFields fields,
    List<CaseDocument> documents,
    Map<String, CaseDocument> duplicates,
    List<FieldConflict> conflicts) {
  /** Copies the collections. */
  public CaseFile {
    documents = List.copyOf(documents);
    duplicates = java.util.Collections.unmodifiableMap(new TreeMap<>(duplicates));
    conflicts = List.copyOf(conflicts);
  }
}
