package org.openimr.reading.internal.flow;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a vocabulary, compiled when a text first has what it needs. Safe for
 * threads.
 */
public final class Wording {
  private final String regex;

  /** Set once each; two threads that race set the same. */
  private volatile @Nullable Outline outline;

  private volatile @Nullable Pattern compiled;

  /** The wording of an expression in the syntax of RE2. */
  public Wording(String regex) {
    this.regex = regex;
  }

  /** False where the text surely has no match: cheap, beside looking for one. */
  public boolean mayBeIn(String text) {
    Outline needed = outline;
    if (needed == null) {
      needed = Outline.of(regex);
      outline = needed;
    }
    return needed.fits(text);
  }

  /** Whether the text has a match. */
  public boolean isIn(String text) {
    return mayBeIn(text) && matcher(text).find();
  }

  /** A matcher of the text. */
  public Matcher matcher(String text) {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(regex);
      compiled = pattern;
    }
    return pattern.matcher(text);
  }
}
