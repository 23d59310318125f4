package org.openimr.casefile;

/** A place of a final determination, by which a correction says where a text stands. */
public enum LetterPlace {
  /** The day on which the case was assigned. */
  DATE_ASSIGNED,
  /** The day on which the application was received. */
  APPLICATION_RECEIVED,
  DATE_OF_INJURY,
  /** The day of the utilization review decision, by which the guideline's edition is chosen. */
  UR_DENIAL_DATE,
  /** What is disputed, in the words of the application. */
  ITEM_DESCRIPTION,
  /** What the claims administrator had relied on. */
  CLAIMS_ADMINISTRATOR_GUIDELINE,
  /** What the reviewer is, without a name. */
  CREDENTIALS,
  CLINICAL_SUMMARY,
  /** The reasons of an item, with the passages that they quote. */
  RATIONALE,
  DECISION_DATE,
  /** Upheld or overturned, of an item or over all. */
  DECISION,
  /** One of an item's four quantities. */
  QUANTITY,
  /** What the decision of an item rests on. */
  REVIEWER_GUIDELINE
}
