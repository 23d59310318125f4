package org.openimr.records.internal;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.Key;
import org.openimr.records.Row;

/**
 * Items of published determinations as rows, one in each region of the item: a search reads the
 * partition of its own category and region, from the criteria pattern outward.
 */
public final class PrecedentRows {
  private static final String SUPERSEDED = "superseded";
  private static final char IS = '=';

  private PrecedentRows() {}

  /** The partitions that an item is in, or is looked for in. */
  public static List<String> partitions(ItemProfile item) {
    return item.regions().isEmpty()
        ? List.of(Keys.precedents(item.category(), Optional.empty()))
        : item.regions().stream()
            .map(region -> Keys.precedents(item.category(), Optional.of(region)))
            .toList();
  }

  /** The rows of an item. */
  public static Stream<Row> rows(Precedent precedent) {
    var profile = precedent.profile();
    return partitions(profile).stream()
        .map(
            partition ->
                Keys.precedent(
                    partition,
                    profile.topic(),
                    profile.pattern(),
                    precedent.caseNumber(),
                    precedent.item()))
        .map(key -> RowSize.checked(row(key, precedent)));
  }

  private static Row row(Key key, Precedent precedent) {
    var profile = precedent.profile();
    return new Attributes()
        .text("caseNumber", precedent.caseNumber())
        .whole("item", precedent.item())
        .text("decisionDate", precedent.decided())
        .text("category", profile.category())
        .texts("regions", profile.regions().stream().map(Region::name).toList())
        .text("topic", profile.topic())
        .text("edition", profile.edition())
        .texts(
            "criteria",
            profile.criteria().entrySet().stream()
                .map(criterion -> criterion.getKey() + IS + criterion.getValue())
                .toList())
        .text("outcome", precedent.outcome())
        .text("rulePackVersion", precedent.rulePackVersion())
        .row(key);
  }

  /** What stands in the place of an item whose letter gave way to another: no function deletes. */
  public static Row superseded(Key key) {
    return new Attributes().whole(SUPERSEDED, 1).row(key);
  }

  /** The item of a row; empty where it is superseded. */
  public static Optional<Precedent> precedent(Row row) {
    return row.attributes().containsKey(SUPERSEDED)
        ? Optional.empty()
        : Optional.of(
            new Precedent(
                new CaseNumber(Attributes.text(row, "caseNumber")),
                (int) Attributes.whole(row, "item"),
                Attributes.date(row, "decisionDate"),
                profile(row),
                Decision.valueOf(Attributes.text(row, "outcome")),
                Attributes.text(row, "rulePackVersion")));
  }

  private static ItemProfile profile(Row row) {
    return new ItemProfile(
        TreatmentCategory.valueOf(Attributes.text(row, "category")),
        Attributes.texts(row, "regions").stream().map(Region::valueOf).toList(),
        Attributes.found(row, "topic", Function.identity()),
        Attributes.found(row, "edition", Edition::valueOf),
        criteria(Attributes.texts(row, "criteria")));
  }

  private static SortedMap<String, CriterionResult> criteria(List<String> texts) {
    var criteria = new TreeMap<String, CriterionResult>();
    for (String text : texts) {
      int is = text.lastIndexOf(IS);
      criteria.put(text.substring(0, is), CriterionResult.valueOf(text.substring(is + 1)));
    }
    return criteria;
  }

  /** A key as one text, to be kept in the letter's own row. */
  public static String text(Key key) {
    return key.partition() + "\n" + key.sort();
  }

  /** The key of such a text. */
  public static Key key(String text) {
    int end = text.indexOf('\n');
    return new Key(text.substring(0, end), text.substring(end + 1));
  }
}
