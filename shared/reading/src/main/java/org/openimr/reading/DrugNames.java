package org.openimr.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.reading.internal.flow.DataFile;

/** The names by which items and records call drugs: generic names, brands and misspellings. */
public final class DrugNames {
  private DrugNames() {}

  /** Every word of such a name, in lower case; parts of two letters and less are left out. */
  public static Set<String> words() {
    var words = new TreeSet<String>();
    for (JsonNode drug : DataFile.read("treatment/drugs.json").path("drugs")) {
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
