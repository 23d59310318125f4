package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Years of two digits below this are of the 2000s, the others of the 1900s: our choice. */
  private static final int PIVOT = 30;

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\b(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "|(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})"
              + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+"
              + "(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}))\\b");

  /** Every date in a text, in order. */
  static List<WrittenDate> all(String text) {
    if (!hasDigit(text)) {
      return List.of();
    }
    var found = new ArrayList<WrittenDate>();
    Matcher m = FORM.matcher(text);
    while (m.find()) {
      found.add(new WrittenDate(read(m), m.start(), m.end()));
    }
    return found;
  }

  /** The first date in a text. */
  static Optional<WrittenDate> first(String text) {
    if (!hasDigit(text)) {
      return Optional.empty();
    }
    Matcher m = FORM.matcher(text);
    return m.find() ? Optional.of(new WrittenDate(read(m), m.start(), m.end())) : Optional.empty();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<LocalDate> read(Matcher m) {
    if (m.start(1) >= 0) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    if (m.start(4) >= 0) {
      return date(m.group(7), m.group(4), m.group(6));
    }
    int month = MONTHS.indexOf(m.group(8).toLowerCase(Locale.ROOT)) + 1;
    return date(m.group(10), Integer.toString(month), m.group(9));
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (year.length() == 2) {
      y += y < PIVOT ? 2000 : 1900;
    }
    try {
      return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
