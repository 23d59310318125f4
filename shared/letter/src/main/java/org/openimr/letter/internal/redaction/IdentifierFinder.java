package org.openimr.letter.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.letter.Identifier;
import org.openimr.letter.KnownIdentifiers;
import org.openimr.letter.Redaction;
import org.openimr.letter.Redaction.Doubt;
import org.openimr.letter.Redaction.Place;

/** Finds identifiers and doubts, and writes the copy. Immutable, safe for threads. */
public final class IdentifierFinder {
  private static final int SHORTEST_PART = 3;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Cues cues = new Cues();
  private final PatternRules patterns = new PatternRules();

  /** The copy of a text. */
  public Redaction redact(String text, KnownIdentifiers known) {
    var cover = new Cover();
    known(text, known, cover);
    patterns.find(text, cover);
    List<Word> words = Word.of(text);
    var names = new NameFinder(vocabulary, cues, text, words, cover);
    names.besideCues();
    new OrganizationFinder(vocabulary, cues, words, cover).find();
    names.byThemselves();
    names.whereverAgain();
    return copy(text, cover, DoubtFinder.find(vocabulary, text, words, cover, known.cleared()));
  }

  /** What the case says itself: the whole name first, then each part of it. */
  private void known(String text, KnownIdentifiers known, Cover cover) {
    known.others().forEach((kind, values) -> values.forEach(v -> add(text, kind, v, cover)));
    known.names().forEach(name -> add(text, Identifier.PERSON, name, cover));
    parts(known.names()).forEach(part -> add(text, Identifier.PERSON, part, cover));
    // "Pacific Cold Storage" must not take the cold from a cold pack.
    parts(known.others().getOrDefault(Identifier.ORGANIZATION, List.of()))
        .filter(part -> !vocabulary.knows(part))
        .forEach(part -> add(text, Identifier.ORGANIZATION, part, cover));
  }

  private static Stream<String> parts(List<String> names) {
    return names.stream()
        .flatMap(name -> List.of(name.split("[\\s,.]+", -1)).stream())
        .filter(part -> part.length() >= SHORTEST_PART);
  }

  private static void add(String text, Identifier kind, String value, Cover cover) {
    if (value.isBlank()) {
      return;
    }
    Matcher matcher =
        Pattern.compile(
                "(?i)(?:^|[^\\pL\\d])(" + Pattern.quote(value.strip()) + ")(?:$|[^\\pL\\d])")
            .matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      cover.add(kind, matcher.start(1), matcher.end(1));
      from = matcher.end(1);
    }
  }

  private static Redaction copy(String text, Cover cover, List<DoubtFinder.Place> places) {
    List<Place> all = joined(cover.found(), text);
    return new Redaction(
        copy(text, all, 0, text.length()), all, places.stream().map(p -> doubt(p, text)).toList());
  }

  /** A part of a text with kinds in place of identifiers. */
  static String copy(String text, List<Place> places, int start, int end) {
    var copy = new StringBuilder();
    int at = start;
    for (Place place : places) {
      if (place.end() > start && place.start() < end) {
        copy.append(text, at, Math.max(at, place.start()));
        copy.append('[').append(place.kind()).append(']');
        at = Math.min(end, place.end());
      }
    }
    return copy.append(text, at, end).toString();
  }

  /** Parts of one kind that only a space parts are one. */
  private static List<Place> joined(List<Place> found, String text) {
    var joined = new ArrayList<Place>();
    for (Place each : found) {
      if (!joined.isEmpty()
          && joined.getLast().kind() == each.kind()
          && text.substring(joined.getLast().end(), each.start()).matches("[ .]{0,2}")) {
        Place before = joined.removeLast();
        joined.add(new Place(each.kind(), before.start(), each.end()));
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  private static Doubt doubt(DoubtFinder.Place place, String text) {
    String before = text.substring(0, place.start());
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Doubt(place.reason(), line, before.length() - before.lastIndexOf('\n'));
  }
}
