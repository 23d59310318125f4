package org.openimr.local;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Drug;
import org.openimr.casefile.Edition;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Search;
import org.openimr.casefile.SearchStep;
import org.openimr.reading.DrugNames;

/** An item's evaluation as lines for a terminal. */
final class Explanation {
  private final List<String> lines = new ArrayList<>();

  private Explanation() {}

  static List<String> of(ItemEvaluation item) {
    var explanation = new Explanation();
    explanation.head(item);
    item.searchSequence().forEach(explanation::step);
    item.criteria().forEach(explanation::criterion);
    explanation.lines.add("");
    explanation.lines.add(item.conclusion());
    return List.copyOf(explanation.lines);
  }

  private void head(ItemEvaluation item) {
    lines.add("%d. %s".formatted(item.number(), item.item().description()));
    lines.add("decision    " + item.decision());
    lines.add("category    " + item.treatment().category() + " " + item.treatment().regions());
    item.treatment().drug().ifPresent(drug -> lines.add("drug        " + ingredients(drug)));
    lines.add("topic       " + item.topic().orElse("none") + ": " + item.topicReason());
    lines.add("edition     " + item.edition().map(Edition::name).orElse("none"));
    item.reviewerGuidelines().forEach(citation -> lines.add("guideline   " + citation));
    lines.add("quantities  " + quantities(item.quantity()));
    lines.add("flags       " + item.flags());
    lines.add("rule        " + item.rule());
  }

  /** With their identifiers in RxNorm. */
  private static String ingredients(Drug drug) {
    Map<String, String> rxNorm = DrugNames.rxNorm();
    return drug.ingredients().stream()
        .map(name -> rxNorm.containsKey(name) ? name + " (RxNorm " + rxNorm.get(name) + ")" : name)
        .collect(Collectors.joining(", "));
  }

  private static String quantities(FourQuantities of) {
    return "requested %s, certified by UR %s, supported %s, net effect %s%s"
        .formatted(
            number(of.requested()),
            number(of.certifiedByUr()),
            number(of.supported()),
            number(of.netEffect()),
            of.unit().map(unit -> " (" + unit + ")").orElse(""));
  }

  private static String number(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("unknown");
  }

  private void step(SearchStep step) {
    lines.add("step %-6s %s: %s".formatted(step.step(), step.searched(), step.result()));
  }

  private void criterion(Criterion criterion) {
    lines.add("");
    lines.add(
        "%s %s%s"
            .formatted(
                criterion.result(), criterion.id(), criterion.decided() ? " (decides)" : ""));
    lines.add("  asks      " + criterion.statement());
    lines.add("  finding   " + criterion.finding());
    criterion.evidence().forEach(anchor -> lines.add("  evidence  " + place(anchor)));
    criterion.searched().ifPresent(this::search);
  }

  private void search(Search search) {
    lines.add("  searched  " + String.join(", ", search.terms()));
    lines.add(
        "  pages     %d read, %d unreadable"
            .formatted(search.pagesRead(), search.pagesUnreadable()));
    for (NearestPassage nearest : search.nearest()) {
      lines.add("  nearest   " + place(nearest.anchor()) + ": " + nearest.why());
    }
  }

  private static String place(Anchor anchor) {
    String recognised =
        anchor
            .confidence()
            .map(", read by text recognition, confidence %d%%"::formatted)
            .orElse("");
    return "%s, page %d, line %d%s: \"%s\""
        .formatted(
            anchor.document(),
            anchor.page(),
            anchor.line(),
            recognised,
            anchor.quote().replaceAll("\\s+", " "));
  }
}
