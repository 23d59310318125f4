package org.openimr.casefile;

/** Where a field of the case was read, the most trusted first (design section 2). */
public enum FieldSource {
  CASE_JSON,
  APPLICATION,
  UTILIZATION_REVIEW,
  REQUEST_FOR_AUTHORIZATION,
  RECORDS
}
