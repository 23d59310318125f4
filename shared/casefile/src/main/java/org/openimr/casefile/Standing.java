package org.openimr.casefile;

/** What a passage is worth as a fact about this worker (domain brief, part 6.7). */
public enum Standing {
  /** A finding or statement about this worker at the time of the report. */
  FACT(""),
  OTHER_PERSON("it is about another person"),
  PLANNED("it is planned or requested, not done"),
  HYPOTHETICAL("it is a possibility, not a finding"),
  HISTORICAL("it is history, not the present state"),
  GUIDELINE_TEXT("it is the text of a guideline, not a finding about this worker"),
  REVIEWER_ASSERTION("it is a reviewer's or administrator's statement, not a medical record"),
  /** A general remark without the measurement that the fact needs. */
  NOT_MEASURED("it gives no measure and no comparison");

  private final String why;

  Standing(String why) {
    this.why = why;
  }

  /**
   * Why such a passage is no fact of the item, to be put after "not enough: "; empty for a fact.
   */
  public String why() {
    return why;
  }
}
