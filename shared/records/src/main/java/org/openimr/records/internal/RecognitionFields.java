package org.openimr.records.internal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Fields of bodies that only text recognition fills. They are left out where they are empty, so
 * that a body without them has the bytes, and the hash, that it had before they were known.
 */
interface RecognitionFields {
  /** Of a document. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Object recognition();

  /** Of an anchor. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Object confidence();

  /** Of a revision's change. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  Object pagesRecognised();
}
