package org.openimr.guidelines.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;

/**
 * Which chapter of the guidelines a body part has in an edition, with its year (8 CCR 9792.21.1(d);
 * 9792.23.1 and following). A citation names it by a place: {@code {request.mtusChapter}}.
 *
 * @param byRegion the first that holds the request's first region
 * @param otherwise of a request without a region, or of a region without a chapter
 */
public record Chapters(List<Chapter> byRegion, Chapter otherwise) {
  /** The MTUS chapter's title and year; unknown where the MTUS has none for the body part. */
  public static final String MTUS = "request.mtusChapter";

  /** The MTUS chapter that holds for every body part. */
  public static final String GENERAL = "request.mtusGeneralChapter";

  /** The title of the chapter in the Official Disability Guidelines. */
  public static final String OTHER = "request.odgChapter";

  /** Copies the list. */
  public Chapters {
    byRegion = List.copyOf(byRegion);
  }

  /**
   * A chapter.
   *
   * @param mtus title and year in the MTUS, from an edition on until the next that is named
   * @param other title in the Official Disability Guidelines, which rank below (2.3, step 2A)
   */
  public record Chapter(Set<Region> regions, Map<Edition, String> mtus, String other) {
    /** Copies the collections. */
    public Chapter {
      regions = Set.copyOf(regions);
      mtus = Map.copyOf(mtus);
    }

    private Optional<String> mtus(Edition edition) {
      return mtus.keySet().stream()
          .filter(from -> from.compareTo(edition) <= 0)
          .max(Comparator.naturalOrder())
          .map(mtus::get);
    }
  }

  /** The names of the chapters as variables; the MTUS has none where it is silent. */
  Map<String, String> of(List<Region> regions, Optional<Edition> edition) {
    Chapter chapter =
        regions.isEmpty()
            ? otherwise
            : byRegion.stream()
                .filter(c -> c.regions().contains(regions.getFirst()))
                .findFirst()
                .orElse(otherwise);
    var names = new HashMap<String, String>();
    names.put(OTHER, chapter.other());
    edition.flatMap(otherwise::mtus).ifPresent(name -> names.put(GENERAL, name));
    edition.flatMap(chapter::mtus).ifPresent(name -> names.put(MTUS, name));
    return names;
  }
}
