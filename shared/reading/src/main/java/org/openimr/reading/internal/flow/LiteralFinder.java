package org.openimr.reading.internal.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds all of many words and phrases in one pass over a text (Aho and Corasick), in time linear in
 * the text. A literal starts at the start of a word and, unless it was given with a final {@code
 * *}, ends at the end of one. Immutable, safe for threads.
 */
public final class LiteralFinder {
  /** Takes what is found. */
  @FunctionalInterface
  public interface Sink {
    /** The literal with this number stands in this stretch. */
    void found(int literal, int from, int to);
  }

  /** A literal by its number and where it stands. */
  public record Hit(int literal, int from, int to) {}

  private static final int LETTERS = 128;

  /**
   * The kind of each char: every char that stands in no literal is of kind 0, the others are each
   * of their own. A table of kinds is a third as large as one of chars, and is read at every char.
   */
  private final byte[] kinds = new byte[LETTERS];

  private final int kindCount;

  private final int[] next;
  private final int[][] ends;
  private final int[] lengths;
  private final boolean[] open;

  /** A finder of these literals, in lower case; their numbers are their places in the list. */
  public LiteralFinder(List<String> literals) {
    lengths = new int[literals.size()];
    open = new boolean[literals.size()];
    var rows = new ArrayList<int[]>();
    var found = new ArrayList<List<Integer>>();
    grow(rows, found);
    for (int i = 0; i < literals.size(); i++) {
      String literal = literals.get(i);
      open[i] = literal.endsWith("*");
      String word = open[i] ? literal.substring(0, literal.length() - 1) : literal;
      lengths[i] = word.length();
      found.get(plant(word, rows, found)).add(i);
    }
    link(rows, found);
    kindCount = tellApart(literals);
    next = flatten(rows);
    ends =
        found.stream()
            .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Reports every literal in a text that is in lower case already, in the order of their ends. */
  public void find(CharSequence text, Sink sink) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = c < LETTERS ? next[state * kindCount + kinds[c]] : 0;
      for (int literal : ends[state]) {
        int from = i + 1 - lengths[literal];
        if (startsWord(text, from) && (open[literal] || endsWord(text, i + 1))) {
          sink.found(literal, from, i + 1);
        }
      }
    }
  }

  /** Hits from left to right that do not overlap; where some do, the first, then the longest. */
  public List<Hit> longest(CharSequence text) {
    var all = new ArrayList<Hit>();
    find(text, (literal, from, to) -> all.add(new Hit(literal, from, to)));
    all.sort(
        Comparator.comparingInt(Hit::from)
            .thenComparing(Comparator.comparingInt(Hit::to).reversed()));
    var kept = new ArrayList<Hit>();
    int end = 0;
    for (Hit hit : all) {
      if (hit.from() >= end) {
        kept.add(hit);
        end = hit.to();
      }
    }
    return kept;
  }

  private static boolean startsWord(CharSequence text, int from) {
    return from == 0 || !letterOrDigit(text.charAt(from)) || !letterOrDigit(text.charAt(from - 1));
  }

  private static boolean endsWord(CharSequence text, int to) {
    return to == text.length()
        || !letterOrDigit(text.charAt(to - 1))
        || !letterOrDigit(text.charAt(to));
  }

  /** Asked of every place where a literal could end; most texts are ASCII. */
  private static boolean letterOrDigit(char c) {
    return c < LETTERS
        ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
        : Character.isLetterOrDigit(c);
  }

  private static int grow(List<int[]> rows, List<List<Integer>> found) {
    int[] row = new int[LETTERS];
    Arrays.fill(row, -1);
    rows.add(row);
    found.add(new ArrayList<>());
    return rows.size() - 1;
  }

  private static int plant(String word, List<int[]> rows, List<List<Integer>> found) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= LETTERS) {
        throw new IllegalArgumentException("a literal of the vocabulary is not ASCII: " + word);
      }
      int[] row = rows.get(state);
      if (row[c] < 0) {
        row[c] = grow(rows, found);
      }
      state = row[c];
    }
    return state;
  }

  /** Where to go on when a literal breaks off: the longest end of it that starts another one. */
  private static void link(List<int[]> rows, List<List<Integer>> found) {
    int[] fallbacks = new int[rows.size()];
    var queue = new ArrayDeque<Integer>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      int[] row = rows.get(state);
      int[] below = rows.get(fallbacks[state]);
      for (int c = 0; c < LETTERS; c++) {
        if (row[c] < 0) {
          row[c] = state == 0 ? 0 : below[c];
        } else {
          fallbacks[row[c]] = state == 0 ? 0 : below[c];
          found.get(row[c]).addAll(found.get(fallbacks[row[c]]));
          queue.add(row[c]);
        }
      }
    }
  }

  /** Gives each char of the literals its kind; how many kinds there are. */
  private int tellApart(List<String> literals) {
    int count = 1;
    for (String literal : literals) {
      for (int i = 0; i < literal.length(); i++) {
        if (kinds[literal.charAt(i)] == 0) {
          kinds[literal.charAt(i)] = (byte) count++;
        }
      }
    }
    return count;
  }

  private int[] flatten(List<int[]> rows) {
    int[] all = new int[rows.size() * kindCount];
    for (int state = 0; state < rows.size(); state++) {
      for (int c = 0; c < LETTERS; c++) {
        all[state * kindCount + kinds[c]] = rows.get(state)[c];
      }
    }
    return all;
  }
}
