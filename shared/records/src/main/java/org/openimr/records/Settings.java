package org.openimr.records;

import java.util.Map;
import java.util.Optional;

/**
 * Names of what the functions work with.
 *
 * @param table the table of cases and uploads
 * @param caseFiles bucket that case files are put into, under {@code incoming/}
 * @param derived bucket of bodies and drafts
 * @param determinations bucket of final determinations, the only one with Object Lock
 */
public record Settings(String table, String caseFiles, String derived, String determinations) {
  /** Names of the embedded cloud. */
  public static final Settings EMBEDDED =
      new Settings("imr-cases", "imr-case-files", "imr-derived", "imr-determinations");

  /**
   * Names from the environment of a function.
   *
   * @throws IllegalStateException if one is missing; the message names it
   */
  public static Settings of(Map<String, String> environment) {
    return new Settings(
        required(environment, "TABLE_NAME"),
        required(environment, "CASE_FILES_BUCKET"),
        required(environment, "DERIVED_BUCKET"),
        required(environment, "DETERMINATIONS_BUCKET"));
  }

  private static String required(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + name + " is not set"));
  }
}
