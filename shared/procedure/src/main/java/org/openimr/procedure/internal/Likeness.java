package org.openimr.procedure.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.casefile.DisputedItem;

/**
 * Which items of two papers are the same treatment, by their wording. Two wordings that name
 * different body parts or sides are never the same; else the likest pair goes first, a short
 * wording goes with a longer one that has all its words, and an item left over alone on both sides
 * of equally long lists is the same one.
 */
public final class Likeness {
  /** Half of the words in common (Dice): brand and generic names share strength and count. */
  private static final double ENOUGH = 0.5;

  /** One word, such as "therapy", names no treatment that could be told from others. */
  private static final int LEAST_NAMED = 2;

  /** Words that name nothing. */
  private static final Set<String> JOINING =
      Set.copyOf(Rows.lines("joining-words.txt").stream().map(String::strip).toList());

  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+(?:\\.\\d+)?");

  /** A line is a group of words that exclude each other. */
  private static final List<Map<String, String>> DISTINGUISHING =
      Rows.lines("distinguishing-words.txt").stream().map(Likeness::group).toList();

  private Likeness() {}

  private record Pair(int mine, int other, double likeness) {}

  /** Positions in the first list to positions in the second, each once. */
  public static Map<Integer, Integer> pairs(List<DisputedItem> mine, List<DisputedItem> others) {
    var left = words(mine);
    var right = words(others);
    var pairs = new TreeMap<>(ofWords(left, right));
    var taken = new TreeSet<>(pairs.values());
    if (left.size() == right.size() && pairs.size() == left.size() - 1) {
      int mineLeft = firstMissing(pairs.keySet(), left.size());
      int otherLeft = firstMissing(taken, right.size());
      if (!contradict(left.get(mineLeft), right.get(otherLeft))) {
        pairs.put(mineLeft, otherLeft);
      }
    }
    return pairs;
  }

  /**
   * The same, of those alone whose own words tell: for lists of which none need go with another.
   */
  public static Map<Integer, Integer> alike(List<DisputedItem> mine, List<DisputedItem> others) {
    return ofWords(words(mine), words(others));
  }

  private static SortedMap<Integer, Integer> ofWords(
      List<Set<String>> left, List<Set<String>> right) {
    var pairs = new TreeMap<Integer, Integer>();
    var taken = new TreeSet<Integer>();
    for (Pair pair : candidates(left, right)) {
      if (!pairs.containsKey(pair.mine) && taken.add(pair.other)) {
        pairs.put(pair.mine, pair.other);
      }
    }
    return pairs;
  }

  private static List<Set<String>> words(List<DisputedItem> items) {
    return items.stream().map(item -> words(item.description())).toList();
  }

  private static List<Pair> candidates(List<Set<String>> left, List<Set<String>> right) {
    var candidates = new ArrayList<Pair>();
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        double likeness = likeness(left.get(i), right.get(j));
        if (likeness >= ENOUGH) {
          candidates.add(new Pair(i, j, likeness));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Pair pair) -> -pair.likeness)
            .thenComparingInt(pair -> Math.abs(pair.mine - pair.other))
            .thenComparingInt(Pair::mine)
            .thenComparingInt(Pair::other));
    return candidates;
  }

  private static int firstMissing(Set<Integer> present, int size) {
    for (int i = 0; i < size; i++) {
      if (!present.contains(i)) {
        return i;
      }
    }
    throw new IllegalArgumentException("none is missing");
  }

  private static double likeness(Set<String> one, Set<String> other) {
    if (contradict(one, other)) {
      return 0;
    }
    boolean within = holds(one, other) || holds(other, one);
    return within ? Math.max(ENOUGH, dice(one, other)) : dice(one, other);
  }

  /** "Cervical MRI" within "MRI of the cervical spine without contrast": all that it names. */
  private static boolean holds(Set<String> whole, Set<String> part) {
    Set<String> named = named(part);
    return named.size() >= LEAST_NAMED && named(whole).containsAll(named);
  }

  /** The words that name something, each as the first of those that mean the same. */
  private static Set<String> named(Set<String> words) {
    return words.stream()
        .filter(word -> !JOINING.contains(word))
        .map(Likeness::meaning)
        .collect(Collectors.toSet());
  }

  private static String meaning(String word) {
    return DISTINGUISHING.stream()
        .flatMap(group -> Stream.ofNullable(group.get(word)))
        .findFirst()
        .orElse(word);
  }

  private static double dice(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    int words = one.size() + other.size();
    return words == 0 ? 0 : 2.0 * shared / words;
  }

  private static boolean contradict(Set<String> one, Set<String> other) {
    return DISTINGUISHING.stream()
        .anyMatch(
            group -> {
              var here = meanings(group, one);
              var there = meanings(group, other);
              return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
            });
  }

  private static Set<String> meanings(Map<String, String> group, Set<String> words) {
    var meanings = new HashSet<>(words);
    meanings.retainAll(group.keySet());
    return meanings.stream().map(group::get).collect(Collectors.toSet());
  }

  private static Set<String> words(String description) {
    return WORD.matcher(description.toLowerCase(Locale.ROOT))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  /** Each word of a group with the first of the words that mean the same. */
  private static Map<String, String> group(String line) {
    var group = new TreeMap<String, String>();
    for (String same : line.strip().split(" ", -1)) {
      var words = List.of(same.split("=", -1));
      words.forEach(word -> group.put(word, words.getFirst()));
    }
    return group;
  }
}
