package org.openimr.letter.internal.redaction;

import java.util.List;
import org.openimr.letter.Identifier;

/** Finds names of organizations: words with a capital before a word such as Clinic or Inc. */
final class OrganizationFinder {
  private static final int LONGEST = 8;

  private final Vocabulary vocabulary;
  private final Cues cues;
  private final List<Word> words;
  private final Cover cover;

  OrganizationFinder(Vocabulary vocabulary, Cues cues, List<Word> words, Cover cover) {
    this.vocabulary = vocabulary;
    this.cues = cues;
    this.words = words;
    this.cover = cover;
  }

  void find() {
    int i = words.size() - 1;
    while (i > 0) {
      Word word = words.get(i);
      boolean strong = cues.is("strong-organization", word);
      boolean last = word.isCapital() && (strong || cues.is("weak-organization", word));
      i = (last ? add(begin(i), i, strong) : i) - 1;
    }
  }

  /** The first word of the run of capitals that ends here. */
  private int begin(int last) {
    int begin = last;
    for (int i = last; i > 0 && i > last - LONGEST; i--) {
      Word before = words.get(i - 1);
      boolean capital = before.isCapital() && !cues.is("title", before);
      if (!joins(words.get(i), before) || !(capital || cues.is("connector", before))) {
        break;
      }
      begin = capital ? i - 1 : begin;
    }
    return begin;
  }

  private static boolean joins(Word word, Word before) {
    return word.gap().equals(" ")
        || (word.gap().equals(". ") && List.of("st", "mt", "ft").contains(before.lower()))
        || word.gap().equals(" & ")
        || (word.gap().equals(", ")
            && List.of("inc", "llc", "llp", "corp", "co").contains(word.lower()));
  }

  /** Adds a run that is a name; where the search goes on. */
  private int add(int begin, int last, boolean strong) {
    int from = begin;
    while (from < last && words.get(from).opens() && isFunction(words.get(from))) {
      from++;
    }
    boolean unknown =
        words.subList(from, last).stream()
            .anyMatch(word -> word.isCapital() && !vocabulary.knows(word.text()));
    if (unknown || (strong && last - from >= 2)) {
      cover.add(Identifier.ORGANIZATION, words.get(from).start(), words.get(last).end());
      return from;
    }
    return last;
  }

  private static boolean isFunction(Word word) {
    return List.of("the", "a", "an", "at", "in", "from", "to", "by", "for", "and", "his", "her")
        .contains(word.lower());
  }
}
