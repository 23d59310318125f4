package org.openimr.casefile;

/**
 * A field that two sources give differently; the loser is kept here.
 *
 * @param field its name in {@code openimr/case-file/1}
 * @param taken the source whose value stands
 * @param setAside the source whose value was set aside
 * @param value the value that was set aside, as text
 */
public record FieldConflict(String field, FieldSource taken, FieldSource setAside, String value) {}
