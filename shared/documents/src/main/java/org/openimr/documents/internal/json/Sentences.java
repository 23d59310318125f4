package org.openimr.documents.internal.json;

import java.util.List;
import java.util.stream.Collectors;

/** Findings as one text: the first of them, and how many more there are. */
final class Sentences {
  private static final int SHOWN = 20;

  private Sentences() {}

  static String join(List<String> findings) {
    String shown = findings.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return findings.size() > SHOWN
        ? shown + "; and %,d more.".formatted(findings.size() - SHOWN)
        : shown + ".";
  }
}
