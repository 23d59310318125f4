package org.openimr.reviewers;

/**
 * What a reviewer practises. Under which licences and for which items is data: see the table of fit
 * in the module's resources.
 */
public enum Specialty {
  ADDICTION_MEDICINE("Addiction Medicine"),
  ANESTHESIOLOGY("Anesthesiology"),
  CARDIOVASCULAR_DISEASE("Cardiovascular Disease"),
  DERMATOLOGY("Dermatology"),
  EMERGENCY_MEDICINE("Emergency Medicine"),
  ENDOCRINOLOGY("Endocrinology"),
  FAMILY_MEDICINE("Family Medicine"),
  GASTROENTEROLOGY("Gastroenterology"),
  GENERAL_SURGERY("General Surgery"),
  HAND_SURGERY("Hand Surgery"),
  INTERNAL_MEDICINE("Internal Medicine"),
  NEUROLOGICAL_SURGERY("Neurological Surgery"),
  NEUROLOGY("Neurology"),
  OBSTETRICS_GYNECOLOGY("Obstetrics and Gynecology"),
  OCCUPATIONAL_MEDICINE("Occupational Medicine"),
  OPHTHALMOLOGY("Ophthalmology"),
  ORTHOPEDIC_SURGERY("Orthopedic Surgery"),
  OTOLARYNGOLOGY("Otolaryngology"),
  PAIN_MEDICINE("Pain Medicine"),
  PHYSICAL_MEDICINE_REHABILITATION("Physical Medicine and Rehabilitation"),
  PLASTIC_SURGERY("Plastic Surgery"),
  PSYCHIATRY("Psychiatry"),
  PULMONARY_DISEASE("Pulmonary Disease"),
  RADIOLOGY("Radiology"),
  RHEUMATOLOGY("Rheumatology"),
  SLEEP_MEDICINE("Sleep Medicine"),
  SPORTS_MEDICINE("Sports Medicine"),
  THORACIC_SURGERY("Thoracic Surgery"),
  UROLOGY("Urology"),
  VASCULAR_SURGERY("Vascular Surgery"),
  ACUPUNCTURE("Acupuncture"),
  CHIROPRACTIC("Chiropractic"),
  DENTISTRY("Dentistry"),
  ORAL_MAXILLOFACIAL_SURGERY("Oral and Maxillofacial Surgery"),
  OPTOMETRY("Optometry"),
  PODIATRY("Podiatry"),
  PSYCHOLOGY("Psychology"),
  NEUROPSYCHOLOGY("Neuropsychology");

  private final String title;

  Specialty(String title) {
    this.title = title;
  }

  /** Its name, as a letter prints it under "Certification(s)/Specialty". */
  public String title() {
    return title;
  }
}
