package org.openimr.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as the published letters print them: MM/DD/YYYY. */
public final class PrintedDate {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PrintedDate() {}

  /** A date as it is printed. */
  public static String of(LocalDate date) {
    return FORM.format(date);
  }

  /** The date of a printed text; empty where it is none that the calendar has. */
  public static Optional<LocalDate> read(String printed) {
    try {
      return Optional.of(LocalDate.parse(printed, FORM));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
