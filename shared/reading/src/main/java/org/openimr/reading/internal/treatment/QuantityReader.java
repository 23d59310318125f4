package org.openimr.reading.internal.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.Unit;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.LiteralFinder;
import org.openimr.reading.internal.treatment.WordingPatterns.Range;

/** Reads how much an item asks for (domain brief 3.4, 3.5 and ). */
final class QuantityReader {
  /** Amount, and the pace from which it follows where the item states one. */
  record Amounts(
      Optional<RequestedQuantity> quantity,
      Optional<BigDecimal> frequencyPerWeek,
      Optional<BigDecimal> durationWeeks) {}

  /** An amount with its unit. */
  private record Counted(Range range, Unit unit) {}

  private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

  /** A longer course without a unit is a count of visits. */
  private static final BigDecimal MOST_BARE_WEEKS = BigDecimal.valueOf(8);

  private final WordingPatterns patterns;
  private final List<Unit> units = new ArrayList<>();
  private final LiteralFinder unitWords;

  QuantityReader(WordingPatterns patterns) {
    this.patterns = patterns;
    var words = new ArrayList<String>();
    for (JsonNode entry : DataFile.read("treatment/quantities.json").path("units")) {
      for (String word : DataFile.texts(entry.path("words"))) {
        words.add(word);
        units.add(Unit.valueOf(entry.path("unit").asText()));
      }
    }
    unitWords = new LiteralFinder(words);
  }

  /**
   * Reads the amounts.
   *
   * @param folded the item's wording
   * @param usual what a bare count of the thing asked for counts
   */
  Amounts read(String folded, Unit usual) {
    Optional<String> original = patterns.text("originalRequest", folded);
    String whole = original.orElseGet(() -> patterns.without("note", folded));
    boolean paced = usual == Unit.VISIT || usual == Unit.HOUR || usual == Unit.DAY;
    Optional<Range> pace = paced ? pace(whole) : Optional.empty();
    Optional<Range> weeks = weeks(whole);
    Optional<Counted> counted = counted(whole, usual, pace, weeks);
    Optional<BigDecimal> authorized = authorized(folded, original.isPresent(), usual);
    Optional<BigDecimal> dispute = dispute(folded, original.isPresent(), usual);
    if (counted.isEmpty() && authorized.isPresent() && dispute.isPresent()) {
      BigDecimal sum = authorized.get().add(dispute.get());
      counted = Optional.of(new Counted(new Range(sum, sum), unit(folded, usual)));
    }
    Optional<RequestedQuantity> quantity =
        counted.map(
            c ->
                new RequestedQuantity(
                    c.range().least(), c.range().most(), c.unit(), authorized, dispute));
    return new Amounts(quantity, pace.map(Range::most), weeks.map(Range::most));
  }

  private Optional<BigDecimal> authorized(String folded, boolean sentences, Unit usual) {
    if (sentences) {
      return patterns.text("authorizedPart", folded).flatMap(part -> count(part, usual));
    }
    Optional<BigDecimal> note = patterns.number("authorizedNote", folded);
    return note.isPresent() ? note : patterns.number("authorizedAfter", folded);
  }

  private Optional<BigDecimal> dispute(String folded, boolean sentences, Unit usual) {
    return sentences
        ? patterns.text("remainingPart", folded).flatMap(part -> count(part, usual))
        : patterns.number("disputeNote", folded);
  }

  private Optional<BigDecimal> count(String part, Unit usual) {
    return counted(part, usual, pace(part), weeks(part)).map(c -> c.range().most());
  }

  private Optional<Range> pace(String text) {
    Optional<Range> stated = patterns.range("frequency", text);
    if (stated.isPresent() || !patterns.has("daily", text)) {
      return stated;
    }
    return Optional.of(new Range(DAYS_A_WEEK, DAYS_A_WEEK));
  }

  private Optional<Range> weeks(String text) {
    Optional<Range> months = patterns.range("months", text);
    Optional<Range> weeks = patterns.range("weeks", text);
    var four = BigDecimal.valueOf(4);
    return weeks.isPresent() ? weeks : months.map(m -> m.times(new Range(four, four)));
  }

