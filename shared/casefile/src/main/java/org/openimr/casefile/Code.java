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
  DOCUMENT_MISMATCH,
  /** The API has nothing at this address. */
  UNKNOWN_ROUTE,
  /** The API does not do this at this address. */
  METHOD_NOT_ALLOWED,
  /** The request has no bearer token. */
  NO_TOKEN,
  /** The token is not one of the issuer for this service. */
  INVALID_TOKEN,
  /** The token was good and is over. */
  EXPIRED_TOKEN,
  /** The token's role may not do this. */
  ROLE_FORBIDDEN,
  /** No case of this number that the caller may see. */
  CASE_NOT_FOUND,
  /** The case's revision has no document of this id. */
  DOCUMENT_NOT_FOUND,
  /** The document has no page of this number. */
  PAGE_NOT_FOUND,
  /** The case has no grant of this id. */
  GRANT_NOT_FOUND,
  /** No rule decides the item: a reviewer cannot adopt and has to decide. */
  ITEM_UNDECIDED,
  /** A review that lacks a reason or an anchor, or that says two things. */
  REVIEW_REFUSED,
  /** A passage that does not stand where its anchor says. */
  ANCHOR_UNRESOLVED,
  /** A reviewer has not reviewed each item of the case. */
  REVIEW_MISSING,
  /** A reviewer without a licence that counts on the day of the decision. */
  NO_CURRENT_LICENCE,
  /** The case has no determination that the caller may see yet. */
  NO_DETERMINATION,
  /** The answer exists in none of the forms that the request accepts. */
  NOT_ACCEPTABLE,
  /** The request's body is of another type than the address takes. */
  MEDIA_TYPE_UNSUPPORTED,
  /** The request's body is over the limit. */
  BODY_TOO_LARGE,
  /** A parameter is unknown, missing, given twice or of the wrong kind. */
  INVALID_PARAMETER,
  /** A cursor that was not made for this caller and this query. */
  INVALID_CURSOR,
  /** A POST without an idempotency key. */
  NO_IDEMPOTENCY_KEY,
  /** The same idempotency key came with another request. */
  IDEMPOTENCY_KEY_REUSED,
  /** A change that must say which version of the thing it was made for, and does not. */
  NO_IF_MATCH,
  /** The thing was changed after the version that the change was made for. */
  VERSION_CHANGED,
  /** The case's state does not allow what is asked for. */
  WRONG_STATE,
  /** The reviewer has not attested for each party of the case yet. */
  NOT_ATTESTED,
  /** The party may see the case, and may not do this in it. */
  PARTY_FORBIDDEN,
  /** The case has no upload of this id whose file has come. */
  PAPER_NOT_FOUND,
  /** The case's revision has no disputed item of this number. */
  ITEM_NOT_FOUND,
  /** The case has no open assignment. */
  NO_ASSIGNMENT,
  /** The roster has no reviewer of this pseudonym. */
  REVIEWER_NOT_FOUND,
  /** The case has no correction of this number that the caller may see yet. */
  CORRECTION_NOT_FOUND,
  /** A text to be corrected that does not stand in the determination where it should. */
  TEXT_NOT_PRINTED,
  /** A text to be corrected that stands in its place of the determination more than once. */
  TEXT_AMBIGUOUS,
  /** A change of a determination's substance: only an appeal leads to it (Labor Code 4610.6(h)). */
  NOT_CLERICAL,
  /** The same words of the determination are being corrected, or were corrected to the same. */
  ALREADY_CORRECTED,
  /** A correction that corrects nothing, or that tells who a reviewer is. */
  CORRECTION_REFUSED,
  /** The case was opened before. */
  CASE_ALREADY_OPEN,
  /** A service behind the API did not answer; the request may be repeated. */
  SERVICE_UNAVAILABLE
}
