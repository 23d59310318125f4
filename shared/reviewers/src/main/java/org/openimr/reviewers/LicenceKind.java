package org.openimr.reviewers;

/** Whom the law calls a physician (Labor Code 3209.3), by the kind of licence. */
public enum LicenceKind {
  MD,
  DO,
  PSYCHOLOGIST,
  ACUPUNCTURIST,
  OPTOMETRIST,
  DENTIST,
  PODIATRIST,
  CHIROPRACTOR
}
