package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openimr.reading.internal.flow.Sentence;

/** A sentence with the words of the lexicon that stand in it; filled while a document is read. */
final class Passage {
  private static final BitSet NONE = new BitSet(0);
  private static final Cue END = new Cue(Cue.Kind.TERMINATOR, Cue.Reach.SENTENCE);

  final Sentence sentence;
  List<Cue.Found> cues = new ArrayList<>();
  BitSet patterns = new BitSet();
  BitSet seconds = new BitSet();
  Set<String> terms = new LinkedHashSet<>();

  /** Names of the facts that it states, whatever its standing. */
  Set<String> stated = new LinkedHashSet<>();

  /** Whether a scanner misread a word that decides what it is worth: then it states nothing. */
  boolean unsure;

  Passage(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * Keeps what is asked of a passage once its document is read, in as little memory as that takes:
   * a case file of 2,000 pages has fifty thousand passages.
   */
  void settle() {
    cues = List.copyOf(cues);
    patterns = NONE;
    seconds = NONE;
    terms = settled(terms);
    stated = settled(stated);
  }

  private static Set<String> settled(Set<String> words) {
    return words.size() < 2 ? Set.copyOf(words) : words;
  }

  /** Ends a clause wherever a mark stands (domain brief 6.7). */
  void end(String text, char mark) {
    int at = text.indexOf(mark, sentence.from());
    while (at >= 0 && at < sentence.to()) {
      cues.add(new Cue.Found(END, at, at + 1));
      at = text.indexOf(mark, at + 1);
    }
  }

  /** First char of the clause around a place: after the last word that ends one before it. */
  int clauseFrom(int at) {
    int from = sentence.from();
    for (Cue.Found found : cues) {
      if (found.cue().kind() == Cue.Kind.TERMINATOR && found.to() <= at) {
        from = Math.max(from, found.to());
      }
    }
    return from;
  }

  /** The char after the last of the clause around a place. */
  int clauseTo(int at) {
    int to = sentence.to();
    for (Cue.Found found : cues) {
      if (found.cue().kind() == Cue.Kind.TERMINATOR && found.from() >= at) {
        to = Math.min(to, found.from());
      }
    }
    return to;
  }
}
