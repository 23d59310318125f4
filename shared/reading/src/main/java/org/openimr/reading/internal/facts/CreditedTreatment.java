package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.LiteralFinder;

/**
 * What treatment a sentence gives the credit for a gain: a gain from massage is no evidence for a
 * drug. Where a medication is named as well, or nothing is, it may be any.
 */
final class CreditedTreatment {
  private final List<String> treatments = new ArrayList<>();
  private final int medicationsFrom;
  private final LiteralFinder words;

  CreditedTreatment() {
    JsonNode data = DataFile.read("facts/context.json");
    var literals = new ArrayList<String>();
    for (var treatment : data.path("credited").properties()) {
      for (String word : DataFile.words(treatment.getValue())) {
        literals.add(word);
        treatments.add(treatment.getKey());
      }
    }
    medicationsFrom = literals.size();
    literals.addAll(DataFile.words(data.path("medication")));
    words = new LiteralFinder(literals);
  }

  /** The one treatment that a sentence in lower case names. */
  Optional<String> in(String sentence) {
    var named = new TreeSet<String>();
    words.find(
        sentence,
        (literal, from, to) ->
            named.add(literal < medicationsFrom ? treatments.get(literal) : "medication"));
    return named.size() == 1 && !named.contains("medication")
        ? Optional.of(named.first())
        : Optional.empty();
  }
}
