package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.Region;
import org.openimr.casefile.Side;

/** Finds body regions and sides in folded text. Immutable, safe for threads. */
public final class RegionFinder {
  /** A region and where it is named. */
  public record Named(Region region, int from, int to) {}

  private static final List<String> LEFT = List.of("left", "lt", "lue", "lle");
  private static final List<String> RIGHT = List.of("right", "rt", "rue", "rle");
  private static final List<String> BOTH = List.of("bilateral*", "both", "bue", "ble", "b/l");

  private final List<Optional<Region>> regions = new ArrayList<>();
  private final List<String> named;
  private final Set<String> leading;
  private final LiteralFinder finder;
  private final LiteralFinder sides =
      new LiteralFinder(Stream.of(LEFT, RIGHT, BOTH).flatMap(List::stream).toList());

  /** A finder with the module's words. */
  public RegionFinder() {
    this(List.of("regions"));
  }

  private RegionFinder(List<String> lists) {
    var words = new ArrayList<String>();
    var data = DataFile.read("regions.json");
    for (Region region : Region.values()) {
      for (String list : lists) {
        for (String word : DataFile.words(data.path(list).path(region.name()))) {
          words.add(word);
          regions.add(Optional.of(region));
        }
      }
    }
    named = List.copyOf(words);
    for (String word : DataFile.words(data.path("notRegions"))) {
      words.add(word);
      regions.add(Optional.empty());
    }
    leading = Set.copyOf(DataFile.words(data.path("leading")));
    finder = new LiteralFinder(words);
  }

  /** A finder that takes an illness or a structure for the region in which it is. */
  public static RegionFinder withIllnesses() {
    return new RegionFinder(List.of("regions", "illnesses"));
  }

  /** The words by which a region is found. */
  public List<String> words(Region region) {
    var words = new ArrayList<String>();
    for (int i = 0; i < named.size(); i++) {
      if (regions.get(i).equals(Optional.of(region))) {
        words.add(named.get(i));
      }
    }
    return words;
  }

  /** The regions that a text names, from left to right. */
  public List<Named> find(CharSequence folded) {
    var named = new ArrayList<Named>();
    for (var hit : finder.longest(folded)) {
      regions.get(hit.literal()).ifPresent(r -> named.add(new Named(r, hit.from(), hit.to())));
    }
    return named;
  }

  /** Whether nothing but words such as "of the left" stands from one place to a region's name. */
  public boolean leads(String folded, int from, int to) {
    return from <= to
        && Arrays.stream(folded.substring(from, to).strip().split(" ", -1))
            .allMatch(w -> w.isEmpty() || leading.contains(w));
  }

  /** The side that a text names; both sides named apart are bilateral. */
  public Optional<Side> side(CharSequence folded) {
    boolean[] seen = new boolean[3];
    for (var hit : sides.longest(folded)) {
      int literal = hit.literal();
      seen[literal < LEFT.size() ? 0 : literal < LEFT.size() + RIGHT.size() ? 1 : 2] = true;
    }
    if (seen[2] || (seen[0] && seen[1])) {
      return Optional.of(Side.BILATERAL);
    } else if (seen[0]) {
      return Optional.of(Side.LEFT);
    }
    return seen[1] ? Optional.of(Side.RIGHT) : Optional.empty();
  }
}
