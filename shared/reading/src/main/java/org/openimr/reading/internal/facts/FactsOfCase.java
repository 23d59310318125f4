package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.reading.CaseFacts;

/** What the documents of a case file say, with the words that stand in each sentence. */
final class FactsOfCase implements CaseFacts {
  private final BodyPartPassages parts;
  private final FactCatalog catalog;
  private final List<DocumentFacts> documents;
  private final List<Observation> observations;
  private final Map<String, List<Observation>> byFact;
  private final int pagesRead;
  private final int pagesUnreadable;
  private final SearchIndex index;

  FactsOfCase(
      FactCatalog catalog,
      BodyPartPassages parts,
      List<DocumentFacts> documents,
      SearchIndex index) {
    this.parts = parts;
    this.catalog = catalog;
    this.index = index;
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
        terms.toList(),
        pagesRead,
        pagesUnreadable,
        rejected.stream().limit(SearchIndex.MOST_NEAREST).toList());
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
    for (SearchIndex.Near near : index.near(facts, terms)) {
      if (nearest.size() >= SearchIndex.MOST_NEAREST) {
        break;
      }
      if (!counted.contains(near.anchor())) {
        nearest.add(new NearestPassage(near.anchor(), why(facts, near.words())));
      }
    }
    return nearest.stream().limit(SearchIndex.MOST_NEAREST).toList();
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
