package org.openimr.casefile;

/** Which side of the body. */
public enum Side {
  LEFT,
  RIGHT,
  BILATERAL
}
