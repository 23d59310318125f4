package org.openimr.documents.internal;

import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.documents.Budgets;

/** How many pages a text has, and the refusal of too many. */
public final class Pages {
  private Pages() {}

  /** One more than page ends, unless the text ends with one. */
  public static long count(String text) {
    long ends = text.chars().filter(c -> c == '\f').count();
    return text.endsWith("\f") ? Math.max(1, ends) : ends + 1;
  }

  /** The refusal. */
  public static <T> Outcome<T> tooMany(long pages, Budgets budgets) {
    return Outcome.rejected(
        Code.TOO_MANY_PAGES,
        "The file has %,d pages or more; at most %,d are taken. Split it and send the parts one by one."
            .formatted(pages, budgets.pages()));
  }
}
