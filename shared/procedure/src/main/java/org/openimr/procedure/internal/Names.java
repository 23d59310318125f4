package org.openimr.procedure.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares names as papers write them: in any order, with initials, titles, aliases. */
final class Names {
  private static final Set<String> IGNORED = Set.copyOf(words("ignored"));
  private static final Set<String> OF_PHYSICIANS = Set.copyOf(words("physicians"));
  private static final Map<String, String> GENERATIONS = generations();

  /** A word with one letter wrong is the same from these lengths on: Ann is Anne, Dan not Don. */
  private static final int SHORTER_WORD = 3;

  private static final int LONGER_WORD = 4;

  private Names() {}

  /** How two names compare. */
  enum Match {
    ALIKE,
    PARTLY,
    DIFFERENT,
    UNKNOWN
  }

  private record Name(List<String> words, Optional<String> generation) {
    static Name of(String text, Set<String> besides) {
      var words = new ArrayList<String>();
      Optional<String> generation = Optional.empty();
      for (String word : plain(text).split("[^\\p{L}]+", -1)) {
        if (GENERATIONS.containsKey(word)) {
          generation = Optional.of(GENERATIONS.get(word));
        } else if (word.length() > 1 && !IGNORED.contains(word) && !besides.contains(word)) {
          words.add(word);
        }
      }
      return new Name(List.copyOf(words), generation);
    }
  }

  /** Of workers. */
  static Match compare(Optional<String> one, Optional<String> other) {
    return compare(one, other, Set.of());
  }

  /**
   * Of physicians or of practices: degrees and what half of all practices are called don't count.
   */
  static Match ofPhysicians(Optional<String> one, Optional<String> other) {
    return compare(one, other, OF_PHYSICIANS);
  }

  private static Match compare(Optional<String> one, Optional<String> other, Set<String> besides) {
    var a = one.map(text -> Name.of(text, besides)).filter(name -> !name.words.isEmpty());
    var b = other.map(text -> Name.of(text, besides)).filter(name -> !name.words.isEmpty());
    return a.isPresent() && b.isPresent() ? compare(a.get(), b.get()) : Match.UNKNOWN;
  }

  private static Match compare(Name one, Name other) {
    boolean oneShorter = one.words.size() <= other.words.size();
    var shorter = oneShorter ? one.words : other.words;
    var left = new ArrayList<>(oneShorter ? other.words : one.words);
    var unmatched = shorter.stream().filter(word -> !left.remove(word)).toList();
    int equal = shorter.size() - unmatched.size();
    boolean typo = unmatched.size() == 1 && left.stream().anyMatch(w -> near(w, unmatched.get(0)));
    boolean relatives =
        one.generation.isPresent()
            && other.generation.isPresent()
            && !one.generation.equals(other.generation);
    if (equal == 0 && !typo) {
      return Match.DIFFERENT;
    }
    boolean alike = equal > 0 && (unmatched.isEmpty() || typo);
    return alike && !relatives ? Match.ALIKE : Match.PARTLY;
  }

  private static boolean near(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    return shorter.length() >= SHORTER_WORD
        && longer.length() >= LONGER_WORD
        && oneMistake(shorter, longer);
  }

  /** One letter changed, added or left out, or two neighbours exchanged. */
  static boolean oneMistake(String shorter, String longer) {
    int head = 0;
    while (head < shorter.length() && shorter.charAt(head) == longer.charAt(head)) {
      head++;
    }
    String a = shorter.substring(head);
    String b = longer.substring(head);
    return switch (b.length() - a.length()) {
      case 0 -> a.isEmpty() || a.substring(1).equals(b.substring(1)) || exchanged(a, b);
      case 1 -> a.equals(b.substring(1));
      default -> false;
    };
  }

  private static boolean exchanged(String a, String b) {
    return a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.substring(2).equals(b.substring(2));
  }

  /** Lower case without accents: scans lose them. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> generations() {
    var generations = new HashMap<String, String>();
    for (String same : words("generation")) {
      var spellings = List.of(same.split("=", -1));
      spellings.forEach(spelling -> generations.put(spelling, spellings.getFirst()));
    }
    return Map.copyOf(generations);
  }

  private static List<String> words(String kind) {
    return Rows.lines("name-words.txt").stream()
        .filter(line -> line.startsWith(kind + " "))
        .flatMap(line -> Arrays.stream(line.substring(kind.length()).strip().split(" ", -1)))
        .toList();
  }
}
