package org.openimr.documents.internal;

/** How many pages a text has. */
public final class Pages {
  private Pages() {}

  /** One more than page ends, unless the text ends with one. */
  public static long count(String text) {
    long ends = text.chars().filter(c -> c == '\f').count();
    return text.endsWith("\f") ? Math.max(1, ends) : ends + 1;
  }
}
