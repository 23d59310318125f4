package org.openimr.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.PrecedentRows;
import org.openimr.records.internal.RowSize;

/**
 * Published determinations, one row a case number, apart from cases, and a row for each item and
 * region by which the nearest are found. Of two letters with one number the one decided later
 * stays, then the one of the higher hash: so their order does not matter.
 */
public final class Precedents {
  /** Writes of a transaction (DynamoDB: 100). */
  private static final int MOST_WRITES = 100;

  /** So many rows of a partition are read at the most for each step outward. */
  private static final int MOST_ROWS = 1_000;

  private static final int PAGE = 500;

  private final Table table;

  /** Precedents of a table. */
  public Precedents(Table table) {
    this.table = table;
  }

  /**
   * A published determination.
   *
   * @param body hash of its body, a {@link PublishedDetermination}
   */
  public record Letter(
      CaseNumber caseNumber, Optional<LocalDate> decisionDate, int items, String body) {
    private static final Comparator<Letter> ORDER =
        Comparator.comparing((Letter p) -> p.decisionDate.orElse(LocalDate.MIN))
            .thenComparing(Letter::body);
  }

  /**
   * What a search read.
   *
   * @param complete whether these are all of the item's category and regions
   */
  public record Found(List<Precedent> items, boolean complete) {
    /** Copies the list. */
    public Found {
      items = List.copyOf(items);
    }
  }

  private record Kept(Letter letter, List<Key> places) {}

  /** The published determination of a case number. */
  public Optional<Letter> find(CaseNumber caseNumber) {
    return kept(caseNumber).map(Kept::letter);
  }

  /**
   * Keeps a published determination, whose body is stored, with its items, and the upload that it
   * came in. It replaces an earlier one of its case number with all its items.
   */
  public Commit keep(Letter letter, List<Precedent> items, UploadRow upload) {
    var known = kept(letter.caseNumber());
    var last = new ArrayList<Write>(Uploads.writes(upload));
    if (known.filter(other -> Letter.ORDER.compare(other.letter, letter) >= 0).isPresent()) {
      return table.commit(List.copyOf(last));
    }
    var rows = items.stream().flatMap(PrecedentRows::rows).toList();
    var places = rows.stream().map(Row::key).collect(Collectors.toSet());
    Condition unchanged =
        known
            .<Condition>map(
                other -> new Condition.AttributeIs("body", new Value.Text(other.letter.body())))
            .orElse(new Condition.Absent());
    last.add(new Write.Put(RowSize.checked(row(letter, rows)), unchanged));
    return commit(
        Stream.concat(rows.stream(), gone(known, places)).<Write>map(Precedents::put).toList(),
        last);
  }

  private static Stream<Row> gone(Optional<Kept> known, Set<Key> places) {
    return known.stream()
        .flatMap(other -> other.places.stream())
        .filter(key -> !places.contains(key))
        .map(PrecedentRows::superseded);
  }

  private static Write put(Row row) {
    return new Write.Put(row, new Condition.Always());
  }

  /**
   * One transaction, where it has room for all. A letter of dozens of items in many regions has the
   * first of its item rows written ahead: a repeat writes the same.
   */
  private Commit commit(List<Write> items, List<Write> last) {
    int from = 0;
    while (items.size() - from + last.size() > MOST_WRITES) {
      int to = Math.min(items.size(), from + MOST_WRITES);
      table.commit(items.subList(from, to));
      from = to;
    }
    return table.commit(
        Stream.concat(items.subList(from, items.size()).stream(), last.stream()).toList());
  }

  /**
   * Items that may be near to one, of its category and regions: those with its criteria pattern
   * first, then those of its topic, then the rest, each up to a limit that bounds time and memory
   * among millions.
   */
  public Found near(ItemProfile item) {
    var found = new ArrayList<Precedent>();
    String topic = Keys.precedentTopic(item.topic());
    boolean complete = true;
    for (String partition : PrecedentRows.partitions(item)) {
      boolean all = true;
      for (String prefix : List.of(topic + item.pattern() + "#", topic, "")) {
        all = all && read(partition, prefix, found);
      }
      complete &= all;
    }
    return new Found(found.stream().distinct().toList(), complete);
  }

  private boolean read(String partition, String prefix, List<Precedent> found) {
    Optional<Key> after = Optional.empty();
    int rows = 0;
    do {
      var page = table.query(partition, prefix, after, PAGE);
      page.rows().stream()
          .flatMap(row -> PrecedentRows.precedent(row).stream())
          .forEach(found::add);
      rows += page.rows().size();
      after = page.next();
    } while (after.isPresent() && rows < MOST_ROWS);
    return after.isEmpty();
  }

  private Optional<Kept> kept(CaseNumber caseNumber) {
    return table
        .get(Keys.precedent(caseNumber))
        .map(
            row ->
                new Kept(
                    letter(row),
                    Attributes.texts(row, "places").stream().map(PrecedentRows::key).toList()));
  }

  private static Row row(Letter letter, List<Row> items) {
    return new Attributes()
        .text("caseNumber", letter.caseNumber())
        .text("decisionDate", letter.decisionDate())
        .whole("items", letter.items())
        .text("body", letter.body())
        .texts("places", items.stream().map(Row::key).map(PrecedentRows::text).toList())
        .row(Keys.precedent(letter.caseNumber()));
  }

  private static Letter letter(Row row) {
    return new Letter(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        Attributes.date(row, "decisionDate"),
        (int) Attributes.whole(row, "items"),
        Attributes.text(row, "body"));
  }
}
