package org.openimr.reading.internal.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Side;
import org.openimr.casefile.Standing;

/**
 * What a document says over and over is kept from its first places, which are quoted, and from its
 * last, by which the last word of a day is known; so the facts of a paper grow with what it says
 * and not with its pages.
 */
final class Restatements {
  /** More than a criterion, a search or a sentence of the summary quotes of one fact. */
  private static final int FIRST_PLACES = 8;

  /** The same statement, wherever it stands. */
  private record Statement(
      String fact,
      FactValue value,
      Optional<String> subject,
      Optional<Region> region,
      Optional<Side> side,
      Optional<LocalDate> date,
      Standing standing,
      boolean unsure) {
    static Statement of(Observation o) {
      return new Statement(
          o.fact(),
          o.value(),
          o.subject(),
          o.region(),
          o.side(),
          o.date(),
          o.standing(),
          o.anchor().unsure());
    }
  }

  /** How often a statement was made, and the last place behind the first ones. */
  private static final class Made {
    private int times;
    private @Nullable Place last;
  }

  private record Place(int number, Observation observation) {}

  private final List<Place> first = new ArrayList<>();
  private final Map<Statement, Made> made = new HashMap<>();
  private int number;

  /** Takes the next observation of a document. */
  void add(Observation observation) {
    Made same = made.computeIfAbsent(Statement.of(observation), statement -> new Made());
    same.times++;
    var place = new Place(number++, observation);
    if (same.times <= FIRST_PLACES) {
      first.add(place);
    } else {
      same.last = place;
    }
  }

  /** Those that are kept, in their order. */
  List<Observation> kept() {
    var places = new ArrayList<>(first);
    for (Made statement : made.values()) {
      if (statement.last != null) {
        places.add(statement.last);
      }
    }
    places.sort(Comparator.comparingInt(Place::number));
    return places.stream().map(Place::observation).toList();
  }
}
