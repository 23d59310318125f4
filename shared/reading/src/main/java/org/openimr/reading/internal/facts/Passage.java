package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.Anchor;
import org.openimr.reading.internal.flow.FlowText;
import org.openimr.reading.internal.flow.Sentence;

/**
 * A sentence with the words of the lexicon that stand in it. Filled while a document is read, and
 * given up with it: of a case file of 2,000 pages there are fifty thousand.
 */
final class Passage {
  private static final Cue END = new Cue(Cue.Kind.TERMINATOR, Cue.Reach.SENTENCE);

  final Sentence sentence;

  private List<Cue.Found> cues = List.of();
  private Set<String> stated = Set.of();

  /** Numbers of the literals that stand in it, the first so many of the array. */
  private int[] literals = {};

  private int count;

  /** Whether a scanner misread a word that decides what it is worth: then it states nothing. */
  boolean unsure;

  private FlowText.@Nullable Stretch quoted;
  private @Nullable Anchor quote;

  Passage(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Words that say what it is worth, in text order. */
  List<Cue.Found> cues() {
    return cues;
  }

  /** Names of the facts that it states, whatever its standing. */
  Set<String> stated() {
    return stated;
  }

  /** Numbers of the literals of the lexicon that stand in it, in text order. */
  IntStream literals() {
    return Arrays.stream(literals, 0, count);
  }

  void add(Cue.Found cue) {
    if (cues.isEmpty()) {
      cues = new ArrayList<>(4);
    }
    cues.add(cue);
  }

  void add(int literal) {
    if (count == literals.length) {
      literals = Arrays.copyOf(literals, count * 2 + 2);
    }
    literals[count++] = literal;
  }

  void states(String fact) {
    if (stated.isEmpty()) {
      stated = new LinkedHashSet<>(4);
    }
    stated.add(fact);
  }

  /** The anchor of what is quoted of it: most facts of a sentence quote the same. */
  Anchor quote(FlowText text, FlowText.Stretch stretch) {
    Anchor last = quote;
    if (last != null && stretch.equals(quoted)) {
      return last;
    }
    Anchor made = text.original().anchor(stretch.from(), stretch.to());
    quoted = stretch;
    quote = made;
    return made;
  }

  /** Ends a clause wherever a mark stands (domain brief 6.7). */
  void end(String text, char mark) {
    int at = text.indexOf(mark, sentence.from(), sentence.to());
    while (at >= 0) {
      add(new Cue.Found(END, at, at + 1));
      at = text.indexOf(mark, at + 1, sentence.to());
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