  private Optional<Counted> counted(
      String text, Unit usual, Optional<Range> pace, Optional<Range> weeks) {
    Optional<Counted> rental = rental(text);
    if (rental.isPresent()) {
      return rental;
    }
    Unit unit = unit(text, usual);
    Optional<Range> stated = stated(text);
    if (stated.isEmpty() && usual == Unit.VISIT) {
      stated = bareProduct(text);
    }
    stated =
        stated.or(() -> patterns.range("times", text).map(t -> ofWeeks(t, usual, pace, weeks)));
    Optional<Range> product =
        usual == Unit.VISIT || usual == Unit.HOUR
            ? pace.flatMap(p -> weeks.map(p::times))
            : Optional.empty();
    if (product.isPresent() && (stated.isEmpty() || !product.get().fixed())) {
      Range range = stated.map(s -> within(product.get(), s)).orElseGet(product::get);
      return Optional.of(new Counted(range, unit == Unit.HOUR ? Unit.VISIT : unit));
    }
    if (stated.isPresent()) {
      return Optional.of(new Counted(stated.get(), unit));
    }
    return usual == Unit.MONTH
        ? patterns.range("months", text).map(m -> new Counted(m, Unit.MONTH))
        : measured(text);
  }

  /** "2-3 times a week for 6-8 weeks (24)": the total caps the range. */
  private static Range within(Range product, Range total) {
    return new Range(product.least().min(total.least()), total.most().max(product.least()));
  }

  private Optional<Range> stated(String text) {
    for (String form : List.of("labelled", "number", "visits", "pieces", "series", "inBrackets")) {
      Optional<Range> range = patterns.range(form, text);
      if (range.isPresent()) {
        return range;
      }
    }
    return Optional.empty();
  }

  /** "2x/week x 6" of therapy: behind a pace, a count that no unit follows counts weeks. */
  private static Range ofWeeks(
      Range times, Unit usual, Optional<Range> pace, Optional<Range> weeks) {
    boolean unstated =
        usual == Unit.VISIT && weeks.isEmpty() && times.most().compareTo(MOST_BARE_WEEKS) <= 0;
    return unstated ? pace.map(times::times).orElse(times) : times;
  }

  /** "2x6" of therapy is twice a week for six weeks: 12. */
  private Optional<Range> bareProduct(String text) {
    return patterns
        .first("bareProduct", text)
        .map(match -> new BigDecimal(match.group(1)).multiply(new BigDecimal(match.group(2))))
        .map(product -> new Range(product, product));
  }

  private Optional<Counted> measured(String text) {
    return patterns
        .range("grams", text)
        .map(r -> new Counted(r, Unit.GRAM))
        .or(() -> patterns.range("milliliters", text).map(r -> new Counted(r, Unit.MILLILITER)))
        .or(() -> patterns.range("hours", text).map(r -> new Counted(r, Unit.HOUR)))
        .or(
            () ->
                patterns.has("purchase", text)
                    ? Optional.of(
                        new Counted(new Range(BigDecimal.ONE, BigDecimal.ONE), Unit.DEVICE))
                    : Optional.empty());
  }

  private Optional<Counted> rental(String text) {
    return patterns.first("rental", text).flatMap(QuantityReader::rental);
  }

  private static Optional<Counted> rental(Matcher match) {
    boolean before = match.group(3) != null;
    String unit = match.group(before ? 3 : 6);
    return WordingPatterns.range(match, before ? 1 : 4)
        .map(r -> new Counted(r, Unit.valueOf(unit.toUpperCase(Locale.ROOT))));
  }

  private Unit unit(String text, Unit usual) {
    return unitWords.longest(text).stream()
        .map(h -> units.get(h.literal()))
        .findFirst()
        .filter(
            u -> usual == Unit.EACH || u == usual || usual == Unit.SERVICE || usual == Unit.HOUR)
        .orElse(usual);
  }
}
