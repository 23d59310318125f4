package org.openimr.casefile;

/** By which date of the case the edition of the guideline is chosen (domain brief, part 2.5). */
public enum EditionPolicy {
  UR_DATE,
  IMR_DATE,
  SERVICE_DATE
}
