package org.openimr.letter.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openimr.letter.Identifier;

/**
 * Finds names of persons in a text: beside titles, degrees, labels and kin, as given names, as runs
 * of words with a capital that nobody knows, and wherever a name that was found stands again. Not
 * safe for threads.
 */
final class NameFinder {
  private static final int LONGEST = 5;
  private static final int SHORTEST_AGAIN = 3;

  private final Vocabulary vocabulary;
  private final Cues cues;
  private final List<Word> words;
  private final String text;
  private final Cover cover;
  private final Set<String> again = new HashSet<>();

  NameFinder(Vocabulary vocabulary, Cues cues, String text, List<Word> words, Cover cover) {
    this.vocabulary = vocabulary;
    this.cues = cues;
    this.text = text;
    this.words = words;
    this.cover = cover;
  }

  /** Adds the names that have a cue beside them. */
  void besideCues() {
    for (int i = 0; i < words.size(); i++) {
      afterWord(i);
    }
    Matcher label = Cues.LABEL.matcher(text);
    while (label.find()) {
      afterLabel(label.end());
    }
    beforeDegrees(Cues.DEGREE, true);
    beforeDegrees(Cues.LETTERS, false);
  }

  private void afterWord(int i) {
    Word word = words.get(i);
    if (i + 1 < words.size() && isTitle(word, words.get(i + 1))) {
      int end = walk(i + 1, true, true);
      add(end > i + 1 ? i : i + 1, end);
    } else if (cues.is("kin", word) && i + 1 < words.size() && closeBy(i + 1)) {
      add(i + 1, walk(i + 1, !vocabulary.knows(words.get(i + 1).text()), false));
    } else if (cues.is("role", word) && i + 1 < words.size() && closeBy(i + 1)) {
      Word next = words.get(i + 1);
      boolean name = !vocabulary.knows(next.text()) || vocabulary.isGivenName(next.text());
      add(i + 1, name ? walk(i + 1, true, false) : i + 1);
    }
  }

  /** Capitals alone may be MR or MS of a scan or a drug: then the name is in capitals as well. */
  private boolean isTitle(Word word, Word next) {
    boolean capitals = Vocabulary.isAcronym(word.text());
    return cues.is("title", word)
        && word.isCapital()
        && (!capitals
            || (next.text().equals(next.text().toUpperCase(Locale.ROOT))
                && !vocabulary.isKept(next.text())));
  }

  private boolean closeBy(int i) {
    String gap = words.get(i).gap();
    return gap.equals(" ") || gap.equals(", ") || gap.equals(": ");
  }

  private void afterLabel(int at) {
    int i = 0;
    while (i < words.size() && words.get(i).start() < at) {
      i++;
    }
    if (i == words.size() || words.get(i).start() != at || cues.is("title", words.get(i))) {
      return;
    }
    Word first = words.get(i);
    int end = walk(i, !Vocabulary.isAcronym(first.text()) || first.isInitial(), false);
    // The surname first, as forms have it.
    if (end > i
        && end < words.size()
        && words.get(end).gap().equals(", ")
        && !vocabulary.knows(words.get(end).text())) {
      end = Math.max(end, walk(end, true, false));
    }
    add(i, end);
  }

  private void beforeDegrees(Pattern degrees, boolean certain) {
    Matcher degree = degrees.matcher(text);
    int from = 0;
    while (degree.find()) {
      while (from < words.size() && words.get(from).end() < degree.start()) {
        from++;
      }
      if (from < words.size() && words.get(from).end() == degree.start()) {
        add(walkBack(from, certain), from + 1);
      }
    }
  }

  /** Where the name begins that ends with this word; after it where it is none. */
  private int walkBack(int last, boolean certain) {
    int begin = last + 1;
    for (int i = last; i >= 0 && i > last - LONGEST; i--) {
      Word word = words.get(i);
      boolean near = i == last || words.get(i + 1).follows(word, false);
      boolean name = word.isInitial() || isName(word) || (certain && i == last && word.isCapital());
      if (!near || !(name || (cues.is("particle", word) && i < last))) {
        break;
      }
      begin = name ? i : begin;
    }
    return begin;
  }

  private boolean isName(Word word) {
    return word.isCapital()
        && (!vocabulary.knows(word.text()) || vocabulary.isGivenName(word.text()));
  }

