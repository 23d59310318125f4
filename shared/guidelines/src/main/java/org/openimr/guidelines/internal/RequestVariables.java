package org.openimr.guidelines.internal;

import static org.openimr.guidelines.internal.RequestVariables.Type.NUMBER;
import static org.openimr.guidelines.internal.RequestVariables.Type.TEXT;
import static org.openimr.guidelines.internal.RequestVariables.Type.TEXTS;
import static org.openimr.guidelines.internal.RequestVariables.Type.TRUTH;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Drug;
import org.openimr.casefile.Edition;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;

/** The request and the case as rules see them: {@code request.*} and {@code case.*}. */
public final class RequestVariables {
  /** Kinds of these variables. */
  public enum Type {
    TRUTH,
    NUMBER,
    TEXT,
    TEXTS
  }

  private static final String USUAL_DOSES = "request.usualDosesPerDay";

  /** Every variable that a rule may name, with its kind. What a request leaves out is unknown. */
  public static final Map<String, Type> TYPES =
      Map.ofEntries(
          Map.entry("request.category", TEXT),
          Map.entry("request.topics", TEXTS),
          Map.entry("request.regions", TEXTS),
          Map.entry("request.quantityStated", TRUTH),
          Map.entry("request.quantity", NUMBER),
          Map.entry("request.leastQuantity", NUMBER),
          Map.entry("request.unit", TEXT),
          Map.entry("request.ingredients", TEXTS),
          Map.entry("request.refills", NUMBER),
          Map.entry("request.daysSupply", NUMBER),
          Map.entry("request.frequencyPerWeek", NUMBER),
          Map.entry("request.durationWeeks", NUMBER),
          Map.entry("request.side", TEXT),
          Map.entry("request.levelCount", NUMBER),
          Map.entry("request.supply", TEXT),
          Map.entry("request.form", TEXT),
          Map.entry("request.brand", TRUTH),
          Map.entry("parent.listed", TRUTH),
          Map.entry("parent.necessary", TRUTH),
          Map.entry("parent.authorized", TRUTH),
          Map.entry("parent.category", TEXT),
          Map.entry("request.unitsPerDay", NUMBER),
          Map.entry(RequestVariables.USUAL_DOSES, NUMBER),
          Map.entry("request.strengthMg", NUMBER),
          Map.entry("request.mgPerDay", NUMBER),
          Map.entry(Chapters.MTUS, TEXT),
          Map.entry(Chapters.GENERAL, TEXT),
          Map.entry(Chapters.OTHER, TEXT),
          Map.entry("request.morphineEquivalentMgPerDay", NUMBER),
          Map.entry("request.acetaminophenMgPerDay", NUMBER),
          Map.entry("request.retrospective", TRUTH),
          Map.entry("request.dependent", TRUTH),
          Map.entry("case.daysSinceInjury", NUMBER),
          Map.entry("case.phase", TEXT));

  private static final String NONE = "NONE";
  private static final String ACETAMINOPHEN = "acetaminophen";
  private static final int DECIMALS = 4;

  /** Units of which one is one dose; a patch or a liquid says nothing of milligrams a day. */
  private static final Set<Unit> SINGLE_DOSES = Set.of(Unit.TABLET, Unit.CAPSULE, Unit.EACH);

  private final RulePack pack;
  private final Map<String, Object> policy = new HashMap<>();

  /** With the pack's drug factors and phases. */
  public RequestVariables(RulePack pack) {
    this.pack = pack;
    pack.settings().forEach((name, value) -> policy.put("policy." + name, value));
  }

  /**
   * The variables of a request, of the case and of the policy.
   *
   * @param edition whose chapters are cited, where a case has one
   */
  public Values of(
      TreatmentRequest request, Optional<Long> daysSinceInjury, Optional<Edition> edition) {
    var values = new HashMap<>(policy);
    values.putAll(pack.chapters().of(request.regions(), edition));
    values.put("request.category", request.category().name());
    values.put("request.topics", request.topics());
    values.put("request.regions", request.regions().stream().map(Enum::name).toList());
    values.put("request.quantityStated", request.quantity().isPresent());
    values.put("request.ingredients", request.drug().map(Drug::ingredients).orElse(List.of()));
    values.put("request.retrospective", request.retrospective());
    values.put("request.dependent", request.dependent());
    wording(request, values);
    request.quantity().ifPresent(quantity -> quantity(quantity, values));
    request.drug().ifPresent(drug -> doses(request, drug, values));
    daysSinceInjury.ifPresent(days -> values.put("case.daysSinceInjury", days.doubleValue()));
    values.put("case.phase", daysSinceInjury.map(this::phase).orElse("UNKNOWN"));
    return Values.of(values);
  }

