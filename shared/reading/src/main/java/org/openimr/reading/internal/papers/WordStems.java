package org.openimr.reading.internal.papers;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that a set of cues is made of, by their first letters: a text without any of them holds
 * no match, and need not be searched cue by cue. Immutable.
 */
final class WordStems {
  /** So many letters tell words apart well enough. */
  private static final int LETTERS = 4;

  /** Words that stand in cues but settle nothing. */
  private static final Set<String> COMMON =
      Set.of(
          "of", "the", "and", "for", "to", "with", "by", "in", "on", "an", "or", "is", "was", "be",
          "at", "from", "no", "not", "has", "been");

  private final Set<String> stems = new HashSet<>();

  WordStems(List<String> cues, List<String> more) {
    cues.forEach(cue -> collect(cue, stems));
    stems.removeAll(COMMON);
    stems.addAll(more);
  }

  /** Whether a text has a word of the cues. */
  boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int end = wordEnd(lower, at);
      if (end > at && stems.contains(stem(lower, at, end))) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  /** The letters of a cue; what a backslash escapes is none of them. */
  private static void collect(String cue, Set<String> stems) {
    String lower = cue.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      if (lower.charAt(at) == '\\') {
        at += 2;
        continue;
      }
      int end = wordEnd(lower, at);
      if (end > at + 1) {
        stems.add(stem(lower, at, end));
      }
      at = Math.max(end, at + 1);
    }
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String stem(String text, int from, int to) {
    return text.substring(from, Math.min(to, from + LETTERS));
  }
}
