package org.openimr.casefile;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IMR case number: {@code CM}, two digits of the year, a hyphen, seven digits.
 *
 * @param value for example {@code CM15-0212345}
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {
  private static final Pattern FORM = Pattern.compile("CM\\d{2}-\\d{7}");

  /** Refuses any other form. */
  public CaseNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a case number");
    }
  }

  /** The case number that a text is, or empty. */
  public static Optional<CaseNumber> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
  }

  @Override
  public int compareTo(CaseNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
