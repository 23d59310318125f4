package org.openimr.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.procedure.ContentHash;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;

/**
 * Disputed items that the claims administrator has authorized since (8 CCR 9792.10.6(a)). Kept by
 * the wording of the item, as its number may be another in the next revision.
 */
public final class Authorizations {
  private final Table table;

  /** Authorizations of a table. */
  public Authorizations(Table table) {
    this.table = table;
  }

  /** What an item is known by: a hash of its wording, white space and case apart. */
  public static String key(DisputedItem item) {
    return ContentHash.of(
        item.description().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
  }

  /** The keys of the items of a case that are authorized. */
  public Set<String> of(CaseNumber caseNumber) {
    return Pages.all(
            after -> table.query(Keys.partition(caseNumber), "AUTHORIZED#", after, Pages.SIZE))
        .stream()
        .map(row -> Attributes.text(row, "item"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The write that an item is authorized; again is the same.
   *
   * @param item its key
   * @param on the day of the authorization
   * @param paper id of the upload that shows it
   */
  public static Write write(
      CaseNumber caseNumber, String item, LocalDate on, String paper, Instant now) {
    return new Write.Put(
        new Attributes()
            .text("item", item)
            .text("on", on)
            .text("paper", paper)
            .text("notedAt", Keys.time(now))
            .row(Keys.authorized(caseNumber, item)),
        new Condition.Always());
  }
}
