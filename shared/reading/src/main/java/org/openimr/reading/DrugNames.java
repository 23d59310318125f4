package org.openimr.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openimr.reading.internal.flow.DataFile;

/** The names by which items and records call drugs: generic names, brands and misspellings. */
public final class DrugNames {
  private static final String VOCABULARY = "treatment/drugs.json";

  private DrugNames() {}

  /**
   * The ingredients' identifiers in RxNorm (RXCUI of term type IN; National Library of Medicine) by
   * generic name. Preparations that are no single ingredient have none. Read anew at each call.
   */
  public static Map<String, String> rxNorm() {
    var identifiers = new TreeMap<String, String>();
    for (JsonNode drug : DataFile.read(VOCABULARY).path("drugs")) {
      if (drug.has("rxcui")) {
        identifiers.put(drug.path("name").asText(), drug.path("rxcui").asText());
      }
    }
    return Collections.unmodifiableMap(identifiers);
  }

  /** Every word of such a name, in lower case; parts of two letters and less are left out. */
  public static Set<String> words() {
    var words = new TreeSet<String>();
    for (JsonNode drug : DataFile.read(VOCABULARY).path("drugs")) {
      add(drug.path("name").asText(), words);
      DataFile.words(drug.path("brands")).forEach(name -> add(name, words));
      DataFile.words(drug.path("also")).forEach(name -> add(name, words));
    }
    return Collections.unmodifiableSet(words);
  }

  private static void add(String name, Set<String> words) {
    Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z-]+", -1))
        .filter(word -> word.length() > 2)
        .forEach(words::add);
  }
}
