package org.openimr.procedure;

/**
 * What a determination needs and a case does not have yet (8 CCR 9792.10.5 and 9792.10.6; domain
 * brief, part 1.5). The names are stable: they stand in records and answers.
 */
public enum Missing {
  /** Promise 3: never on the utilization review decision alone (8 CCR 9792.10.6(b)(2)). */
  CLINICAL_RECORD(
      true,
      "No readable page comes from a clinical record. Send the treating physician's reports of the"
          + " six months before the request."),
  /** Nothing to decide. */
  DISPUTED_ITEM(
      true,
      "No document says which treatment is in dispute. Send the application, the utilization review"
          + " decision or the request for authorization."),
  /** Listed, and does not stop: its date and outcome stay unknown. */
  UTILIZATION_REVIEW_DECISION(
      false, "The utilization review decision is missing. Send it with the application."),
  /** Listed, and does not stop. */
  REQUEST_FOR_AUTHORIZATION(
      false, "The request for authorization (DWC Form RFA) is missing. Send it."),
  /** Listed, and does not stop. */
  APPLICATION_FORM(
      false, "The application for independent medical review (DWC Form IMR) is missing. Send it."),
  /** Listed, and does not stop: an item whose evidence may lie there is left to the physician. */
  READABLE_PAGES(
      false,
      "Some pages cannot be read: they carry no text. Send them as text, or scanned with text"
          + " recognition."),
  /** Listed, and does not stop: there are reports, but none of the time that counts. */
  REPORTS_OF_SIX_MONTHS(
      false,
      "No report is dated within the six months before the request. Send the physician's reports of"
          + " that time.");

  private final boolean stops;
  private final String sentence;

  Missing(boolean stops, String sentence) {
    this.stops = stops;
    this.sentence = sentence;
  }

  /** Whether there can be no proposal without it. */
  public boolean stops() {
    return stops;
  }

  /** What is missing and what to do, for a claims administrator. */
  public String sentence() {
    return sentence;
  }
}
