package org.openimr.letter.internal.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The vocabularies and patterns that ship with this module: lines without comments. */
final class RedactionData {
  private static final String FOLDER = "/org/openimr/letter/redaction/";

  private RedactionData() {}

  /** The lines of a file. */
  static List<String> lines(String name) {
    try (var in = Objects.requireNonNull(RedactionData.class.getResourceAsStream(FOLDER + name));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The words of a file. */
  static Set<String> words(String name) {
    var words = new HashSet<String>();
    lines(name).forEach(line -> words.addAll(split(line)));
    return Set.copyOf(words);
  }

  /** The words of a file by section. */
  static Map<String, Set<String>> sections(String name) {
    var sections = new HashMap<String, Set<String>>();
    String section = "";
    for (String line : lines(name)) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else {
        sections.computeIfAbsent(section, _ -> new HashSet<>()).addAll(split(line));
      }
    }
    return Map.copyOf(sections);
  }

  private static List<String> split(String line) {
    return Arrays.asList(line.split("\\s+", -1));
  }
}
