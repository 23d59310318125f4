package org.openimr.reading.internal.treatment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.TreatmentCategory;

/**
 * A drug product named in a text.
 *
 * @param ingredients generic names
 * @param brand as the vocabulary writes it
 * @param strengths milligrams per unit (per hour for a patch), in the ingredients' order
 * @param percents parts of a hundred of a product on the skin, in the ingredients' order
 * @param form such as {@code tablet}
 * @param from first char of its name
 * @param to the char after its name and strength
 */
public record DrugProduct(
    TreatmentCategory category,
    List<String> ingredients,
    Optional<String> brand,
    List<BigDecimal> strengths,
    List<BigDecimal> percents,
    Optional<String> form,
    int from,
    int to) {
  /** Copies the lists. */
  public DrugProduct {
    ingredients = List.copyOf(ingredients);
    strengths = List.copyOf(strengths);
    percents = List.copyOf(percents);
  }
}
