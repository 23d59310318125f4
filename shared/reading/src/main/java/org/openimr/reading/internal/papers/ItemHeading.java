package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * What an item's heading says.
 *
 * @param description what was disputed, without the frame
 * @param original the request, where a part of it was authorized
 */
record ItemHeading(
    String description,
    Optional<String> original,
    Optional<String> authorized,
    Optional<String> remaining,
    boolean dependent,
    boolean retrospective) {
  /** Reads headings. Immutable. */
  static final class Reader {
    private final List<String> dependent;
    private final List<String> retrospective;
    private final String originalRequest;
    private final Pattern remainder;
    private final Pattern whole;

    Reader(Cues cues) {
      dependent = cues.section("dependent");
      retrospective = cues.section("retrospective");
      originalRequest = cues.only("original-request");
      remainder = Pattern.compile(cues.only("remainder"));
      whole = Pattern.compile(cues.only("whole"));
    }

    /** What a heading says, joined over its lines and without its decision. */
    ItemHeading read(String heading) {
      Optional<String> tied = Cues.beginning(heading, dependent);
      String text = without(heading, tied);
      Optional<String> past = Cues.beginning(text, retrospective);
      text = without(text, past);
      if (text.contains(originalRequest)) {
        Matcher rest = remainder.matcher(text);
        if (rest.find()) {
          return partial(rest, rest.group(3).strip(), true, tied.isPresent(), past.isPresent());
        }
        Matcher all = whole.matcher(text);
        if (all.find()) {
          return partial(all, all.group(1).strip(), false, tied.isPresent(), past.isPresent());
        }
      }
      return new ItemHeading(
          text,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          tied.isPresent(),
          past.isPresent());
    }

    private static ItemHeading partial(
        Matcher m, String remaining, boolean part, boolean dependent, boolean retrospective) {
      String original = m.group(1).strip();
      return new ItemHeading(
          part ? remaining : original,
          Optional.of(original),
          Optional.of(m.group(2).strip()),
          Optional.of(remaining),
          dependent,
          retrospective);
    }

    private static String without(String text, Optional<String> frame) {
      return frame.map(cue -> text.substring(cue.length()).strip()).orElse(text);
    }
  }
}
