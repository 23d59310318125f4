package org.openimr.casefile;

/**
 * What one source says of the case.
 *
 * @param hash SHA-256 of the document or file that says it, lower case hex: it breaks ties
 */
public record SourcedFields(FieldSource source, String hash, CaseFields fields) {}
