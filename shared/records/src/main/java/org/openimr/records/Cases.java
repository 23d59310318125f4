package org.openimr.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Evaluation;
import org.openimr.procedure.Due;
import org.openimr.procedure.Lifecycle;
import org.openimr.records.internal.CaseRows;
import org.openimr.records.internal.Heads;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.RevisionRows;
import org.openimr.records.internal.RowSize;
import org.openimr.records.internal.UploadRows;

/**
 * The cases in the table. Every change is one transaction on the version of the head that the
 * caller read: {@link Commit#REFUSED} says that the case has moved on and must be read again.
 */
public final class Cases {
  private final Table table;
  private final RevisionRows revisions;
  private final Owners owners;

  /** Cases of a table. */
  public Cases(Table table) {
    this.table = table;
    this.revisions = new RevisionRows(table);
    this.owners = new Owners(table);
  }

  /** Where a case stands; empty where none was cut. */
  public Optional<CaseHead> head(CaseNumber caseNumber) {
    return table.get(Keys.head(caseNumber)).map(Heads::head);
  }

  /** The uploads of a case in any state, in the order of their ids. */
  public List<UploadRow> uploads(CaseNumber caseNumber) {
    return rows(caseNumber, "UPLOAD#", UploadRows::upload);
  }

  /** What happened in a case, oldest first. */
  public List<CaseEvent> events(CaseNumber caseNumber) {
    return rows(caseNumber, "EVENT#", CaseRows::event);
  }

  /**
   * A page of what happened in a case, oldest first.
   *
   * @param after the {@code next} of the page before
   * @param limit 1 to 1,000
   */
  public RowPage eventRows(CaseNumber caseNumber, Optional<Key> after, int limit) {
    return table.query(Keys.partition(caseNumber), "EVENT#", after, limit);
  }

  /** The event of a row of {@link #eventRows}. */
  public static CaseEvent event(Row row) {
    return CaseRows.event(row);
  }

  /** The documents of the revision that a head points at, in the order of their ids. */
  public List<DocumentRow> documents(CaseHead head) {
    return revision(head, head.caseFile(), "DOC#", CaseRows::document);
  }

  /** The items of the revision that a head points at, with their decisions once evaluated. */
  public List<ItemRow> items(CaseHead head) {
    String content = head.evaluation().map(EvaluationPointer::hash).orElse(head.caseFile());
    return revision(head, content, "ITEM#", CaseRows::item);
  }

