package org.openimr.casefile;

/**
 * Why something was refused, held or given up: one closed list for logs, metrics, records, reason
 * documents and API answers (design section 3.6).
 */
public enum Code {
  /** The file has no bytes, or nothing but white space. */
  EMPTY_FILE,
  /** The file is none of JSON, PDF, plain text, ZIP; or a ZIP of published determinations. */
  UNSUPPORTED_TYPE,
  /** The file is damaged, or its parser failed on it. */
  UNREADABLE_FILE,
  /** The file needs a password. */
  ENCRYPTED_FILE,
  /** No page of the file carries text: it is a scan. */
  NO_TEXT_LAYER,
  /** More bytes than the budget. */
  FILE_TOO_LARGE,
  /** More pages than the budget. */
  TOO_MANY_PAGES,
  /** More text, entries, depth or objects than the budget once unpacked. */
  EXPANSION_LIMIT,
  /** An archive entry's name leaves its folder. */
  UNSAFE_PATH,
  /** The file looks like JSON and is not. */
  INVALID_JSON,
  /** A field is unknown, missing or of the wrong kind. */
  SCHEMA_VIOLATION,
  /** A date that the calendar does not have. */
  INVALID_DATE,
  /** Dates in an order that cannot be. */
  IMPOSSIBLE_DATES,
  /** Neither the key nor the content has a case number. */
  NO_CASE_NUMBER,
  /** The key names one case, the content another. */
  CASE_NUMBER_MISMATCH,
  /** The file holds papers of two workers and it is not certain which are whose. */
  TWO_WORKERS,
  /** No document says which treatment is in dispute. */
  NO_DISPUTED_ITEM,
  /** The claims administrator disputes liability: the case is deferred (8 CCR 9792.10.3(d)). */
  LIABILITY_DISPUTED,
  /** A cell of a table that a spreadsheet would run as a formula. */
  FORMULA_CELL,
  /** A pseudonym or a licence that another line or reviewer has. */
  DUPLICATE_REVIEWER,
  /** An assignment or an attestation that does not fit the case's parties or what went before. */
  ASSIGNMENT_REFUSED,
  /** More than one reviewer without the Administrative Director's written approval on record. */
  APPROVAL_MISSING,
  /** Votes that decide nothing: none, an open one, or one reviewer's twice. */
  VOTES_REFUSED,
  /** The object was gone before it could be read. */
  OBJECT_MISSING,
  /** Processing ended the process, or failed, as often as is allowed. */
  PROCESSING_FAILED,
  /** A determination lies in the store under the same name with other bytes. */
  DOCUMENT_MISMATCH
}
