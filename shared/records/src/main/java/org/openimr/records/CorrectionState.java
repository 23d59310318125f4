package org.openimr.records;

/** How far a correction of an issued determination has come. */
public enum CorrectionState {
  /** Staff asked for it; its letter is due, unless a reviewer is asked to assent first. */
  REQUESTED,
  /** Each reviewer who was asked has assented; its letter is due. */
  ASSENTED,
  /** Its letter is written. */
  ISSUED,
  /** A reviewer finds that it is no clerical correction. */
  DECLINED,
  /** Staff took the request back while a reviewer was asked. */
  WITHDRAWN,
  /** Its letter could not be written; staff must look. */
  FAILED
}
