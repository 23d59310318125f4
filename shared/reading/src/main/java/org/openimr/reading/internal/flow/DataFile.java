package org.openimr.reading.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A vocabulary or a list of patterns that ships with this module. */
public final class DataFile {
  private static final String FOLDER = "/org/openimr/reading/";

  private DataFile() {}

  /** The content of a file, named from the module's data folder. */
  public static JsonNode read(String name) {
    try (var in = DataFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("data file missing from the module: " + name);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("data file of the module: " + name, e);
    }
  }

  /**
   * The entries of the files that an index names under {@code families}, in its order.
   *
   * @param folder where they are, with a slash at its end
   * @param entries the array's name in each file
   */
  public static List<JsonNode> families(String folder, JsonNode index, String entries) {
    var all = new ArrayList<JsonNode>();
    for (String family : texts(index.path("families"))) {
      read(folder + family + ".json").path(entries).forEach(all::add);
    }
    return all;
  }

  /** The texts of an array; of a missing one, none. */
  public static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  /** The texts of an array in lower case. */
  public static List<String> words(JsonNode array) {
    return texts(array).stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
  }
}
