package org.openimr.reading.internal.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.reading.internal.flow.FlowText;

/** The date that a sentence gives for what it states. */
final class SentenceDates {
  /** Two-digit years up to this one are of this century (domain brief 3.4). */
  private static final int LAST_YEAR_OF_CENTURY = 29;

  private SentenceDates() {}

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
