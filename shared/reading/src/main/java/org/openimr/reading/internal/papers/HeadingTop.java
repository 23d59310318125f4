package org.openimr.reading.internal.papers;

import java.util.List;

/**
 * Finds the first line of an item's heading, going up from the line with its decision. Immutable.
 *
 * <p>Blank lines cannot be relied on: extraction loses them at page ends, and double-spaced text
 * has them everywhere. So a heading begins below the end of a sentence, and a heading that tells a
 * partial approval, which has sentences of its own, below the end of the sentence before them.
 */
final class HeadingTop {
  /** No heading is longer, in lines. */
  private static final int LONGEST = 24;

  private final List<String> intro;
  private final List<String> conclusion;
  private final String originalRequest;
  private final String wasOriginalRequest;

  HeadingTop(Cues cues) {
    intro = cues.section("issues-intro");
    conclusion = cues.section("conclusion");
    originalRequest = cues.only("original-request");
    wasOriginalRequest = cues.only("was-original-request");
  }

  /**
   * The first line of a heading.
   *
   * @param decision the line with the decision
   * @param floor the first line that can be of the heading
   */
  int of(List<LetterLine> lines, int decision, int floor) {
    int top = simple(lines, decision, floor);
    if (!joined(lines, top, decision).contains(originalRequest)) {
      return top;
    }
    int from = top;
    while (from > floor && decision - from < LONGEST) {
      if (joined(lines, from, decision).contains(wasOriginalRequest)) {
        return from;
      }
      from = simple(lines, from - 1, floor);
    }
    boolean whole = joined(lines, from, decision).contains(wasOriginalRequest);
    return whole ? from : top;
  }

  private int simple(List<LetterLine> lines, int from, int floor) {
    int top = from;
    while (top > floor && !lines.get(top).opensParagraph() && !ends(lines, top - 1)) {
      top--;
    }
    return top;
  }

  private boolean ends(List<LetterLine> lines, int at) {
    String line = lines.get(at).text();
    if (Cues.beginning(line, intro).isPresent()) {
      return true;
    }
    return (Paragraphs.endsSentence(line) && !line.endsWith(":"))
        || concludes(line)
        || introEnds(lines, at);
  }

  /** The last line of the sentence before the items, where it takes two. */
  private boolean introEnds(List<LetterLine> lines, int at) {
    return at > 0
        && lines.get(at).text().endsWith(":")
        && !lines.get(at - 1).text().endsWith(":")
        && Cues.beginning(lines.get(at - 1).text(), intro).isPresent();
  }

  private boolean concludes(String line) {
    return conclusion.stream().anyMatch(line::endsWith);
  }

  private static String joined(List<LetterLine> lines, int from, int to) {
    var joined = new StringBuilder();
    for (LetterLine line : lines.subList(from, to + 1)) {
      joined.append(line.text()).append(' ');
    }
    return joined.toString();
  }
}
