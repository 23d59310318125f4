package org.openimr.casefile;

/** What kind of paper a document is (design section 3.1). */
public enum DocumentType {
  APPLICATION(false),
  UTILIZATION_REVIEW(false),
  REQUEST_FOR_AUTHORIZATION(false),
  PROGRESS_REPORT(true),
  FIRST_REPORT(true),
  CONSULTATION(true),
  OPERATIVE_REPORT(true),
  IMAGING(true),
  ELECTRODIAGNOSTIC(true),
  LABORATORY(true),
  THERAPY_NOTE(true),
  PSYCHOLOGICAL(true),
  CLINICAL_SUMMARY(true),
  CORRESPONDENCE(false),
  DETERMINATION(false),
  OTHER(true);

  private final boolean clinicalRecord;

  DocumentType(boolean clinicalRecord) {
    this.clinicalRecord = clinicalRecord;
  }

  /**
   * Whether a page of it is a clinical record: without one there is no proposal (8 CCR
   * 9792.10.6(b)(2); design section 1, promise 3).
   */
  public boolean clinicalRecord() {
    return clinicalRecord;
  }
}
