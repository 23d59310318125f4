package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.Sex;

/** What running text says of the worker and of the dates of a case. Immutable. */
final class WorkerProse {
  /** How far before or after a date its meaning stands, in chars. */
  private static final int REACH = 48;

  private final Cues cues;
  private final List<Pattern> ageSex;
  private final List<Pattern> ageOnly;
  private final List<Pattern> sexOnly;
  private final List<Pattern> injury;
  private final List<Pattern> review;
  private final List<Pattern> reviewAfter;

  WorkerProse(Cues cues) {
    this.cues = cues;
    ageSex = patterns("age-sex");
    ageOnly = patterns("age-only");
    sexOnly = patterns("sex-only");
    injury = patterns("injury-prose");
    review = patterns("review-prose");
    reviewAfter = patterns("review-prose-after");
  }

  private List<Pattern> patterns(String section) {
    return cues.section(section).stream().map(Pattern::compile).toList();
  }

  /** The worker's age in years. */
  Optional<Integer> age(String prose) {
    return first(ageSex, prose)
        .or(() -> first(ageOnly, prose))
        .map(m -> Integer.parseInt(m.group(1)));
  }

  /** The worker's sex. */
  Optional<Sex> sex(String prose) {
    return first(ageSex, prose)
        .map(m -> m.group(2))
        .or(() -> first(sexOnly, prose).map(m -> m.group(1)))
        .flatMap(this::sexOf);
  }

  /** The sex that a word or letter means. */
  Optional<Sex> sexOf(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    if (cues.section("female").contains(lower)) {
      return Optional.of(Sex.F);
    }
    return cues.section("male").contains(lower) ? Optional.of(Sex.M) : Optional.empty();
  }

  /** The date of injury. */
  Optional<LocalDate> dateOfInjury(String prose) {
    return dated(prose, injury, List.of());
  }

  /** The date of the utilization review decision. */
  Optional<LocalDate> reviewDate(String prose) {
    return dated(prose, review, reviewAfter);
  }

  private static Optional<LocalDate> dated(
      String prose, List<Pattern> before, List<Pattern> after) {
    for (WrittenDate date : WrittenDate.all(prose)) {
      String left = prose.substring(Math.max(0, date.start() - REACH), date.start());
      String right = prose.substring(date.end(), Math.min(prose.length(), date.end() + REACH));
      if (first(before, left).isPresent() || first(after, right).isPresent()) {
        return date.date();
      }
    }
    return Optional.empty();
  }

  private static Optional<Matcher> first(List<Pattern> patterns, String text) {
    return patterns.stream().map(p -> p.matcher(text)).filter(Matcher::find).findFirst();
  }
}
