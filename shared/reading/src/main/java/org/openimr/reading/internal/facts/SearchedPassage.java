package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Standing;

/** A passage as searches see it, with every term of the dictionary that it names; in text order. */
final class SearchedPassage implements Comparable<SearchedPassage> {
  private final int number;
  private final DocumentFacts document;
  private final Passage passage;
  private final Set<String> terms;

  /** Made once; two threads that race make the same. */
  private volatile @Nullable Anchor quote;

  private SearchedPassage(int number, DocumentFacts document, Passage passage, Set<String> terms) {
    this.number = number;
    this.document = document;
    this.passage = passage;
    this.terms = terms;
  }

  /**
   * The passages of a document; titles are none.
   *
   * @param first number of the first of them
   */
  static List<SearchedPassage> of(
      DocumentFacts document, Lexicon lexicon, Map<String, Standing> headings, int first) {
    var searched = new ArrayList<SearchedPassage>();
    String above = "";
    for (Passage passage : document.passages()) {
      if (isTitle(document, passage, headings)) {
        continue;
      }
      String heading = passage.sentence.heading();
      Set<String> terms = passage.terms;
      if (!heading.equals(above)) {
        terms = new LinkedHashSet<>(passage.terms);
        terms.addAll(lexicon.terms(heading));
      }
      above = heading;
      searched.add(new SearchedPassage(first + searched.size(), document, passage, terms));
    }
    return searched;
  }

  /** A heading, or a line of a form with a name or a date in it, is no passage. */
  private static boolean isTitle(
      DocumentFacts document, Passage passage, Map<String, Standing> headings) {
    int from = passage.sentence.from();
    int to = passage.sentence.to();
    String sentence = document.text().folded().substring(from, to);
    String bare = sentence.endsWith(":") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.equals(passage.sentence.heading())
        || headings.containsKey(bare)
        || !hasLowerCase(document.text().text(), from, to);
  }

  private static boolean hasLowerCase(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.isLowerCase(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  boolean clinical() {
    return document.document().type().clinicalRecord();
  }

  boolean statesNone(Collection<String> facts) {
    for (String stated : passage.stated) {
      if (facts.contains(stated)) {
        return false;
      }
    }
    return true;
  }

  /** The terms that it names; the first one below a heading names what that says. */
  Set<String> terms() {
    return terms;
  }

  @Override
  public int compareTo(SearchedPassage other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }

  /** The passage, or the clause where it is long. */
  Anchor quote() {
    Anchor made = quote;
    if (made == null) {
      int from = passage.sentence.from();
      int to = Math.min(from + 1, passage.sentence.to());
      made = DocumentReader.quote(document.text(), passage, from, to);
      quote = made;
    }
    return made;
  }
}
