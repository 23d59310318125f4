package org.openimr.reading.internal.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words and patterns that papers are read by: data, in sections of a resource file. Immutable.
 *
 * <p>A line {@code [name]} opens a section, {@code #} a comment; every other line is one cue.
 */
final class Cues {
  private final Map<String, List<String>> sections;

  private Cues(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  /** The cues of a resource beside the package. */
  static Cues load(String name) {
    String path = "/org/openimr/reading/papers/" + name;
    try (InputStream in = Cues.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + path);
      }
      return new Cues(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> parse(String text) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> newList());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    var copy = new HashMap<String, List<String>>();
    sections.forEach((name, cues) -> copy.put(name, List.copyOf(cues)));
    return copy;
  }

  private static List<String> newList() {
    return new ArrayList<>();
  }

  /** The cues of a section. */
  List<String> section(String name) {
    List<String> cues = sections.get(name);
    if (cues == null) {
      throw new IllegalStateException("no section " + name);
    }
    return cues;
  }

  /** The cues of a section that need not be there. */
  List<String> any(String name) {
    return sections.getOrDefault(name, List.of());
  }

  /** The one cue of a section. */
  String only(String name) {
    return section(name).getFirst();
  }

  /** The cue that a line begins with, without regard to case. */
  static Optional<String> beginning(String line, List<String> cues) {
    for (String cue : cues) {
      if (line.regionMatches(true, 0, cue, 0, cue.length())) {
        return Optional.of(cue);
      }
    }
    return Optional.empty();
  }

  /** Whether a line is one of the cues, without regard to case. */
  static boolean is(String line, List<String> cues) {
    for (String cue : cues) {
      if (line.equalsIgnoreCase(cue)) {
        return true;
      }
    }
    return false;
  }
}
