package org.openimr.reading.internal.facts;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds words that decide what a sentence is worth and that a scanner misread: broken in two, or
 * with 0 for o and 1 or l for i. What such a sentence states is unsure, for a denial or a plan that
 * is not seen would turn into a fact. Immutable, safe for threads.
 */
final class MisreadCues {
  /** Into how many pieces a cue may be broken, its own words counted. */
  private static final int MOST_PIECES = 4;

  private final Set<String> cues;
  private final Set<Long> read = new HashSet<>();

  /** Finds these words and phrases, in lower case. */
  MisreadCues(Set<String> cues) {
    this.cues = Set.copyOf(cues);
    for (String cue : cues) {
      long hash = 0;
      for (int at = 0; at < cue.length(); at++) {
        hash = cue.charAt(at) == ' ' ? hash : with(hash, cue.charAt(at));
      }
      read.add(hash);
    }
  }

  /** Whether one stands in a sentence in lower case otherwise than it is written. */
  boolean in(String sentence) {
    boolean starts = true;
    for (int from = 0; from < sentence.length(); from++) {
      boolean part = part(sentence.charAt(from));
      if (part && starts && startsOne(sentence, from)) {
        return true;
      }
      starts = !part;
    }
    return false;
  }

  private boolean startsOne(String sentence, int from) {
    long hash = 0;
    int pieces = 0;
    for (int at = from; at < sentence.length() && pieces < MOST_PIECES; at++) {
      char c = sentence.charAt(at);
      if (part(c)) {
        hash = with(hash, c);
        boolean ends = at + 1 == sentence.length() || !part(sentence.charAt(at + 1));
        if (ends && read.contains(hash) && !cues.contains(sentence.substring(from, at + 1))) {
          return true;
        }
      } else if (c == ' ') {
        pieces++;
      } else {
        return false;
      }
    }
    return false;
  }

  private static boolean part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '/';
  }

  private static long with(long hash, char c) {
    char seen =
        switch (c) {
          case '0' -> 'o';
          case '1', 'i' -> 'l';
          default -> c;
        };
    return hash * 131 + seen;
  }
}
