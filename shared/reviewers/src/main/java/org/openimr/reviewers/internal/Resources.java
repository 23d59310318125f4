package org.openimr.reviewers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The rules, tables and word lists that ship with this module. */
final class Resources {
  private static final String FOLDER = "/org/openimr/reviewers/";

  private Resources() {}

  /** A JSON file of the module. */
  static JsonNode json(String name) {
    try (var in = open(name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("data file of the module: " + name, e);
    }
  }

  /** The lines of a text file of the module; lines that begin with {@code #} are remarks. */
  static List<String> lines(String name) {
    try (var in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("data file of the module: " + name, e);
    }
  }

  /** The constants that an array names; of a missing one, none. */
  static <E extends Enum<E>> EnumSet<E> constants(JsonNode array, Class<E> type) {
    var found = EnumSet.noneOf(type);
    texts(array).forEach(name -> found.add(Enum.valueOf(type, name)));
    return found;
  }

  /** The texts of an array; of a missing one, none. */
  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static InputStream open(String name) {
    var in = Resources.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("data file missing from the module: " + name);
    }
    return in;
  }
}
