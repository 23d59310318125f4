package org.openimr.casefile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A drug as an item asks for it.
 *
 * @param ingredients generic names in lower case, such as {@code hydrocodone}, {@code
 *     acetaminophen}
 * @param brand as written, where a brand is named
 * @param strengths as written, such as {@code 10 mg} or {@code 10/325 mg}: milligrams per unit, in
 *     the ingredients' order; shorter where the request leaves one out
 * @param percents parts of a hundred of a product on the skin, in the ingredients' order
 * @param form such as {@code tablet} or {@code patch}
 */
public record Drug(
    List<String> ingredients,
    Optional<String> brand,
    List<BigDecimal> strengths,
    List<BigDecimal> percents,
    Optional<String> form) {
  /** Copies the lists. */
  public Drug {
    ingredients = List.copyOf(ingredients);
    strengths = List.copyOf(strengths);
    percents = List.copyOf(percents);
  }

  /** A drug whose strengths are in milligrams. */
  public Drug(
      List<String> ingredients,
      Optional<String> brand,
      List<BigDecimal> strengths,
      Optional<String> form) {
    this(ingredients, brand, strengths, List.of(), form);
  }
}
