package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.Anchor;

/**
 * The passages that come nearest to a fact that nothing states. Of passages that name the same
 * terms and state the same facts it keeps the first few, for a search shows no more, so what it
 * takes does not grow with the pages of a record that repeats itself. Filled while a case file is
 * read; then safe for threads.
 */
final class SearchIndex {
  /** A search shows so many passages at most. */
  static final int MOST_NEAREST = 5;

  private static final int[] NONE = {};

  /**
   * What searches see of a passage.
   *
   * @param terms every term of the dictionary that it names
   * @param stated names of the facts that it states, whatever its standing
   */
  record Content(Set<String> terms, Set<String> stated) {
    private Content copy() {
      return new Content(Set.copyOf(terms), Set.copyOf(stated));
    }
  }

  /** A passage with words that were searched. */
  record Near(Anchor anchor, List<String> words) {}

  private record Kept(Anchor anchor, Content content) {}

  /** How many passages of one content are kept. */
  private static final class Alike {
    private final Content content;
    private int count;

    private Alike(Content content) {
      this.content = content;
    }
  }

  private final List<Kept> passages = new ArrayList<>();
  private final Map<Content, Alike> byContent = new HashMap<>();

  /** Places in the list of passages, by term; made at the first search. Threads make the same. */
  private volatile @Nullable Map<String, int[]> places;

  /**
   * Takes the next passage of the case file.
   *
   * @param quote where it stands; asked for if the passage is kept
   */
  void add(Content content, Supplier<Anchor> quote) {
    if (content.terms().isEmpty()) {
      return;
    }
    Alike alike = byContent.get(content);
    if (alike == null) {
      alike = new Alike(content.copy());
      byContent.put(alike.content, alike);
    }
    if (alike.count < MOST_NEAREST) {
      alike.count++;
      passages.add(new Kept(quote.get(), alike.content));
    }
  }

  /**
   * The passages that name one of the terms and state none of the facts, those of most terms first,
   * else in document order.
   */
  List<Near> near(Collection<String> facts, Collection<String> terms) {
    Map<String, int[]> byTerm = places();
    var words = new TreeMap<Integer, List<String>>();
    for (String term : terms) {
      for (int place : byTerm.getOrDefault(term, NONE)) {
        words.computeIfAbsent(place, p -> new ArrayList<>()).add(term);
      }
    }
    var near = new ArrayList<Near>();
    words.forEach(
        (place, named) -> {
          Kept passage = passages.get(place);
          if (passage.content().stated().stream().noneMatch(facts::contains)) {
            near.add(new Near(passage.anchor(), named));
          }
        });
    near.sort((one, other) -> other.words().size() - one.words().size());
    return near;
  }

  private Map<String, int[]> places() {
    Map<String, int[]> made = places;
    if (made == null) {
      var numbers = new HashMap<String, IntStream.Builder>();
      for (int place = 0; place < passages.size(); place++) {
        for (String term : passages.get(place).content().terms()) {
          numbers.computeIfAbsent(term, t -> IntStream.builder()).add(place);
        }
      }
      made = new HashMap<>();
      for (var entry : numbers.entrySet()) {
        made.put(entry.getKey(), entry.getValue().build().toArray());
      }
      places = made;
    }
    return made;
  }
}
