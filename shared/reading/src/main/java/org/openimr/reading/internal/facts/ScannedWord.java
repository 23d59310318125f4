package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * How a scanner may misread a word that denies: broken in two, or with figures for letters. A
 * denial that is not seen would turn what the record denies into a fact.
 */
final class ScannedWord {
  private ScannedWord() {}

  /** What a word of letters may look like; nothing for a phrase or a word of one letter. */
  static List<String> misread(String word) {
    var forms = new ArrayList<String>();
    if (word.length() < 2 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return forms;
    }
    for (int at = 1; at < word.length(); at++) {
      forms.add(word.substring(0, at) + " " + word.substring(at));
    }
    for (String swap : List.of("o0", "i1", "il", "l1")) {
      String scanned = word.replace(swap.charAt(0), swap.charAt(1));
      if (!scanned.equals(word)) {
        forms.add(scanned);
      }
    }
    return forms;
  }
}
