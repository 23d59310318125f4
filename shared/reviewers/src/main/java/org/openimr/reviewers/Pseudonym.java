package org.openimr.reviewers;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reviewer is called everywhere but in the identity record: {@code RV}, a hyphen, six
 * digits. The form leaves no room for a name (Labor Code 4610.6(f): names stay confidential).
 *
 * @param value for example {@code RV-004711}
 */
public record Pseudonym(String value) implements Comparable<Pseudonym> {
  private static final Pattern FORM = Pattern.compile("RV-[0-9]{6}");

  /** Refuses any other form, without repeating it. */
  public Pseudonym {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a reviewer's pseudonym");
    }
  }

  /** The pseudonym that a text is, or empty. */
  public static Optional<Pseudonym> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Pseudonym(text)) : Optional.empty();
  }

  @Override
  public int compareTo(Pseudonym other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
