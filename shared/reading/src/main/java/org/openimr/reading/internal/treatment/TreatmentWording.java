package org.openimr.reading.internal.treatment;

import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Drug;
import org.openimr.casefile.Region;
import org.openimr.casefile.Supply;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;
import org.openimr.reading.internal.flow.FlowText;
import org.openimr.reading.internal.flow.Numbers;
import org.openimr.reading.internal.flow.RegionFinder;
import org.openimr.reading.internal.treatment.ServiceFinder.Service;

/** Reads an item's wording into a request. Immutable, safe for threads. */
public final class TreatmentWording {
  /** What the wording asks for: the name that stands first decides. */
  private record Asked(
      TreatmentCategory category, Unit unit, List<String> topics, Optional<DrugProduct> drug) {}

  private final WordingPatterns patterns = new WordingPatterns();
  private final QuantityReader quantities = new QuantityReader(patterns);
  private final DrugFinder drugs = new DrugFinder();
  private final ServiceFinder services = new ServiceFinder();
  private final RegionFinder regions = new RegionFinder();

  /** The request of a description. */
  public TreatmentRequest read(String description) {
    String text = oneLine(description);
    String folded = FlowText.fold(text);
    Asked asked = asked(folded);
    var amounts = quantities.read(withoutDrugs(folded), asked.unit());
    List<Region> named =
        regions.find(folded).stream().map(RegionFinder.Named::region).distinct().toList();
    return new TreatmentRequest(
        refine(asked.category(), asked.topics(), named),
        asked.topics(),
        specific(named),
        regions.side(folded),
        levels(text, folded),
        asked.drug().map(d -> drug(d, text)),
        amounts.quantity(),
        amounts.frequencyPerWeek(),
        amounts.durationWeeks(),
        refills(folded),
        daysSupply(folded),
        supply(folded),
        patterns.has("retrospective", folded),
        patterns.has("dependent", folded));
  }

  private Optional<Supply> supply(String folded) {
    if (patterns.has("purchase", folded)) {
      return Optional.of(Supply.PURCHASE);
    }
    return patterns.has("rented", folded) ? Optional.of(Supply.RENTAL) : Optional.empty();
  }

  private static String oneLine(String description) {
    var line = new StringBuilder(description.length());
    for (String word : description.strip().split("\\s+", -1)) {
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return line.toString();
  }

  private Asked asked(String folded) {
    List<DrugProduct> products = drugs.find(folded);
    List<Service> found = services.find(folded);
    boolean drugFirst =
        !products.isEmpty()
            && (found.isEmpty() || products.getFirst().from() < found.getFirst().from());
    var topics = new LinkedHashSet<String>();
    if (drugFirst) {
      topics.addAll(products.getFirst().ingredients());
    }
    found.forEach(s -> topics.add(s.topic()));
    products.forEach(p -> topics.addAll(p.ingredients()));
    if (drugFirst) {
      DrugProduct first = products.getFirst();
      return new Asked(first.category(), unit(first), List.copyOf(topics), Optional.of(first));
    } else if (found.isEmpty()) {
      return new Asked(TreatmentCategory.UNKNOWN, Unit.EACH, List.of(), Optional.empty());
    }
    Service first = found.getFirst();
    return new Asked(first.category(), first.unit(), List.copyOf(topics), Optional.empty());
  }

  private static Unit unit(DrugProduct drug) {
    return switch (drug.form().orElse("")) {
      case "tablet", "extended-release tablet" -> Unit.TABLET;
      case "capsule" -> Unit.CAPSULE;
      case "patch" -> Unit.PATCH;
      default -> Unit.EACH;
    };
  }

  /** The operation is named in general, the body part in particular. */
  private static TreatmentCategory refine(
      TreatmentCategory category, List<String> topics, List<Region> regions) {
    if (category != TreatmentCategory.OTHER_SURGERY || !topics.getFirst().equals("other-surgery")) {
      return category;
    }
    if (regions.contains(Region.SHOULDER)) {
      return TreatmentCategory.SHOULDER_SURGERY;
    } else if (regions.contains(Region.KNEE)) {
      return TreatmentCategory.KNEE_SURGERY;
    }
    boolean hand =
        regions.stream().anyMatch(Set.of(Region.HAND, Region.WRIST, Region.FOREARM)::contains);
    return hand ? TreatmentCategory.HAND_SURGERY : category;
  }

  /** "Cervical spine" is one region: the bare word for the spine adds none. */
  private static List<Region> specific(List<Region> named) {
    return named.size() > 1 ? named.stream().filter(r -> r != Region.SPINE).toList() : named;
  }

  private List<String> levels(String text, String folded) {
    Optional<Matcher> first = patterns.first("level", folded);
    if (first.isEmpty()) {
      return List.of();
    }
    var levels = new LinkedHashSet<String>();
    Matcher level = first.get();
    do {
      levels.add(text.substring(level.start(), level.end()).replace(" ", ""));
    } while (level.find());
    return List.copyOf(levels);
  }

  private Optional<Integer> refills(String folded) {
    if (patterns.has("noRefills", folded)) {
      return Optional.of(0);
    }
    return patterns.number("refills", folded).map(BigDecimal::intValue);
  }

  private Optional<Integer> daysSupply(String folded) {
    Optional<BigDecimal> after = patterns.number("daysSupplyAfter", folded);
    return after.or(() -> patterns.number("daysSupply", folded)).map(BigDecimal::intValue);
  }

  /** Figures of a name or a strength ("Tylenol #3", "10/325") count nothing. */
  private String withoutDrugs(String folded) {
    var rest = new StringBuilder(folded);
    for (DrugProduct product : drugs.find(folded)) {
      for (int at = product.from(); at < product.to(); at++) {
        rest.setCharAt(at, ' ');
      }
    }
    return rest.toString();
  }

  private Drug drug(DrugProduct product, String text) {
    Optional<String> asWritten =
        product.brand().map(brand -> written(text, product, brand).orElse(brand));
    return new Drug(
        product.ingredients(),
        asWritten,
        product.strengths().stream().map(Numbers::plain).toList(),
        product.percents().stream().map(Numbers::plain).toList(),
        product.form());
  }

  private static Optional<String> written(String text, DrugProduct product, String brand) {
    int at = FlowText.fold(text).indexOf(FlowText.fold(brand), product.from());
    return at < 0 ? Optional.empty() : Optional.of(text.substring(at, at + brand.length()));
  }
}
