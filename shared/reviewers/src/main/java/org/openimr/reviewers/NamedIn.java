package org.openimr.reviewers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for a reviewer in a text; case, accents and punctuation don't count. */
final class NamedIn {
  private static final Set<String> BEFORE = Set.of("dr", "doctor", "physician", "reviewer");
  private static final Set<String> BEHIND =
      Set.of("md", "do", "dc", "dpm", "dds", "phd", "psyd", "lac", "od");

  /** A shorter number may stand in any report. */
  private static final int SHORTEST_NUMBER = 4;

  private NamedIn() {}

  static boolean of(ReviewerIdentity identity, String text) {
    List<String> words = words(text);
    List<String> family = words(identity.familyName());
    List<String> given = words(identity.givenName());
    String letters = String.join("", words);
    return contains(words, joined(given, family))
        || contains(words, joined(family, given))
        || BEFORE.stream().anyMatch(word -> contains(words, joined(List.of(word), family)))
        || BEHIND.stream().anyMatch(word -> contains(words, joined(family, List.of(word))))
        || codes(identity)
            .filter(code -> code.length() >= SHORTEST_NUMBER)
            .anyMatch(letters::contains);
  }

  private static Stream<String> codes(ReviewerIdentity identity) {
    return Stream.concat(
            identity.licenceNumbers().stream().map(LicenceNumber::number),
            identity.email().stream())
        .map(code -> String.join("", words(code)));
  }

  private static boolean contains(List<String> words, List<String> wanted) {
    return Collections.indexOfSubList(words, wanted) >= 0;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
            .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return Stream.of(plain.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
