package org.openimr.records;

/** What became of a put that must not replace anything. */
public enum Placed {
  /** The object is new. */
  CREATED,
  /** The object was there with the same bytes. */
  SAME,
  /** The object was there with other bytes, and is left as it was. */
  DIFFERENT
}
