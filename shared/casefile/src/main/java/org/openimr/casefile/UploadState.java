package org.openimr.casefile;

/** What became of an upload (design section 2). */
public enum UploadState {
  RECEIVED,
  ACCEPTED,
  DUPLICATE,
  /** A published determination: a precedent, not a case. */
  PRECEDENT,
  REJECTED
}
