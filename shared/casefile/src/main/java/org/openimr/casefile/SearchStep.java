package org.openimr.casefile;

/**
 * One step of the medical evidence search sequence (8 CCR 9792.21.1).
 *
 * @param step such as {@code 1} or {@code 2A}
 * @param searched which guideline
 * @param result what it gave for this item
 */
public record SearchStep(String step, String searched, String result) {}
