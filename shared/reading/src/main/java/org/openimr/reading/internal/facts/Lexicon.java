package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.reading.internal.flow.LiteralFinder;

/**
 * Every word that facts and their context depend on, found in one pass: cues, words that call for a
 * wording to be tried, and terms that are searched before absence is said.
 */
final class Lexicon {
  /** What one literal is good for. */
  static final class Roles {
    final List<Cue> cues = new ArrayList<>();
    final List<Integer> patterns = new ArrayList<>();
    final List<Integer> seconds = new ArrayList<>();
    final List<String> terms = new ArrayList<>();

    /** Whether it is good for more than telling what a statement is worth. */
    boolean finds() {
      return !patterns.isEmpty() || !seconds.isEmpty() || !terms.isEmpty();
    }
  }

  private final List<Roles> roles;
  private final LiteralFinder finder;

  /** Numbers of the wordings that ask for one word only. */
  private final BitSet single = new BitSet();

  Lexicon(FactCatalog catalog, ContextRules context) {
    var byLiteral = new LinkedHashMap<String, Roles>();
    for (ContextRules.WordCue word : context.cues()) {
      at(byLiteral, word.word()).cues.add(word.cue());
    }
    int number = 0;
    for (FactCatalog.Fact fact : catalog.facts()) {
      for (FactPattern pattern : fact.patterns()) {
        for (String word : pattern.when()) {
          at(byLiteral, word).patterns.add(number);
        }
        for (String word : pattern.and()) {
          at(byLiteral, word).seconds.add(number);
        }
        if (pattern.and().isEmpty()) {
          single.set(number);
        }
        number++;
      }
      for (String term : fact.entry().terms()) {
        Roles role = at(byLiteral, term + "*");
        if (!role.terms.contains(term)) {
          role.terms.add(term);
        }
      }
    }
    roles = List.copyOf(byLiteral.values());
    finder = new LiteralFinder(List.copyOf(byLiteral.keySet()));
  }

  private static Roles at(Map<String, Roles> byLiteral, String word) {
    return byLiteral.computeIfAbsent(word, w -> new Roles());
  }

  void find(CharSequence folded, LiteralFinder.Sink sink) {
    finder.find(folded, sink);
  }

  /** The terms at the start of words of a heading. */
  Set<String> terms(String heading) {
    var terms = new LinkedHashSet<String>();
    finder.find(
        heading,
        (literal, from, to) -> {
          if (from == 0 || heading.charAt(from - 1) == ' ') {
            terms.addAll(roles(literal).terms);
          }
        });
    return terms;
  }

  Roles roles(int literal) {
    return roles.get(literal);
  }

  /** Every term that a passage names. */
  Set<String> terms(Passage passage) {
    var terms = new LinkedHashSet<String>();
    passage.literals().forEach(literal -> terms.addAll(roles(literal).terms));
    return terms;
  }

  /** Whether a passage has a word of some wording. */
  boolean triesAny(Passage passage) {
    return passage.literals().anyMatch(literal -> !roles(literal).patterns.isEmpty());
  }

  /** Numbers of the wordings to try on a passage. */
  BitSet tried(Passage passage) {
    var first = new BitSet();
    var tried = (BitSet) single.clone();
    passage
        .literals()
        .forEach(
            literal -> {
              roles(literal).patterns.forEach(first::set);
              roles(literal).seconds.forEach(tried::set);
            });
    tried.and(first);
    return tried;
  }
}
