package org.openimr.reviewers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.ReviewItem;
import org.openimr.reviewers.Specialty;

/** Which specialties and licences fit which item. Immutable. */
public final class FitTable {
  private static final Area NOTHING = new Area(Set.of(), Set.of());
  private static final FitTable INSTALLED = new FitTable(Resources.json("fit-table.json"));

  /** What fits a category in a region. The sets are not to be changed. */
  public record Area(Set<Specialty> specialties, Set<LicenceKind> kinds) {}

  private record Row(
      Set<TreatmentCategory> categories, Set<Region> regions, Area area, boolean withRegion) {}

  private final Map<Specialty, Set<LicenceKind>> licences = new EnumMap<>(Specialty.class);
  private final Map<Region, Area> regions = new EnumMap<>(Region.class);
  private final List<Row> rows = new ArrayList<>();
  private final Region withoutRegion;

  private FitTable(JsonNode table) {
    for (Specialty specialty : Specialty.values()) {
      licences.put(specialty, Resources.constants(table.path("otherLicences"), LicenceKind.class));
    }
    for (JsonNode row : table.path("licences")) {
      var kinds = Resources.constants(row.path("kinds"), LicenceKind.class);
      Resources.constants(row.path("specialties"), Specialty.class)
          .forEach(specialty -> licences.put(specialty, kinds));
    }
    for (JsonNode row : table.path("regions")) {
      Resources.constants(row.path("regions"), Region.class)
          .forEach(region -> regions.put(region, area(row)));
    }
    table.path("categories").forEach(row -> rows.add(row(row)));
    withoutRegion = Region.valueOf(table.path("withoutRegion").asText());
  }

  /** The table of this module's resources. */
  public static FitTable installed() {
    return INSTALLED;
  }

  /** The licences under which a specialty is practised. */
  public Set<LicenceKind> licences(Specialty specialty) {
    return licences.getOrDefault(specialty, Set.of());
  }

  /** What fits an item: its reviewer must fit each of these. */
  public List<Area> areas(ReviewItem item) {
    var regionsOfItem = item.regions().isEmpty() ? Set.of(withoutRegion) : item.regions();
    return regionsOfItem.stream().map(region -> area(item.category(), region)).distinct().toList();
  }

  private Area area(TreatmentCategory category, Region region) {
    for (Row row : rows) {
      if (row.categories().contains(category)
          && (row.regions().isEmpty() || row.regions().contains(region))) {
        return row.withRegion()
            ? union(row.area(), regions.getOrDefault(region, NOTHING))
            : row.area();
      }
    }
    throw new IllegalStateException("the table of fit has no row for " + category);
  }

  private static Area union(Area one, Area other) {
    var specialties = EnumSet.copyOf(one.specialties());
    specialties.addAll(other.specialties());
    var kinds = EnumSet.copyOf(one.kinds());
    kinds.addAll(other.kinds());
    return new Area(specialties, kinds);
  }

  private static Row row(JsonNode row) {
    return new Row(
        Resources.constants(row.path("categories"), TreatmentCategory.class),
        Resources.constants(row.path("regions"), Region.class),
        area(row),
        row.path("withRegion").booleanValue());
  }

  private static Area area(JsonNode row) {
    return new Area(
        Resources.constants(row.path("specialties"), Specialty.class),
        Resources.constants(row.path("kinds"), LicenceKind.class));
  }
}
