package org.openimr.procedure.internal;

import org.openimr.reading.TreatmentReader;

/** Whether two wordings of a treatment differ in their spelling alone. */
public final class Spelling {
  /** Of so many letters one may be another: short words with another letter are other words. */
  private static final int LETTERS_FOR_ONE = 4;

  private Spelling() {}

  /** Made when the first item is corrected: few cases are. */
  private static final class Reader {
    static final TreatmentReader IN_USE = new TreatmentReader();
  }

  /** The same words but for some letters, which are read as the same request. */
  public static boolean isOfTheSameTreatment(String one, String other) {
    var words = GuardedWords.split(one);
    var others = GuardedWords.split(other);
    if (words.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (distance(word, others.get(i)) > word.length() / LETTERS_FOR_ONE) {
        return false;
      }
    }
    return Reader.IN_USE.read(one).equals(Reader.IN_USE.read(other));
  }

  /** Letters to put in, take out or replace (Levenshtein, 1965). */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
