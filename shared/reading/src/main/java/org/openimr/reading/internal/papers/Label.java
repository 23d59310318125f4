package org.openimr.reading.internal.papers;

/** A labelled field of a paper; its labels stand in the resource section of the same name. */
enum Label {
  PRIORITY,
  DATE_ASSIGNED,
  APPLICATION_RECEIVED,
  DATE_OF_INJURY,
  REQUEST_DATE,
  UR_DECISION_DATE,
  UR_SERVED_DATE,
  UR_SERVICE_METHOD,
  CLAIM_NUMBER,
  EMPLOYEE_NAME,
  DATE_OF_BIRTH,
  AGE,
  SEX,
  PHYSICIAN,
  SPECIALTY,
  PRACTICE,
  ATTORNEY,
  EMPLOYER,
  CLAIMS_ADMINISTRATOR,
  ADJUSTER
}
