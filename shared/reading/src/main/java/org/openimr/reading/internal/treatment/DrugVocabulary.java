package org.openimr.reading.internal.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reading.internal.flow.DataFile;

/** The drugs that this module knows: names, ingredients and morphine factors. Immutable. */
final class DrugVocabulary {
  /**
   * A name by which a drug goes.
   *
   * @param ingredients generic names
   * @param brand where the name is a brand
   */
  record Name(TreatmentCategory category, List<String> ingredients, Optional<String> brand) {}

  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, JsonNode> drugs = new HashMap<>();
  private final List<String> topicalForms;
  private final Map<String, String> forms = new LinkedHashMap<>();

  DrugVocabulary() {
    JsonNode data = DataFile.read("treatment/drugs.json");
    for (JsonNode drug : data.path("drugs")) {
      String name = drug.path("name").asText();
      drugs.put(name, drug);
      add(drug, List.of(name), name, Optional.empty());
      DataFile.texts(drug.path("also")).forEach(n -> add(drug, List.of(name), n, Optional.empty()));
      DataFile.texts(drug.path("brands")).forEach(n -> add(drug, List.of(name), n, Optional.of(n)));
    }
    for (JsonNode product : data.path("products")) {
      Optional<String> brand = Optional.of(product.path("brand").asText());
      List<String> of = DataFile.texts(product.path("of"));
      add(product, of, brand.get(), brand);
      DataFile.texts(product.path("also")).forEach(n -> add(product, of, n, brand));
    }
    topicalForms = DataFile.texts(data.path("topicalForms"));
    data.path("forms").properties().forEach(
        form -> DataFile.texts(form.getValue()).forEach(w -> forms.put(w, form.getKey())));
  }

  private void add(JsonNode entry, List<String> of, String name, Optional<String> brand) {
    var category = TreatmentCategory.valueOf(entry.path("category").asText());
    names.put(name.toLowerCase(Locale.ROOT), new Name(category, of, brand));
  }

  /** All names, in lower case. */
  Map<String, Name> names() {
    return names;
  }

  /** Words of the forms that go on the skin. */
  List<String> topicalForms() {
    return topicalForms;
  }

  /** Words of forms, each with the form's name. */
  Map<String, String> forms() {
    return forms;
  }

  TreatmentCategory category(String ingredient) {
    Name name = names.get(ingredient);
    return name == null ? TreatmentCategory.OTHER_DRUG : name.category();
  }

  /** Morphine equivalents of a daily amount in milligrams; for fentanyl of milligrams per hour. */
  Optional<BigDecimal> morphineEquivalent(String ingredient, BigDecimal mg) {
    JsonNode drug = drugs.get(ingredient);
    if (drug == null) {
      return Optional.empty();
    }
    if (drug.has("mmePerMcgPerHour")) {
      return Optional.of(mg.movePointRight(3).multiply(drug.path("mmePerMcgPerHour").decimalValue()));
    }
    for (JsonNode step : drug.path("mmeSteps")) {
      if (mg.compareTo(step.get(0).decimalValue()) <= 0) {
        return Optional.of(mg.multiply(step.get(1).decimalValue()));
      }
    }
    return drug.has("mme") ? Optional.of(mg.multiply(drug.path("mme").decimalValue())) : Optional.empty();
  }

  List<String> literals() {
    return new ArrayList<>(names.keySet());
  }
}
