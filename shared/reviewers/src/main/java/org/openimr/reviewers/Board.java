package org.openimr.reviewers;

/** Bodies whose member boards certify. */
public enum Board {
  /** American Board of Medical Specialties. */
  ABMS,
  /** American Osteopathic Association. */
  AOA,
  /** American Board of Physician Specialties. */
  ABPS,
  /** American Board of Professional Psychology. */
  ABPP,
  /** American Board of Foot and Ankle Surgery. */
  ABFAS,
  /** American Board of Podiatric Medicine. */
  ABPM,
  /** National Certification Commission for Acupuncture and Oriental Medicine. */
  NCCAOM,
  /** A board of dental specialties. */
  DENTAL,
  /** A board of chiropractic specialties. */
  CHIROPRACTIC
}
