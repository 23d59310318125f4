package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.reading.CaseFacts;

/** What the documents of a case file say, with the words that stand in each sentence. */
final class FactsOfCase implements CaseFacts {
  private static final int MOST_NEAREST = 5;
  private static final int[] NONE = {};

  /** A passage with words that were searched. */
  private record Near(SearchedPassage searched, List<String> words) {}

  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingInt((Near n) -> n.words().size()).reversed();

  /**
   * Where the terms of the dictionary stand.
   *
   * @param passages those of clinical records, in document order
   * @param numbers places in that list, by term
   */
  private record Index(List<SearchedPassage> passages, Map<String, int[]> numbers) {}

  private final BodyPartPassages parts;
  private final FactCatalog catalog;
  private final List<DocumentFacts> documents;
  private final List<Observation> observations;
  private final Map<String, List<Observation>> byFact;
  private final int pagesRead;
  private final int pagesUnreadable;

  /** Made at the first search; two threads that race make the same. */
  private volatile @Nullable Index index;

  FactsOfCase(FactCatalog catalog, BodyPartPassages parts, List<DocumentFacts> documents) {
    this.parts = parts;
    this.catalog = catalog;
    this.documents = List.copyOf(documents);
    this.observations =
        FirstPrescriptions.told(
            documents.stream().flatMap(d -> d.observations().stream()).toList());
    this.byFact = observations.stream().collect(Collectors.groupingBy(Observation::fact));
    List<CaseDocument> papers = documents.stream().map(DocumentFacts::document).toList();
    this.pagesRead = papers.stream().mapToInt(CaseDocument::readablePages).sum();
    this.pagesUnreadable = papers.stream().mapToInt(d -> d.unreadablePages().size()).sum();
  }

  @Override
  public List<Observation> observations() {
    return observations;
  }

  @Override
  public List<Observation> observations(String fact) {
    return byFact.getOrDefault(fact, List.of());
  }

  @Override
  public boolean everyPageReadable() {
    return pagesUnreadable == 0;
  }

  @Override
  public Search search(Collection<String> facts, List<NearestPassage> rejected) {
    var terms = new LinkedHashSet<String>();
    facts.stream()
        .flatMap(f -> catalog.named(f).stream())
        .forEach(f -> terms.addAll(f.entry().terms()));
    return new Search(
        List.copyOf(terms), pagesRead, pagesUnreadable, nearest(facts, terms, rejected));
  }

  @Override
  public List<Observation> bodyParts() {
    return documents.stream().flatMap(document -> document.bodyParts().stream()).toList();
  }

  @Override
  public Search searchParts(Collection<Region> regions, List<NearestPassage> rejected) {
    var terms = regions.stream().flatMap(region -> parts.words(region).stream()).distinct();
    return new Search(
        terms.toList(), pagesRead, pagesUnreadable, rejected.stream().limit(MOST_NEAREST).toList());
  }

  private List<NearestPassage> nearest(
      Collection<String> facts, Set<String> terms, List<NearestPassage> rejected) {
    var nearest = new ArrayList<NearestPassage>();
    var shown = new HashSet<Anchor>();
    for (NearestPassage passage : rejected) {
      if (shown.add(passage.anchor())) {
        nearest.add(passage);
      }
    }
    Set<Anchor> counted = Set.copyOf(shown);
    for (Near near : near(facts, terms)) {
      if (nearest.size() >= MOST_NEAREST) {
        break;
      }
      Anchor anchor = near.searched().quote();
      if (!counted.contains(anchor)) {
        nearest.add(new NearestPassage(anchor, why(facts, near.words())));
      }
    }
    return nearest.stream().limit(MOST_NEAREST).toList();
  }

  /**
   * Passages of clinical records that name a term and do not state a fact, those of most terms
   * first. A word in the request or in the utilization review decision is no evidence that came
   * near; what such a paper states of a fact is among the rejected.
   */
  private List<Near> near(Collection<String> facts, Set<String> terms) {
    Index found = index();
    var words = new TreeMap<Integer, List<String>>();
    for (String term : terms) {
      for (int number : found.numbers().getOrDefault(term, NONE)) {
        words.computeIfAbsent(number, n -> new ArrayList<>()).add(term);
      }
    }
    var near = new ArrayList<Near>();
    words.forEach(
        (number, named) -> {
          SearchedPassage passage = found.passages().get(number);
          if (passage.statesNone(facts)) {
            near.add(new Near(passage, named));
          }
        });
    near.sort(NEAREST_FIRST);
    return near;
  }

  private Index index() {
    Index made = index;
    if (made == null) {
      List<SearchedPassage> passages =
          documents.stream()
              .filter(document -> document.document().type().clinicalRecord())
              .flatMap(document -> document.passages().stream())
              .toList();
      var numbers = new HashMap<String, IntStream.Builder>();
      for (int number = 0; number < passages.size(); number++) {
        for (String term : passages.get(number).terms()) {
          numbers.computeIfAbsent(term, t -> IntStream.builder()).add(number);
        }
      }
      var byTerm = new HashMap<String, int[]>();
      numbers.forEach((term, all) -> byTerm.put(term, all.build().toArray()));
      made = new Index(passages, byTerm);
      index = made;
    }
    return made;
  }

  /** What a passage with these words lacks for the first fact that is searched by one of them. */
  private String why(Collection<String> facts, List<String> words) {
    return facts.stream()
        .flatMap(f -> catalog.named(f).stream())
        .filter(f -> words.stream().anyMatch(f.entry().terms()::contains))
        .findFirst()
        .map(f -> f.why().orElseGet(() -> why(f, words.getFirst())))
        .orElse("it names " + words.getFirst() + " only");
  }

  private static String why(FactCatalog.Fact fact, String word) {
    String missing =
        switch (fact.entry().kind()) {
          case TRUTH -> "does not say whether there is " + fact.entry().label();
          case AMOUNT -> "gives no amount for " + fact.entry().label();
          case TERM -> "does not say " + fact.entry().label();
        };
    return "it names \"" + word + "\" but " + missing;
  }
}
