package org.openimr.reading.internal.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Standing;
import org.openimr.reading.internal.flow.FlowText;

/** Finds the sentences of a document that a search looks through. Immutable, safe for threads. */
final class SearchedPassages {
  private final Lexicon lexicon;
  private final Map<String, Standing> headings;

  SearchedPassages(Lexicon lexicon, Map<String, Standing> headings) {
    this.lexicon = lexicon;
    this.headings = headings;
  }

  /**
   * Gives an index the passages of a document, in text order. Titles are none; the first passage
   * below a heading names what that says as well.
   */
  void addTo(SearchIndex index, FlowText text, List<Passage> passages) {
    String above = "";
    for (Passage passage : passages) {
      if (isTitle(text, passage)) {
        continue;
      }
      String heading = passage.sentence.heading();
      Set<String> terms = lexicon.terms(passage);
      if (!heading.equals(above)) {
        terms.addAll(lexicon.terms(heading));
      }
      above = heading;
      index.add(new SearchIndex.Content(terms, passage.stated()), () -> quote(text, passage));
    }
  }

  /** The passage, or its first clause where it is long. */
  private static Anchor quote(FlowText text, Passage passage) {
    int from = passage.sentence.from();
    int to = Math.min(from + 1, passage.sentence.to());
    return DocumentReader.quote(text, passage, from, to);
  }

  /** A heading, or a line of a form with a name or a date in it, is no passage. */
  private boolean isTitle(FlowText text, Passage passage) {
    int from = passage.sentence.from();
    int to = passage.sentence.to();
    String sentence = text.folded().substring(from, to);
    String bare = sentence.endsWith(":") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.equals(passage.sentence.heading())
        || headings.containsKey(bare)
        || !hasLowerCase(text.text(), from, to);
  }

  private static boolean hasLowerCase(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Character.isLowerCase(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