  /** Cases in a state, those with the earliest due date of each shard first; may lag behind. */
  public List<CaseHead> in(CaseState state) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> state.name() + "#" + shard)
        .flatMap(
            partition ->
                Pages.all(after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE))
                    .stream())
        .map(Heads::head)
        .toList();
  }

  /**
   * Cases in a state of which something is due up to a day, those with the earliest due date of
   * each shard first; may lag behind.
   */
  public List<CaseHead> dueBy(CaseState state, LocalDate day) {
    String end = day.plusDays(1).toString();
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> state.name() + "#" + shard)
        .flatMap(
            partition ->
                Pages.whilst(
                    after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE),
                    row -> Heads.dueBefore(row, end))
                    .stream())
        .map(Heads::head)
        .toList();
  }

  /** Whether a clock of a case was marked. */
  public boolean isMarked(CaseNumber caseNumber, Due due, DueMark mark) {
    return table.get(Keys.mark(caseNumber, due, mark)).isPresent();
  }

  /** Marks a clock of a case once; refused where it is marked, or the case has moved on. */
  public Commit mark(CaseHead head, Due due, DueMark mark, CaseEvent event) {
    var row = CaseRows.row(head.caseNumber(), due, mark, event.time());
    return table.commit(
        List.of(
            new Write.Put(row, new Condition.Absent()),
            new Write.Check(Keys.head(head.caseNumber()), unchanged(Optional.of(head))),
            put(event)));
  }

  /**
   * Points a case at a new revision, whose bodies are stored, and accepts the upload that led to
   * it.
   *
   * @param before the head as it was read; empty for a new case
   */
  public Commit cut(
      Optional<CaseHead> before,
      CaseHead after,
      CaseFile file,
      UploadRow upload,
      CaseEvent... events) {
    checkBegins(before, after);
    var marker = Keys.revision(after.caseNumber(), after.revision(), "CUT");
    return revisions
        .write(marker, after.caseFile(), revisionRows(after, file))
        .map(
            guard -> {
              var writes = new ArrayList<Write>(List.of(guard));
              List.of(events).forEach(event -> writes.add(put(event)));
              writes.addAll(put(before, after));
              writes.addAll(Uploads.writes(upload));
              Claims.write(file).ifPresent(writes::add);
              return table.commit(writes);
            })
        .orElse(Commit.REFUSED);
  }

  /** Points a case at the evaluation of its revision, whose body is stored. */
  public Commit evaluated(
      CaseHead before, CaseHead after, Evaluation evaluation, CaseEvent... events) {
    checkFollows(before, after);
    String content = after.evaluation().map(EvaluationPointer::hash).orElseThrow();
    var rows =
        evaluation.items().stream()
            .map(ItemRow::of)
            .map(item -> CaseRows.row(after.caseNumber(), after.revision(), content, item))
            .toList();
    return revisions
        .write(Keys.revision(after.caseNumber(), after.revision(), "DECIDED"), content, rows)
        .map(
            guard -> {
              var writes = new ArrayList<Write>(List.of(guard));
              List.of(events).forEach(event -> writes.add(put(event)));
              return committed(before, after, writes);
            })
        .orElse(Commit.REFUSED);
  }

  /** Moves a case to another state. */
  public Commit advance(CaseHead before, CaseHead after, CaseEvent event) {
    checkFollows(before, after);
    return committed(before, after, List.of(put(event)));
  }

  /** Writes the head of a case again in the same state, which fires the stream once more. */
  public Commit startAgain(CaseHead before, CaseHead after, CaseEvent event) {
    return committed(before, after, List.of(put(event)));
  }

  /**
   * The writes of a head that follows, for a transaction with others: on the version that was read,
   * and only while its owner is the same.
   */
  public List<Write> following(CaseHead before, CaseHead after, CaseEvent event) {
    if (before.state() != after.state()) {
      checkFollows(before, after);
    }
    var writes = new ArrayList<Write>(List.of(put(event)));
    writes.addAll(put(Optional.of(before), after));
    return List.copyOf(writes);
  }

  /** Takes an upload into a case that is settled: kept and listed, without a revision. */
  public Commit late(CaseHead head, UploadRow upload, CaseEvent event) {
    var writes = new ArrayList<Write>(Uploads.writes(upload));
    writes.add(new Write.Check(Keys.head(head.caseNumber()), unchanged(Optional.of(head))));
    writes.add(put(event));
    return table.commit(writes);
  }

  private static List<Row> revisionRows(CaseHead head, CaseFile file) {
    var number = head.caseNumber();
    var rows = new ArrayList<Row>();
    file.documents()
        .forEach(
            document ->
                rows.add(
                    CaseRows.row(
                        number, head.revision(), head.caseFile(), DocumentRow.of(document))));
    file.duplicates()
        .forEach(
            (id, kept) ->
                rows.add(
                    CaseRows.row(
                        number,
                        head.revision(),
                        head.caseFile(),
                        DocumentRow.duplicate(id, kept))));
    var items = file.fields().disputedItems();
    for (int i = 0; i < items.size(); i++) {
      var item = ItemRow.of(i + 1, items.get(i));
      rows.add(CaseRows.row(number, head.revision(), head.caseFile(), item));
    }
    return rows;
  }

  private <T> List<T> rows(CaseNumber caseNumber, String prefix, Function<Row, T> form) {
    return Pages.all(after -> table.query(Keys.partition(caseNumber), prefix, after, Pages.SIZE))
        .stream()
        .map(form)
        .toList();
  }

  /** Rows that a writer left behind who never came to point at them have other content. */
  private <T> List<T> revision(CaseHead head, String content, String kind, Function<Row, T> form) {
    String prefix = Keys.revisionPrefix(head.revision()) + kind;
    return Pages.all(
            after -> table.query(Keys.partition(head.caseNumber()), prefix, after, Pages.SIZE))
        .stream()
        .filter(row -> new Value.Text(content).equals(row.attributes().get("content")))
        .map(form)
        .toList();
  }

  private Commit committed(CaseHead before, CaseHead after, List<Write> beside) {
    var writes = new ArrayList<>(beside);
    writes.addAll(put(Optional.of(before), after));
    return table.commit(writes);
  }

  private List<Write> put(Optional<CaseHead> before, CaseHead after) {
    return owners.withHead(before, after, unchanged(before));
  }

  /** The write of an event, for a transaction of its own or of somebody else. */
  public static Write put(CaseEvent event) {
    return new Write.Put(RowSize.checked(CaseRows.row(event)), new Condition.Always());
  }

  private static Condition unchanged(Optional<CaseHead> before) {
    return before
        .<Condition>map(
            head -> new Condition.AttributeIs("version", new Value.Whole(head.version())))
        .orElse(new Condition.Absent());
  }

  private static void checkBegins(Optional<CaseHead> before, CaseHead after) {
    if (before.isPresent()) {
      checkFollows(before.get(), after);
    } else if (!Lifecycle.begins(after.state())) {
      throw new IllegalStateException("no case begins as " + after.state());
    }
  }

  private static void checkFollows(CaseHead before, CaseHead after) {
    if (!Lifecycle.follows(before.state(), after.state())) {
      throw new IllegalStateException(after.state() + " does not follow " + before.state());
    }
  }
}
