package org.openimr.letter.internal.redaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openimr.reading.DrugNames;

/** Words that are no name though they may begin with a capital. Immutable. */
final class Vocabulary {
  private static final int ACRONYM = 5;
  private static final int SHORTEST_STEM = 3;
  private static final List<String> ENDINGS =
      List.of("'s", "’s", "'", "’", "s", "es", "d", "ed", "ing", "ly", "al", "ally", "ion", "n't");

  private final Set<String> words = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> given = RedactionData.words("given-names.txt");

  Vocabulary() {
    words.addAll(RedactionData.words("words.txt"));
    DrugNames.words().forEach(word -> names.add(lower(word)));
    lower(RedactionData.words("eponyms.txt"), names);
    lower(RedactionData.words("places.txt"), names);
  }

  private static void lower(Collection<String> from, Set<String> to) {
    from.forEach(word -> to.add(lower(word)));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether a word is ordinary, clinical, or a name that is no identifier. */
  boolean knows(String word) {
    return isAcronym(word) || isOrdinary(word) || isKept(word) || parts(word);
  }

  /** Whether a word is a drug, an eponym or a place that is kept. */
  boolean isKept(String word) {
    return names.contains(lower(word)) || names.contains(lower(withoutPossessive(word)));
  }

  /** Capitals only, and few. */
  static boolean isAcronym(String word) {
    return word.length() <= ACRONYM && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean isOrdinary(String word) {
    String lower = lower(word);
    return words.contains(lower)
        || ENDINGS.stream()
            .anyMatch(
                ending ->
                    lower.endsWith(ending)
                        && lower.length() - ending.length() >= SHORTEST_STEM
                        && words.contains(lower.substring(0, lower.length() - ending.length())));
  }

  private boolean parts(String word) {
    return word.indexOf('-') > 0 && List.of(word.split("-", -1)).stream().allMatch(this::knows);
  }

  /** Whether a word is a common given name and nothing else that is known. */
  boolean isGivenName(String word) {
    String name = withoutPossessive(word);
    return given.contains(inTitleCase(name)) && !isKept(name);
  }

  private static String inTitleCase(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > SHORTEST_STEM
        ? word.charAt(0) + lower(word.substring(1))
        : word;
  }

  static String withoutPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
  }
}
