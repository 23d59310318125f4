package org.openimr.letter.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.openimr.letter.Identifier;

/** Identifiers that have a form, or a label before them. Immutable. */
final class PatternRules {
  private static final String KEEP = "KEEP";

  /** A rule; without a kind it says what stays. */
  private record Rule(Optional<Identifier> kind, Pattern pattern) {}

  private final List<Rule> rules =
      RedactionData.lines("patterns.txt").stream().map(PatternRules::rule).toList();

  private static Rule rule(String line) {
    int space = line.indexOf(' ');
    String kind = line.substring(0, space);
    return new Rule(
        kind.equals(KEEP) ? Optional.empty() : Optional.of(Identifier.valueOf(kind)),
        Pattern.compile(line.substring(space + 1)));
  }

  /** Adds what the rules find, each rule where those before it found nothing. */
  void find(String text, Cover cover) {
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
        int start = matcher.start(group);
        int end = matcher.end(group);
        rule.kind()
            .ifPresentOrElse(kind -> cover.add(kind, start, end), () -> cover.keep(start, end));
      }
    }
  }
}
