package org.openimr.casefile;

/** What a requested quantity counts. */
public enum Unit {
  VISIT,
  TABLET,
  CAPSULE,
  PATCH,
  GRAM,
  MILLILITER,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  LEVEL,
  STUDY,
  INJECTION,
  DEVICE,
  SERVICE,
  /** A count without a word for what is counted. */
  EACH
}
