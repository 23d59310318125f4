package org.openimr.precedents;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;

/**
 * The nearest published decisions to an item: same category and a region in common, by the distance
 * of their criteria. They tell how such requests were decided and decide nothing: base rates are no
 * evidence (design section 3.4).
 *
 * @param nearest nearest first; of one distance the later decided first, then by case and item
 * @param counts how many were decided each way, from the closest kind to the widest
 */
public record NearestPrecedents(List<Match> nearest, List<Count> counts) {
  /** Copies the lists. */
  public NearestPrecedents {
    nearest = List.copyOf(nearest);
    counts = List.copyOf(counts);
  }

  /** A precedent and how far it is. */
  public record Match(Precedent precedent, Distance distance) {
    private static final Comparator<Match> ORDER =
        Comparator.comparingInt((Match match) -> match.distance.value())
            .thenComparing(
                match -> match.precedent.decided().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(match -> match.precedent.caseNumber())
            .thenComparingInt(match -> match.precedent.item());
  }

  /** What the counted precedents have in common with the item; each kind includes those before. */
  public enum Kind {
    SAME_CRITERIA,
    SAME_TOPIC,
    SAME_CATEGORY_AND_REGION
  }

  /** Outcomes of one kind. */
  public record Count(Kind kind, int upheld, int overturned) {}

  private record Place(CaseNumber caseNumber, int item) {}

  /**
   * The nearest precedents among candidates, which may be of any category and come more than once.
   *
   * @param own the item's case: its own published determination is no precedent for it
   * @param most how many are listed; all that are alike are counted
   */
  public static NearestPrecedents of(
      CaseNumber own, ItemProfile item, List<Precedent> candidates, int most) {
    Map<Place, Match> alike = new LinkedHashMap<>();
    candidates.stream()
        .filter(candidate -> !candidate.caseNumber().equals(own))
        .filter(candidate -> alike(item, candidate.profile()))
        .forEach(
            candidate ->
                alike.putIfAbsent(
                    new Place(candidate.caseNumber(), candidate.item()),
                    new Match(candidate, Distance.between(item, candidate.profile()))));
    List<Match> ordered = alike.values().stream().sorted(Match.ORDER).toList();
    return new NearestPrecedents(
        ordered.stream().limit(most).toList(),
        Stream.of(Kind.values()).map(kind -> count(kind, item, ordered)).toList());
  }

  private static boolean alike(ItemProfile item, ItemProfile other) {
    boolean region =
        item.regions().isEmpty()
            ? other.regions().isEmpty()
            : !Collections.disjoint(item.regions(), other.regions());
    return item.category() == other.category() && region;
  }

  private static Count count(Kind kind, ItemProfile item, List<Match> all) {
    var of = all.stream().map(Match::precedent).filter(p -> is(kind, item, p.profile())).toList();
    return new Count(kind, decided(of, Decision.UPHELD), decided(of, Decision.OVERTURNED));
  }

  private static boolean is(Kind kind, ItemProfile item, ItemProfile other) {
    return switch (kind) {
      case SAME_CRITERIA ->
          item.topic().equals(other.topic()) && item.criteria().equals(other.criteria());
      case SAME_TOPIC -> item.topic().equals(other.topic());
      case SAME_CATEGORY_AND_REGION -> true;
    };
  }

  private static int decided(List<Precedent> precedents, Decision decision) {
    return (int) precedents.stream().filter(p -> p.outcome() == decision).count();
  }
}
