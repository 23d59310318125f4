package org.openimr.reading.internal.papers;

/** What two copies of a text share, however they were set, sent and numbered. */
final class Likeness {
  private Likeness() {}

  /** Letters and figures of a line, in lower case. */
  static String of(String line) {
    var letters = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
