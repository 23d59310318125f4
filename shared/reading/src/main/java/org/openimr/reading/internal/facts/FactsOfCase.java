package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Search;
import org.openimr.reading.CaseFacts;

/** What the documents of a case file say, with the words that stand in each sentence. */
final class FactsOfCase implements CaseFacts {
  private static final int MOST_NEAREST = 5;

  /** A passage with words that were searched, and how near it comes. */
  private record Near(NearestPassage passage, boolean clinical, int words) {}

  private final FactCatalog catalog;
  private final ContextRules context;
  private final List<DocumentFacts> documents;
  private final List<Observation> observations;

  FactsOfCase(FactCatalog catalog, ContextRules context, List<DocumentFacts> documents) {
    this.catalog = catalog;
    this.context = context;
    this.documents = List.copyOf(documents);
    this.observations = documents.stream().flatMap(d -> d.observations().stream()).toList();
  }

  @Override
  public List<Observation> observations() {
    return observations;
  }

  @Override
  public boolean everyPageReadable() {
    return documents.stream().allMatch(d -> d.document().unreadablePages().isEmpty());
  }

  @Override
  public Search search(Collection<String> facts, List<NearestPassage> rejected) {
    var terms = new LinkedHashSet<String>();
    facts.stream().flatMap(f -> catalog.named(f).stream()).forEach(f -> terms.addAll(f.entry().terms()));
    List<CaseDocument> papers = documents.stream().map(DocumentFacts::document).toList();
    return new Search(
        List.copyOf(terms),
        papers.stream().mapToInt(CaseDocument::readablePages).sum(),
        papers.stream().mapToInt(d -> d.unreadablePages().size()).sum(),
        nearest(facts, terms, rejected));
  }

  private List<NearestPassage> nearest(
      Collection<String> facts, Set<String> terms, List<NearestPassage> rejected) {
    var nearest = new ArrayList<NearestPassage>();
    for (NearestPassage passage : rejected) {
      if (nearest.stream().noneMatch(n -> n.anchor().equals(passage.anchor()))) {
        nearest.add(passage);
      }
    }
    near(facts, terms).stream()
        .sorted(
            Comparator.comparing(Near::clinical)
                .reversed()
                .thenComparing(Comparator.comparingInt(Near::words).reversed()))
        .map(Near::passage)
        .filter(p -> rejected.stream().noneMatch(r -> r.anchor().equals(p.anchor())))
        .forEach(nearest::add);
    return nearest.stream().limit(MOST_NEAREST).toList();
  }

  private List<Near> near(Collection<String> facts, Set<String> terms) {
    var near = new ArrayList<Near>();
    for (DocumentFacts document : documents) {
      String above = "";
      for (Passage passage : document.passages()) {
        if (isTitle(document, passage)) {
          continue;
        }
        String heading = passage.sentence.heading();
        String title = heading.equals(above) ? "" : " " + heading;
        above = heading;
        if (passage.stated.stream().anyMatch(facts::contains)) {
          continue;
        }
        List<String> words = terms.stream().filter(t -> names(passage, title, t)).toList();
        if (!words.isEmpty()) {
          near.add(near(document, passage, words, facts));
        }
      }
    }
    return near;
  }

  /** A passage names what stands in it, and the first one below a heading what that says. */
  private static boolean names(Passage passage, String title, String term) {
    return passage.terms.contains(term) || title.contains(" " + term);
  }

  /** A heading, or a line of a form with a name or a date in it, is no passage. */
  private boolean isTitle(DocumentFacts document, Passage passage) {
    int from = passage.sentence.from();
    int to = passage.sentence.to();
    String sentence = document.text().folded().substring(from, to);
    String bare = sentence.endsWith(":") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.equals(passage.sentence.heading())
        || context.headings().containsKey(bare)
        || document.text().text().substring(from, to).chars().noneMatch(Character::isLowerCase);
  }

  private Near near(
      DocumentFacts document, Passage passage, List<String> words, Collection<String> facts) {
    int from = passage.sentence.from();
    String why =
        facts.stream()
            .flatMap(f -> catalog.named(f).stream())
            .filter(f -> words.stream().anyMatch(f.entry().terms()::contains))
            .findFirst()
            .map(f -> f.why().orElseGet(() -> why(f, words.getFirst())))
            .orElse("it names " + words.getFirst() + " only");
    return new Near(
        new NearestPassage(
            DocumentReader.quote(document.text(), passage, from, Math.min(from + 1, passage.sentence.to())),
            why),
        document.document().type().clinicalRecord(),
        words.size());
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
