package org.openimr.reading.internal.papers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as papers write it (domain brief 3.4).
 *
 * @param date empty where the calendar does not have it
 * @param start first char in the text it was found in
 * @param end the char after the last
 */
record WrittenDate(Optional<LocalDate> date, int start, int end) {
  /** Every date in a text, in order. */
  static List<WrittenDate> all(String text) {
    var found = new ArrayList<WrittenDate>();
    int at = 0;
    while (at < text.length()) {
      Optional<WrittenDate> date = at(text, at);
      date.ifPresent(found::add);
      at = date.map(WrittenDate::end).orElse(at + 1);
    }
    return found;
  }

  /** The first date in a text. */
  static Optional<WrittenDate> first(String text) {
    Optional<WrittenDate> date = Optional.empty();
    for (int at = 0; at < text.length() && date.isEmpty(); at++) {
      date = at(text, at);
    }
    return date;
  }

  /** The date that begins at a char; a hand-written scan, for letters are read by thousands. */
  private static Optional<WrittenDate> at(String text, int at) {
    char c = text.charAt(at);
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return Optional.empty();
    }
    if (isDigit(c)) {
      Optional<WrittenDate> named = new Scan(text, at).dayFirst();
      return named.isPresent() ? named : new Scan(text, at).numbers();
    }
    return Character.isLetter(c) ? new Scan(text, at).words() : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Goes over one date. */
  private static final class Scan {
    private static final List<String> MONTHS =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Years of two digits below this are of the 2000s, the others of the 1900s: our choice. */
    private static final int PIVOT = 30;

    private final String text;
    private final int start;
    private int at;

    Scan(String text, int start) {
      this.text = text;
      this.start = start;
      this.at = start;
    }

    /** {@code 5-1-09}, {@code 05/01/2009}, {@code 2009-05-01}. */
    Optional<WrittenDate> numbers() {
      int first = digits(4);
      int firstDigits = at - start;
      if (firstDigits == 3 || !border()) {
        return Optional.empty();
      }
      int from = at;
      int second = digits(2);
      if (at == from || !border()) {
        return Optional.empty();
      }
      from = at;
      int third = digits(4);
      int thirdDigits = at - from;
      if (firstDigits == 4) {
        return thirdDigits == 0 || thirdDigits > 2 ? Optional.empty() : found(first, second, third);
      }
      if (thirdDigits == 2) {
        return found(third + (third < PIVOT ? 2000 : 1900), first, second);
      }
      return thirdDigits == 4 ? found(third, first, second) : Optional.empty();
    }

    /** {@code May 1, 2009}. */
    Optional<WrittenDate> words() {
      int month = month();
      if (month == 0) {
        return Optional.empty();
      }
      skip(".");
      int gap = at;
      skip(" ");
      int from = at;
      int day = digits(2);
      if (from == gap || at == from) {
        return Optional.empty();
      }
      letters();
      skip(",");
      gap = at;
      skip(" ");
      from = at;
      int year = digits(4);
      return from == gap || at - from != 4 ? Optional.empty() : found(year, month, day);
    }

    /** {@code 1 May 2009}, {@code 01-MAY-2009}. */
    Optional<WrittenDate> dayFirst() {
      int day = digits(2);
      int gap = at;
      skip(" -");
      if (at != gap + 1) {
        return Optional.empty();
      }
      int month = month();
      skip(".,");
      gap = at;
      skip(" -");
      int from = at;
      int year = digits(4);
      return month == 0 || from == gap || at - from != 4
          ? Optional.empty()
          : found(year, month, day);
    }

    private int month() {
      if (at + 3 > text.length()) {
        return 0;
      }
      int month = MONTHS.indexOf(text.substring(at, at + 3).toLowerCase(Locale.ROOT)) + 1;
      if (month > 0) {
        letters();
      }
      return month;
    }

    private void letters() {
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
    }

    private int digits(int most) {
      int value = 0;
      for (int i = 0; i < most && at < text.length() && isDigit(text.charAt(at)); i++) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      return value;
    }

    private boolean border() {
      if (at < text.length() && "-/.".indexOf(text.charAt(at)) >= 0) {
        at++;
        return true;
      }
      return false;
    }

    private void skip(String chars) {
      while (at < text.length() && chars.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private Optional<WrittenDate> found(int year, int month, int day) {
      if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        return Optional.empty();
      }
      return Optional.of(new WrittenDate(date(year, month, day), start, at));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
      try {
        return Optional.of(LocalDate.of(year, month, day));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
