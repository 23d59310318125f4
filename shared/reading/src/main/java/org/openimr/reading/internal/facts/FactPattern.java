package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Standing;
import org.openimr.reading.FactDictionary.Kind;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.Numbers;
import org.openimr.reading.internal.flow.Wording;

/** One wording that states a fact. Compiled at its first use; safe for threads. */
final class FactPattern {
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /** The date of a document, and the one that the sentence itself gives. */
  record Dates(Optional<LocalDate> document, Optional<LocalDate> sentence) {
    private Optional<Long> daysAgo() {
      return sentence
          .flatMap(then -> document.map(day -> ChronoUnit.DAYS.between(then, day)))
          .filter(days -> days >= 0);
    }
  }

  private final Wording wording;
  private final List<String> when;
  private final List<String> and;
  private final List<String> unless;
  private final List<String> under;
  private final JsonNode spec;
  private final Optional<Standing> standing;
  private final boolean ignoresNegation;

  FactPattern(JsonNode spec, String regex) {
    this.spec = spec;
    this.wording = new Wording(regex);
    this.when = DataFile.words(spec.path("when"));
    this.and = DataFile.words(spec.path("and"));
    this.unless = DataFile.words(spec.path("unless"));
    this.under = DataFile.words(spec.path("under"));
    this.standing =
        spec.has("standing")
            ? Optional.of(Standing.valueOf(spec.path("standing").asText()))
            : Optional.empty();
    this.ignoresNegation = spec.path("negation").asText().equals("IGNORE");
  }

  /** Words of which one must stand in the sentence: most sentences are never matched at all. */
  List<String> when() {
    return when;
  }

  /** Words of which one must stand in the sentence as well; none where nothing more is asked. */
  List<String> and() {
    return and;
  }

  /** What such a passage is worth at most; {@code FACT} where plans around it do not matter. */
  Optional<Standing> standing() {
    return standing;
  }

  /** Whether the value is the time since the day that the sentence gives. */
  boolean tellsAge() {
    return spec.has("ago");
  }

  boolean ignoresNegation() {
    return ignoresNegation;
  }

  /**
   * Whether the wording counts for nothing here.
   *
   * @param heading under which the sentence stands, in lower case
   */
  boolean ruledOut(String sentence, String heading) {
    return unless.stream().anyMatch(sentence::contains)
        || (!under.isEmpty() && !under.contains(heading));
  }

  /** A matcher that stands at its first match in a sentence. */
  Optional<Matcher> first(String sentence) {
    return wording.first(sentence);
  }

  /** The value that a match states; empty where its figures make no sense. */
  Optional<FactValue> value(Kind kind, Matcher match, boolean negated, Dates dates) {
    return switch (kind) {
      case TRUTH -> truth(match).map(t -> new FactValue.Truth(t != (negated && !ignoresNegation)));
      case AMOUNT -> amount(match, dates).map(FactValue.Amount::new);
      case TERM ->
          negated && !ignoresNegation
              ? Optional.empty()
              : Optional.of(new FactValue.Term(spec.path("value").asText()));
    };
  }

  private Optional<Boolean> truth(Matcher match) {
    String compare = spec.path("compare").asText();
    if (compare.isEmpty()) {
      return Optional.of(spec.path("value").asBoolean(true));
    }
    Optional<BigDecimal> first = number(match, 1);
    Optional<BigDecimal> second = number(match, 2);
    int rises = compare.equals("RISE") ? 1 : -1;
    return first.flatMap(f -> second.map(s -> s.subtract(f).signum() == rises));
  }

  private Optional<BigDecimal> amount(Matcher match, Dates dates) {
    if (spec.has("ago")) {
      return dates.daysAgo().map(BigDecimal::valueOf);
    }
    JsonNode value = spec.path("value");
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    Optional<BigDecimal> number = number(match, value.asText().charAt(1) - '0');
    if (spec.has("since")) {
      return number.flatMap(year -> dates.document().map(d -> monthsSince(year, d)));
    }
    if (spec.has("by")) {
      Optional<BigDecimal> each = number(match, spec.path("by").asText().charAt(1) - '0');
      return number.flatMap(n -> each.map(n::multiply));
    }
    return spec.has("times")
        ? number.map(n -> Numbers.plain(n.multiply(spec.path("times").decimalValue())))
        : number;
  }

  /** Full months from January of the year after: no month is claimed that may be missing. */
  private static BigDecimal monthsSince(BigDecimal year, LocalDate date) {
    BigDecimal years = BigDecimal.valueOf(date.getYear()).subtract(year).subtract(BigDecimal.ONE);
    return years
        .multiply(MONTHS)
        .add(BigDecimal.valueOf(date.getMonthValue() - 1L))
        .max(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> number(Matcher match, int group) {
    String text = match.group(group);
    return text == null ? Optional.empty() : Numbers.read(text);
  }
}
