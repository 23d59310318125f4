package org.openimr.reading.internal.flow;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
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

  /** A matcher that stands at its first match; empty where the text has none. */
  public Optional<Matcher> first(String text) {
    int begin = outline().begin(text);
    return begin < 0
        ? Optional.empty()
        : Optional.of(pattern().matcher(text)).filter(matcher -> matcher.find(begin));
  }

  /** Whether the text has a match. */
  public boolean isIn(String text) {
    return first(text).isPresent();
  }

  /** Whether the text begins with a match. */
  public boolean opens(String text) {
    return outline().begin(text) == 0 && pattern().matcher(text).lookingAt();
  }

  /** The text with something else in the place of each match. */
  public String replaced(String text, String by) {
    return outline().begin(text) < 0 ? text : pattern().matcher(text).replaceAll(by);
  }

  private Outline outline() {
    Outline made = outline;
    if (made == null) {
      made = Outline.of(regex);
      outline = made;
    }
    return made;
  }

  private Pattern pattern() {
    Pattern made = compiled;
    if (made == null) {
      made = Pattern.compile(regex);
      compiled = made;
    }
    return made;
  }
}
