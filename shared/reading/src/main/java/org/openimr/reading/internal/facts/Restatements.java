package org.openimr.reading.internal.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** How often a statement was seen, and where last. */
  private static final class Seen {
    private int times;
    private int last;
  }

  private Restatements() {}

  /** The observations of one document that are kept, in their order. */
  static List<Observation> without(List<Observation> observations) {
    if (observations.size() <= FIRST_PLACES) {
      return List.copyOf(observations);
    }
    Map<Statement, Seen> statements = new HashMap<>();
    var kept = new BitSet(observations.size());
    for (int at = 0; at < observations.size(); at++) {
      Seen seen = statements.computeIfAbsent(Statement.of(observations.get(at)), s -> new Seen());
      seen.times++;
      seen.last = at;
      if (seen.times <= FIRST_PLACES) {
        kept.set(at);
      }
    }
    statements.values().forEach(seen -> kept.set(seen.last));
    var result = new ArrayList<Observation>(kept.cardinality());
    kept.stream().forEach(at -> result.add(observations.get(at)));
    return List.copyOf(result);
  }
}
