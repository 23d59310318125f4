package org.openimr.casefile;

/** How fast a review must be (LC 4610.6(d)). */
public enum Priority {
  STANDARD,
  EXPEDITED
}
