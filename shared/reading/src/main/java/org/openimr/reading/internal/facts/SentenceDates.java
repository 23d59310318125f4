package org.openimr.reading.internal.facts;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.reading.internal.flow.FlowText;

/** The date that a sentence gives for what it states. */
final class SentenceDates {
  /** Two-digit years up to this one are of this century (domain brief 3.4). */
  private static final int LAST_YEAR_OF_CENTURY = 29;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember"
          + "|ober|ember)?\\.?";

  /** "June 3, 2016", "3 June 2016", "June of 2016". */
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?:\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?"
              + MONTH
              + "(?: (\\d{1,2})(?:st|nd|rd|th)?)?,?(?: of)? ((?:19|20)\\d\\d)\\b");

  private SentenceDates() {}

  /**
   * The one date of a stretch that names its month; of a month without a day the last one, so that
   * no more time is told than has passed for sure.
   */
  static Optional<LocalDate> inWords(FlowText text, int from, int to) {
    Matcher match = IN_WORDS.matcher(text.folded().substring(from, to));
    var dates = new LinkedHashSet<LocalDate>();
    while (match.find()) {
      String day = match.group(1) == null ? match.group(3) : match.group(1);
      day(Integer.parseInt(match.group(4)), MONTHS.indexOf(match.group(2)) + 1, day)
          .ifPresent(dates::add);
    }
    return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
  }

  private static Optional<LocalDate> day(int year, int month, @Nullable String day) {
    int last = YearMonth.of(year, month).lengthOfMonth();
    int said = day == null ? last : Integer.parseInt(day);
    return said < 1 || said > last
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, said));
  }

  /** The one date of a stretch; empty where there is none, or more than one. */
  static Optional<LocalDate> only(FlowText text, int from, int to) {
    var dates = new ArrayList<LocalDate>();
    int at = text.folded().indexOf(FlowText.DATE, from, to);
    while (at >= 0) {
      int end = at;
      while (end < to && text.folded().charAt(end) == FlowText.DATE) {
        end++;
      }
      parse(text.text().substring(at, end)).ifPresent(dates::add);
      at = text.folded().indexOf(FlowText.DATE, end, to);
    }
    return dates.size() == 1 ? Optional.of(dates.getFirst()) : Optional.empty();
  }

  private static Optional<LocalDate> parse(String date) {
    List<Integer> parts = new ArrayList<>();
    for (String part : date.split("[/-]", -1)) {
      parts.add(part.isEmpty() ? 0 : Integer.valueOf(part));
    }
    try {
      boolean yearFirst = parts.getFirst() > 31;
      int year = parts.get(yearFirst ? 0 : 2);
      int month = parts.get(yearFirst ? 1 : 0);
      int day = parts.get(yearFirst ? 2 : 1);
      int full = year > 99 ? year : year + (year <= LAST_YEAR_OF_CENTURY ? 2000 : 1900);
      return Optional.of(LocalDate.of(full, month, day));
    } catch (DateTimeException e) {
      return Optional.empty(); // such as 2/30: no date is better than a wrong one
    }
  }
}
