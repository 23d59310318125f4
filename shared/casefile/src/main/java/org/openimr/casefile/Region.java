package org.openimr.casefile;

/** Body regions as clinical topics of the MTUS divide them (8 CCR 9792.23.1 to 9792.23.9). */
public enum Region {
  HEAD,
  FACE,
  EYE,
  JAW,
  CERVICAL_SPINE,
  THORACIC_SPINE,
  LUMBAR_SPINE,
  SACRUM_COCCYX,
  SPINE,
  SHOULDER,
  UPPER_ARM,
  ELBOW,
  FOREARM,
  WRIST,
  HAND,
  UPPER_EXTREMITY,
  CHEST,
  ABDOMEN,
  PELVIS,
  HIP,
  THIGH,
  KNEE,
  LOWER_LEG,
  ANKLE,
  FOOT,
  LOWER_EXTREMITY,
  WHOLE_BODY,
  PSYCHE
}
