package org.openimr.letter;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A copy for publication.
 *
 * @param text with {@code [KIND]} in place of each identifier
 * @param places what was removed, in the text that the copy is of
 * @param doubts places that a person must look at before it is published; none if it may be
 */
public record Redaction(String text, List<Place> places, List<Doubt> doubts) {
  /** Copies the lists. */
  public Redaction {
    places = List.copyOf(places);
    doubts = List.copyOf(doubts);
  }

  /**
   * An identifier in the text that the copy is of.
   *
   * @param start in characters, from 0
   * @param end exclusive
   */
  public record Place(Identifier kind, int start, int end) {}

  /** Why a place is in doubt. */
  public enum Reason {
    /** A word with a capital that no vocabulary knows: it may be a name. */
    POSSIBLE_NAME,
    /** Digits as long as a number of a person, without a word that says what they are. */
    LONG_NUMBER
  }

  /**
   * A place in doubt, without its text.
   *
   * @param line of the text that the copy is of, from 1; of a JSON document the text value, in its
   *     order
   * @param column in characters, from 1
   */
  public record Doubt(Reason reason, int line, int column) {}

  /** How many of each kind were removed. */
  public SortedMap<Identifier, Integer> removed() {
    var removed = new TreeMap<Identifier, Integer>();
    places.forEach(place -> removed.merge(place.kind(), 1, Integer::sum));
    return removed;
  }

  /** Whether it may be published as it is. */
  public boolean publishable() {
    return doubts.isEmpty();
  }
}
