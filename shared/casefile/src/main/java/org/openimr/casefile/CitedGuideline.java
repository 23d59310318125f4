package org.openimr.casefile;

/**
 * A guideline that a reviewer relies on.
 *
 * @param title such as {@code MTUS Chronic Pain Medical Treatment}
 * @param edition its year or edition
 * @param section one or more, as the guideline calls them
 */
public record CitedGuideline(String title, String edition, String section) {
  /** The citation in the required form (8 CCR 9792.21.1(d)). */
  public String citation() {
    return title + " " + edition + ", Section(s): " + section;
  }
}