  /** "NONE" where the wording names no side, no supply or no form: that is known to be missing. */
  private void wording(TreatmentRequest request, Map<String, Object> values) {
    values.put("request.side", request.side().map(Enum::name).orElse(NONE));
    values.put("request.levelCount", (double) request.levels().size());
    values.put("request.supply", request.supply().map(Enum::name).orElse(NONE));
    values.put("request.form", request.drug().flatMap(Drug::form).orElse(NONE));
    values.put("request.brand", request.drug().flatMap(Drug::brand).isPresent());
    request.drug().ifPresent(drug -> strength(request, drug, values));
    request.drug().flatMap(this::usualDoses).ifPresent(n -> values.put(USUAL_DOSES, n));
    request.refills().ifPresent(refills -> values.put("request.refills", refills.doubleValue()));
    request.daysSupply().ifPresent(days -> values.put("request.daysSupply", days.doubleValue()));
    request
        .frequencyPerWeek()
        .ifPresent(pace -> values.put("request.frequencyPerWeek", pace.doubleValue()));
    request
        .durationWeeks()
        .ifPresent(weeks -> values.put("request.durationWeeks", weeks.doubleValue()));
  }

  /** Milligrams a day only where the request says how long its supply lasts. */
  private static void strength(TreatmentRequest request, Drug drug, Map<String, Object> values) {
    if (drug.strengths().isEmpty()) {
      return;
    }
    BigDecimal mg = drug.strengths().getFirst();
    values.put("request.strengthMg", mg.doubleValue());
    var days = request.daysSupply().filter(d -> d > 0).map(BigDecimal::valueOf);
    var quantity = request.quantity().filter(q -> SINGLE_DOSES.contains(q.unit()));
    if (days.isPresent() && quantity.isPresent()) {
      var daily = quantity.get().most().divide(days.get(), DECIMALS, RoundingMode.HALF_UP);
      values.put("request.mgPerDay", daily.multiply(mg).doubleValue());
    }
  }

  private Optional<Double> usualDoses(Drug drug) {
    return drug.ingredients().stream()
        .filter(pack.usualDoses()::containsKey)
        .findFirst()
        .map(ingredient -> pack.usualDoses().getOrDefault(ingredient, BigDecimal.ONE))
        .map(BigDecimal::doubleValue);
  }

  private String phase(long days) {
    if (days <= pack.acuteDays()) {
      return "ACUTE";
    }
    return days <= pack.subacuteDays() ? "SUBACUTE" : "CHRONIC";
  }

  /** The upper end is what is tested against limits. */
  private static void quantity(RequestedQuantity quantity, Map<String, Object> values) {
    values.put("request.quantity", quantity.most().doubleValue());
    values.put("request.leastQuantity", quantity.least().doubleValue());
    values.put("request.unit", quantity.unit().name());
  }

  private void doses(TreatmentRequest request, Drug drug, Map<String, Object> values) {
    Optional<BigDecimal> perDay =
        request
            .quantity()
            .filter(quantity -> SINGLE_DOSES.contains(quantity.unit()))
            .map(quantity -> perDay(quantity.most(), request.daysSupply()));
    if (perDay.isEmpty()) {
      return;
    }
    values.put("request.unitsPerDay", perDay.get().doubleValue());
    BigDecimal morphine = BigDecimal.ZERO;
    // Strengths follow the ingredients' order and may end early: "10 mg" is the opioid's.
    int stated = Math.min(drug.strengths().size(), drug.ingredients().size());
    for (int i = 0; i < stated; i++) {
      BigDecimal daily = drug.strengths().get(i).multiply(perDay.get());
      String ingredient = drug.ingredients().get(i);
      BigDecimal factor = pack.factors().getOrDefault(ingredient, BigDecimal.ZERO);
      morphine = morphine.add(daily.multiply(factor));
      if (ingredient.equals(ACETAMINOPHEN)) {
        values.put("request.acetaminophenMgPerDay", daily.doubleValue());
      }
    }
    if (morphine.signum() > 0) {
      values.put("request.morphineEquivalentMgPerDay", morphine.doubleValue());
    }
  }

  private BigDecimal perDay(BigDecimal quantity, Optional<Integer> daysSupply) {
    int days = daysSupply.filter(d -> d > 0).orElse(pack.usualDaysSupply());
    return quantity.divide(BigDecimal.valueOf(days), DECIMALS, RoundingMode.HALF_UP);
  }
}
