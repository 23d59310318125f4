package org.openimr.letter.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.openimr.casefile.PrintedDate;
import org.openimr.casefile.Unit;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Kind;

/** The letter's words, as {@code words.properties} has them. Immutable. */
final class Wording {
  private static final String RESOURCE = "/org/openimr/letter/words.properties";

  private final Map<String, String> words;

  Wording() {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream(RESOURCE));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    words =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }

  /** A fixed word or sentence. */
  String of(String key) {
    // MessageFormat's quoting, so that every text of the file is written by one rule.
    return raw(key).replace("''", "'");
  }

  /**
   * What a kind of determination says; a final one says otherwise what stands under {@code final}.
   */
  String of(Kind kind, String key) {
    String other = key + ".final";
    return of(kind == Kind.FINAL && words.containsKey(other) ? other : key);
  }

  /** The word for a constant of a closed vocabulary. */
  String of(String vocabulary, Enum<?> constant) {
    return of(vocabulary + "." + constant.name());
  }

  /** A sentence with its places filled in. */
  String filled(String key, String... values) {
    return new MessageFormat(raw(key), Locale.ROOT).format(values);
  }

  /** A date as the published letters print it: MM/DD/YYYY. */
  String date(LocalDate date) {
    return PrintedDate.of(date);
  }

  /** A date, or the words for none. */
  String date(Optional<LocalDate> date, String otherwise) {
    return date.map(this::date).orElseGet(() -> of(otherwise));
  }

  /** An amount with its unit: {@code 6 visits}. */
  String amount(BigDecimal amount, Optional<Unit> unit) {
    String number = Determination.written(amount).toPlainString();
    String name = unit.map(found -> counted(amount, of("unit", found))).orElse("");
    return name.isEmpty() ? number : number + " " + name;
  }

  /** A number of pages: {@code 1 page}. */
  String pages(int pages) {
    return pages + " " + counted(BigDecimal.valueOf(pages), of("rationale.pages"));
  }

  private static String counted(BigDecimal amount, String oneAndMany) {
    int bar = oneAndMany.indexOf('|');
    boolean one = amount.compareTo(BigDecimal.ONE) == 0;
    return one ? oneAndMany.substring(0, bar) : oneAndMany.substring(bar + 1);
  }

  /** A clause or sentence of a rule or finding as a sentence: one full stop at its end. */
  static String sentence(String text) {
    String line = Printable.line(text);
    if (line.isEmpty()) {
      return line;
    }
    String capital = line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    return capital.endsWith(".") || capital.endsWith("?") || capital.endsWith("!")
        ? capital
        : capital + ".";
  }

  private String raw(String key) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalStateException("words.properties lacks " + key);
    }
    return text;
  }
}
