package org.openimr.letter;

/**
 * Kinds of information that name a person, removed from what is published (LC 4610.6(m); the list
 * of 45 CFR 164.514(b)(2)(i)). Age, sex, the dates of injury and of care, states of licensure and
 * the IMR case number are none.
 */
public enum Identifier {
  PERSON,
  /** Employer, insurer, claims administrator, clinic, firm. */
  ORGANIZATION,
  /** Anything smaller than a state. */
  ADDRESS,
  PHONE,
  FAX,
  EMAIL,
  CLAIM_NUMBER,
  /** Of the Workers' Compensation Appeals Board: ADJ, EAMS. */
  ADJ_NUMBER,
  /** Of the Workers' Compensation Information System. */
  WCIS_NUMBER,
  SSN,
  DATE_OF_BIRTH,
  MEDICAL_RECORD_NUMBER,
  LICENSE_NUMBER,
  URL,
  IP_ADDRESS,
  /** Of a bank, a policy, a health plan, a badge. */
  ACCOUNT_NUMBER,
  DEVICE_ID,
  /** Plate or identification number. */
  VEHICLE
}
