package org.openimr.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Correction.Entry;
import org.openimr.casefile.LetterPlace;

/**
 * The texts of an issued determination by their places, each on one line with single spaces: how a
 * form of the letter breaks them says nothing.
 */
public final class PrintedLetter {
  /** Where the reasons of the reviewers stand. */
  private static final List<LetterPlace> REASONS =
      List.of(LetterPlace.CLINICAL_SUMMARY, LetterPlace.RATIONALE);

  private final Map<Spot, String> texts = new HashMap<>();

  /**
   * Texts of a letter.
   *
   * @param texts what is printed; a place without a text is not there
   */
  public PrintedLetter(Map<Spot, String> texts) {
    texts.forEach((spot, text) -> this.texts.put(spot, line(text)));
  }

  /**
   * A place of one letter.
   *
   * @param item number of the item, where the place belongs to one
   */
  public record Spot(LetterPlace place, Optional<Integer> item) {}

  /** What is printed at a place; empty where nothing is. */
  public Optional<String> at(Spot spot) {
    return Optional.ofNullable(texts.get(spot));
  }

  /** Whether it has an item of this number. */
  boolean hasItem(int number) {
    return texts.keySet().stream().anyMatch(spot -> spot.item().equals(Optional.of(number)));
  }

  /** Whether the summary or a rationale has a text. */
  boolean reasonsHave(String text) {
    return texts.entrySet().stream()
        .filter(entry -> REASONS.contains(entry.getKey().place()))
        .anyMatch(entry -> entry.getValue().contains(text));
  }

  /** The texts of the places that entries are about, each as an entry has it read. */
  public List<String> corrected(List<Entry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                at(new Spot(entry.place(), entry.item()))
                    .map(text -> text.replace(entry.printed(), entry.reads()))
                    .stream())
        .toList();
  }

  /** A text on one line: white space runs become one space, and none is around it. */
  public static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                line.appendCodePoint(c);
              } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
              }
            });
    return line.toString().strip();
  }

  /** Whether each character of a text leaves a mark: none steers, hides or is half of one. */
  public static boolean isSeen(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL -> Character.isWhitespace(c);
                  case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
                  default -> true;
                });
  }
}
