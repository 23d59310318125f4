package org.openimr.guidelines.internal.build;

/**
 * What is wrong with a rule file, and where.
 *
 * @param file relative to the folder of topics
 * @param line from 1
 * @param column from 1
 */
public record PackProblem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