  /**
   * Where the name ends that begins with a word; there where it is none.
   *
   * @param certain whether the first word is one, known or not
   */
  private int walk(int first, boolean certain, boolean afterTitle) {
    int end = first;
    boolean whole = false;
    for (int i = first; i < words.size() && i < first + LONGEST; i++) {
      Word word = words.get(i);
      if ((i > first && !word.follows(words.get(i - 1), false))
          || (i == first && afterTitle && !word.follows(word, true))) {
        break;
      }
      boolean second = afterTitle && i == first + 1 && !isClinical(word);
      boolean sure = certain && word.isCapital() && (!whole || second);
      boolean name = sure || word.isInitial() || isName(word);
      if (!name && !(cues.is("particle", word) && certain)) {
        break;
      }
      whole |= name && !word.isInitial();
      end = name ? i + 1 : end;
    }
    return end;
  }

  private boolean isClinical(Word word) {
    return vocabulary.isKept(word.text()) || Vocabulary.isAcronym(word.text());
  }

  private void add(int first, int end) {
    if (first >= end) {
      return;
    }
    cover.add(Identifier.PERSON, words.get(first).start(), words.get(end - 1).nameEnd());
    for (Word word : words.subList(first, end)) {
      note(word);
    }
  }

  private void note(Word word) {
    String name = Vocabulary.withoutPossessive(word.text());
    if (name.length() >= SHORTEST_AGAIN
        && word.isCapital()
        && !cues.is("title", word)
        && (!vocabulary.knows(name) || vocabulary.isGivenName(name))) {
      again.add(name.toLowerCase(Locale.ROOT));
    }
  }

  /** Adds each given name with what follows it, and each run of unknown words with a capital. */
  void byThemselves() {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (cover.isFree(word.start(), word.end()) && vocabulary.isGivenName(word.text())) {
        boolean ordinary = word.opens() && vocabulary.knows(word.text());
        int end = walk(i, true, false);
        add(surnameBefore(i), ordinary && end == i + 1 ? 0 : end);
      }
    }
    for (int i = 0; i < words.size(); i = runEnd(i)) {
      run(i, runEnd(i));
    }
  }

  /** Where the name begins: at the surname, where a comma and the given name follow it. */
  private int surnameBefore(int given) {
    boolean before =
        given > 0
            && words.get(given).gap().equals(", ")
            && words.get(given - 1).isCapital()
            && isFree(words.get(given - 1))
            && !vocabulary.knows(words.get(given - 1).text());
    return before ? given - 1 : given;
  }

  private int runEnd(int first) {
    int end = first + 1;
    while (end < words.size()
        && words.get(first).isCapital()
        && isFree(words.get(end))
        && (words.get(end).isCapital() || cues.is("particle", words.get(end)))
        && joins(words.get(end), words.get(end - 1))) {
      end++;
    }
    while (end > first + 1 && !words.get(end - 1).isCapital()) {
      end--;
    }
    return end;
  }

  private boolean joins(Word word, Word before) {
    return word.follows(before, false)
        || word.gap().equals(" & ")
        || word.gap().equals(" / ")
        || (word.gap().equals(", ") && isUnknown(word) && isUnknown(before));
  }

  /** Such words with a comma between them are a surname and a given name, as lists have them. */
  private boolean isUnknown(Word word) {
    return word.isCapital() && !vocabulary.knows(word.text());
  }

  private boolean isFree(Word word) {
    return cover.isFree(word.start(), word.end());
  }

  private void run(int first, int end) {
    int from = first;
    while (from < end && (!isFree(words.get(from)) || vocabulary.knows(words.get(from).text()))) {
      from++;
    }
    int to = end;
    while (to > from && vocabulary.isKept(words.get(to - 1).text())) {
      to--;
    }
    long unknown =
        words.subList(from, to).stream()
            .filter(word -> word.isCapital() && !vocabulary.knows(word.text()))
            .count();
    boolean initial = unknown >= 1 && afterInitial(from);
    if (unknown >= 2 || initial) {
      add(initial ? from - 1 : from, to);
    }
  }

  private boolean afterInitial(int i) {
    return i > 0 && words.get(i - 1).isInitial() && words.get(i).gap().equals(". ");
  }

  /** Adds every other place where a name that was found stands. */
  void whereverAgain() {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String name = Vocabulary.withoutPossessive(word.text()).toLowerCase(Locale.ROOT);
      boolean ordinary = word.opens() && vocabulary.knows(word.text());
      if (word.isCapital() && again.contains(name) && isFree(word) && !ordinary) {
        cover.add(Identifier.PERSON, word.start(), word.nameEnd());
      }
    }
  }
}
