package org.openimr.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.CaseRows;
import org.openimr.records.internal.CorrectionRows;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.records.internal.RowSize;

/**
 * Corrections of issued determinations. The head of an issued case stays as it is: each change is
 * one transaction of the correction, its event and a row that counts the changes of the case's
 * corrections. {@link Commit#REFUSED} says to read again.
 */
public final class Corrections {
  /** Of a case: their numbers have two digits in the table. */
  public static final int MOST = 99;

  private final Table table;

  /** Corrections in a table. */
  public Corrections(Table table) {
    this.table = table;
  }

  /** The corrections of a case. */
  public CaseCorrections of(CaseNumber caseNumber) {
    var rows =
        Pages.all(
            after ->
                table.query(Keys.partition(caseNumber), CorrectionRows.PREFIX, after, Pages.SIZE));
    return new CaseCorrections(
        caseNumber,
        rows.stream()
            .filter(row -> row.key().equals(Keys.corrections(caseNumber)))
            .mapToLong(row -> Attributes.whole(row, "version"))
            .findFirst()
            .orElse(0),
        rows.stream()
            .filter(row -> CorrectionRows.isCorrection(row.key()))
            .map(CorrectionRows::correction)
            .toList());
  }

  /**
   * The writes of a correction in its next state, for a transaction with others: on the version of
   * the head that was read.
   *
   * @param head of the issued case
   * @param before the case's corrections as they were read
   */
  public static List<Write> writes(
      CaseHead head, CaseCorrections before, CorrectionRow after, CaseEvent event) {
    return List.of(
        new Write.Check(
            Keys.head(head.caseNumber()),
            new Condition.AttributeIs("version", new Value.Whole(head.version()))),
        guard(before),
        put(before, after),
        new Write.Put(RowSize.checked(CaseRows.row(event)), new Condition.Absent()));
  }

  /** Writes what became of a correction's letter. */
  public Commit write(CaseCorrections before, CorrectionRow after, CaseEvent event) {
    return table.commit(
        List.of(
            guard(before),
            put(before, after),
            new Write.Put(RowSize.checked(CaseRows.row(event)), new Condition.Absent())));
  }

  /** Has a letter that is due written again: its row is written, which fires the stream. */
  public Commit startAgain(CorrectionRow before, Instant now) {
    return table.commit(List.of(put(Optional.of(before), before.startedAgain(now))));
  }

  /** Those whose letters have been due since a time, longest first within each shard. */
  public List<CorrectionRow> dueSince(Instant time) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> CorrectionRows.DUE + "#" + shard)
        .flatMap(
            partition ->
                Pages.whilst(
                    after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE),
                    row -> !CorrectionRows.correction(row).touchedAt().isAfter(time))
                    .stream())
        .map(CorrectionRows::correction)
        .filter(CorrectionRow::isDue)
        .toList();
  }

  /**
   * The event of a change.
   *
   * @param after the correction that changes
   * @param actor a function, or role and hash of a person, never a name
   */
  public static CaseEvent event(
      CaseCorrections before, CorrectionRow after, String actor, String kind) {
    return new CaseEvent(
        before.caseNumber(),
        after.touchedAt(),
        "corrections-" + (before.version() + 1),
        actor,
        kind,
        after.revision(),
        CaseState.ISSUED,
        "correction " + after.number());
  }

  private static Write guard(CaseCorrections before) {
    var row =
        new Attributes()
            .whole("version", before.version() + 1)
            .row(Keys.corrections(before.caseNumber()));
    return new Write.Put(
        row, ReviewerRows.unchanged(Optional.of(before.version()).filter(known -> known > 0)));
  }

  private static Write put(CaseCorrections before, CorrectionRow after) {
    return put(before.of(after.number()), after);
  }

  private static Write put(Optional<CorrectionRow> before, CorrectionRow after) {
    return new Write.Put(
        RowSize.checked(CorrectionRows.row(after)),
        ReviewerRows.unchanged(before.map(CorrectionRow::version)));
  }
}
