package org.openimr.letter.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.openimr.letter.Redaction.Reason;

/** Finds what may name a person and was not removed. */
final class DoubtFinder {
  /** No quantity, date or code of a treatment has as many digits in a row. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[- ]?\\d){6,}");

  private static final Pattern DATE = Pattern.compile("\\d{1,2}[- ]\\d{1,2}[- ](?:\\d{2}|\\d{4})");

  /** A place of a text. */
  record Place(Reason reason, int start) {}

  private DoubtFinder() {}

  /**
   * The places of a text.
   *
   * @param cleared words, in lower case, that a person has looked at
   */
  static List<Place> find(
      Vocabulary vocabulary, String text, List<Word> words, Cover cover, Set<String> cleared) {
    var places = new ArrayList<Place>();
    for (Word word : words) {
      if (word.isCapital()
          && cover.isFree(word.start(), word.end())
          && !vocabulary.knows(word.text())
          && !cleared.contains(word.lower())) {
        places.add(new Place(Reason.POSSIBLE_NAME, word.start()));
      }
    }
    Matcher number = LONG_NUMBER.matcher(text);
    while (number.find()) {
      if (cover.isFree(number.start(), number.end()) && !DATE.matches(number.group())) {
        places.add(new Place(Reason.LONG_NUMBER, number.start()));
      }
    }
    return places.stream().sorted(Comparator.comparingInt(Place::start)).toList();
  }
}
