package org.openimr.procedure;

/**
 * The time limits of the procedure (domain brief, parts 1.2 to 1.8), by names that are stable: they
 * stand in records, events and answers. Length, unit and source of each are a row of the resource
 * {@code clocks.txt}, which {@link Clocks} reads.
 */
public enum ClockName {
  RETURN_INCOMPLETE_REQUEST,
  UR_STANDARD,
  UR_EXTENDED,
  UR_EXPEDITED,
  UR_RETROSPECTIVE,
  UR_FORMULARY,
  UR_DEFERRAL_NOTICE,
  UR_INTERNAL_APPEAL,
  UR_DENIAL_EFFECT,
  FILING,
  FILING_FORMULARY,
  FILING_AFTER_LIABILITY,
  /** What service of the decision by mail adds to a filing limit, by {@link FilingPolicy}. */
  MAIL_EXTENSION,
  ELIGIBILITY_REPLY,
  /** The emergency text that was in force in 2013. */
  ELIGIBILITY_REPLY_2013,
  NOTICE_OF_ASSIGNMENT,
  RECORDS_BY_MAIL,
  RECORDS_ELECTRONIC,
  RECORDS_EXPEDITED,
  RECORDS_BY_STATUTE,
  MORE_RECORDS,
  MORE_RECORDS_EXPEDITED,
  /** Counted back from the request: the reports that a complete case file has. */
  REPORTS_BEFORE_REQUEST,
  DETERMINATION,
  DETERMINATION_FORMULARY,
  DETERMINATION_EXPEDITED,
  /** Added to a determination's due date where the administrative director approves it. */
  DETERMINATION_EXTENSION,
  /** The practical end of a regular review: time for the records and for the review together. */
  DETERMINATION_LATEST,
  IMPLEMENT_FUTURE_SERVICE,
  IMPLEMENT_PAST_SERVICE,
  APPEAL
}
