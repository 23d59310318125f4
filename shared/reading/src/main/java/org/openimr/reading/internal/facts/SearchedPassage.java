package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.Standing;
import org.openimr.reading.internal.flow.FlowText;

/**
 * A passage as searches see it, in as little memory as that takes.
 *
 * @param quoted the passage in its document, or the clause where it is long
 * @param terms every term of the dictionary that it names; the first one below a heading names what
 *     that says
 * @param stated names of the facts that it states, whatever its standing
 */
record SearchedPassage(
    AnchoredText document, FlowText.Stretch quoted, List<String> terms, List<String> stated) {
  SearchedPassage {
    terms = List.copyOf(terms);
    stated = List.copyOf(stated);
  }

  /** The passages of a document; titles are none. */
  static List<SearchedPassage> of(
      FlowText text, List<Passage> passages, Lexicon lexicon, Map<String, Standing> headings) {
    var searched = new ArrayList<SearchedPassage>();
    String above = "";
    for (Passage passage : passages) {
      if (isTitle(text, passage, headings)) {
        continue;
      }
      String heading = passage.sentence.heading();
      Set<String> terms = passage.terms;
      if (!heading.equals(above)) {
        terms = new LinkedHashSet<>(passage.terms);
        terms.addAll(lexicon.terms(heading));
      }
      above = heading;
      int from = passage.sentence.from();
      int to = Math.min(from + 1, passage.sentence.to());
      searched.add(
          new SearchedPassage(
              text.original(),
              DocumentReader.quoted(text, passage, from, to),
              List.copyOf(terms),
              List.copyOf(passage.stated)));
    }
    return searched;
  }

  /** A heading, or a line of a form with a name or a date in it, is no passage. */
  private static boolean isTitle(FlowText text, Passage passage, Map<String, Standing> headings) {
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

  boolean statesNone(Collection<String> facts) {
    return stated.stream().noneMatch(facts::contains);
  }

  Anchor quote() {
    return document.anchor(quoted.from(), quoted.to());
  }
}
