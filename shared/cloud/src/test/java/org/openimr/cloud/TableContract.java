package org.openimr.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.records.Commit;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.RowPage;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/** What every table does. Each test has a partition of its own: tables outlive a test. */
abstract class TableContract {
  static final Condition ALWAYS = new Condition.Always();
  static final Condition ABSENT = new Condition.Absent();

  /** A table that is ready for use. */
  abstract Table table() throws Exception;

  static Row row(String partition, String sort, Map<String, Value> attributes) {
    return Row.of(new Key(partition, sort), attributes);
  }

  static Value text(String text) {
    return new Value.Text(text);
  }

  static Write put(Row row) {
    return new Write.Put(row, ALWAYS);
  }

  @Test
  void givesBackEveryTypeOfValue() throws Exception {
    Row row =
        row(
            "T1",
            "CASE",
            Map.of(
                "state", text("PARSED"),
                "note", text("naïve — 患者"),
                "version", new Value.Whole(9_007_199_254_740_993L),
                "missing", new Value.Texts(List.of("b", "a")),
                "none", new Value.Texts(List.of())));
    table().commit(List.of(put(row)));
    assertEquals(Optional.of(row), table().get(row.key()));
  }

  @Test
  void hasNoRowThatWasNeverPut() throws Exception {
    assertEquals(Optional.empty(), table().get(new Key("T2", "CASE")));
  }

  @Test
  void putsOnlyWhereTheRowIsAbsent() throws Exception {
    Row first = row("T3", "CASE", Map.of("a", text("1")));
    Row second = row("T3", "CASE", Map.of("a", text("2")));
    Table table = table();
    List<Commit> commits =
        List.of(
            table.commit(List.of(new Write.Put(first, ABSENT))),
            table.commit(List.of(new Write.Put(second, ABSENT))));
    assertEquals(
        List.of(List.of(Commit.DONE, Commit.REFUSED), Optional.of(first)),
        List.of(commits, table.get(first.key())));
  }

  @Test
  void putsOnlyOverTheExpectedValue() throws Exception {
    Table table = table();
    Row row = row("T4", "CASE", Map.of("version", new Value.Whole(1)));
    Row next = row("T4", "CASE", Map.of("version", new Value.Whole(2)));
    Condition isOne = new Condition.AttributeIs("version", new Value.Whole(1));
    List<Commit> commits =
        List.of(
            table.commit(List.of(new Write.Put(next, isOne))),
            table.commit(List.of(put(row))),
            table.commit(List.of(new Write.Put(next, isOne))),
            table.commit(List.of(new Write.Put(next, isOne))));
    assertEquals(List.of(Commit.REFUSED, Commit.DONE, Commit.DONE, Commit.REFUSED), commits);
  }

  @Test
  void comparesTextsAndListsToo() throws Exception {
    Table table = table();
    Row row =
        row("T5", "CASE", Map.of("state", text("A"), "l", new Value.Texts(List.of("x", "y"))));
    table.commit(List.of(put(row)));
    Write sameText = check(row, "state", text("A"));
    Write otherText = check(row, "state", text("B"));
    Write sameList = check(row, "l", new Value.Texts(List.of("x", "y")));
    Write otherList = check(row, "l", new Value.Texts(List.of("y", "x")));
    List<Commit> commits = new ArrayList<>();
    for (Write write : List.of(sameText, otherText, sameList, otherList)) {
      commits.add(table.commit(List.of(write)));
    }
    assertEquals(List.of(Commit.DONE, Commit.REFUSED, Commit.DONE, Commit.REFUSED), commits);
  }

  private static Write check(Row row, String attribute, Value value) {
    return new Write.Check(row.key(), new Condition.AttributeIs(attribute, value));
  }

  @Test
  void writesAllOfATransactionOrNothing() throws Exception {
    Table table = table();
    Row head = row("T6", "CASE", Map.of("version", new Value.Whole(1)));
    Row event = row("T6", "EVENT#1", Map.of());
    Row other = row("T6", "EVENT#2", Map.of());
    Commit all = table.commit(List.of(put(head), new Write.Put(event, ABSENT)));
    Commit none =
        table.commit(
            List.of(
                new Write.Put(other, ABSENT),
                new Write.Delete(head.key(), ALWAYS),
                new Write.Check(event.key(), ABSENT)));
    assertEquals(
        List.of(Commit.DONE, Commit.REFUSED, new RowPage(List.of(head, event), Optional.empty())),
        List.of(all, none, table.query("T6", "", Optional.empty(), 10)));
  }

  @Test
  void removesARowAndAnswersForOneThatIsNotThere() throws Exception {
    Table table = table();
    Row row = row("T7", "CASE", Map.of("a", text("1")));
    table.commit(List.of(put(row)));
    List<Commit> commits =
        List.of(
            table.commit(List.of(new Write.Delete(row.key(), ALWAYS))),
            table.commit(List.of(new Write.Delete(row.key(), ALWAYS))),
            table.commit(
                List.of(new Write.Delete(row.key(), new Condition.AttributeIs("a", text("1"))))));
    assertEquals(
        List.of(List.of(Commit.DONE, Commit.DONE, Commit.REFUSED), Optional.empty()),
        List.of(commits, table.get(row.key())));
  }

  @Test
  void takesAHundredWritesAtOnce() throws Exception {
    Table table = table();
    List<Write> writes =
        IntStream.range(0, 100)
            .mapToObj(n -> put(row("T8", String.format("R#%03d", n), Map.of("a", text("b")))))
            .toList();
    Commit commit = table.commit(writes);
    int found = table.query("T8", "R#", Optional.empty(), 1000).rows().size();
    assertEquals(List.of(Commit.DONE, 100), List.of(commit, found));
  }

  @Test
  void pagesThroughSortKeysInTheOrderOfTheirBytes() throws Exception {
    Table table = table();
    // In UTF-16 the last two would be the other way around.
    List<String> sorts = List.of("A", "DOC#1", "DOC#10", "DOC#2", "DOC#a", "DOC#\uFFFD", "DOC#😀");
    for (String sort : sorts) {
      table.commit(List.of(put(row("T9", sort, Map.of()))));
    }
    table.commit(List.of(put(row("T9x", "DOC#0", Map.of()))));
    List<List<String>> pages = new ArrayList<>();
    Optional<Key> after = Optional.empty();
    do {
      RowPage page = table.query("T9", "DOC#", after, 2);
      pages.add(page.rows().stream().map(row -> row.key().sort()).toList());
      after = page.next();
    } while (after.isPresent());
    assertEquals(List.of(sorts.subList(1, 3), sorts.subList(3, 5), sorts.subList(5, 7)), pages);
  }

  static Row due(String partition, String shard, String due) {
    return row(partition, "CASE", Map.of("statusShard", text(shard), "dueCase", text(due)));
  }

  @Test
  void listsInAnIndexOnlyRowsThatHaveItsAttributes() throws Exception {
    Table table = table();
    Row late = due("T10a", "PARSED-10", "2026-03-01#T10a");
    Row early = due("T10b", "PARSED-10", "2026-02-01#T10b");
    Row twin = due("T10c", "PARSED-10", "2026-02-01#T10b");
    Row other = due("T10d", "EVALUATED-10", "2026-01-01#T10d");
    Row without = row("T10e", "CASE", Map.of("statusShard", text("PARSED-10")));
    Row event = row("T10b", "EVENT#1", Map.of("dueCase", text("2026-01-01")));
    for (Row row : List.of(late, early, twin, other, without, event)) {
      table.commit(List.of(put(row)));
    }
    List<Row> found = new ArrayList<>();
    Optional<Key> after = Optional.empty();
    do {
      RowPage page = table.query(Index.BY_STATUS, "PARSED-10", after, 1);
      found.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    List<String> dues = found.stream().map(row -> row.key().partition()).sorted().toList();
    assertEquals(List.of(List.of("T10a", "T10b", "T10c"), late), List.of(dues, found.getLast()));
  }

  @Test
  void goesOnInAnIndexWhereTheLastRowHasLeftIt() throws Exception {
    Table table = table();
    for (String name : List.of("T11a", "T11b", "T11c")) {
      table.commit(List.of(put(due(name, "PARSED-11", name))));
    }
    RowPage first = table.query(Index.BY_STATUS, "PARSED-11", Optional.empty(), 1);
    table.commit(List.of(put(due("T11a", "EVALUATED-11", "T11a"))));
    RowPage rest = table.query(Index.BY_STATUS, "PARSED-11", first.next(), 10);
    assertEquals(
        new RowPage(
            List.of(due("T11b", "PARSED-11", "T11b"), due("T11c", "PARSED-11", "T11c")),
            Optional.empty()),
        rest);
  }

  @Test
  void goesOnInOnePartitionOfAnIndexFromAPositionInAnother() throws Exception {
    Table table = table();
    for (String name : List.of("T13a", "T13c")) {
      table.commit(List.of(put(due(name, "PARSED-13", name))));
    }
    for (String name : List.of("T13b", "T13d")) {
      table.commit(List.of(put(due(name, "EVALUATED-13", name))));
    }
    RowPage first = table.query(Index.BY_STATUS, "PARSED-13", Optional.empty(), 1);
    RowPage rest = table.query(Index.BY_STATUS, "EVALUATED-13", first.next(), 10);
    assertEquals(
        new RowPage(
            List.of(due("T13b", "EVALUATED-13", "T13b"), due("T13d", "EVALUATED-13", "T13d")),
            Optional.empty()),
        rest);
  }

  @Test
  void letsOneOfManyWin() throws Exception {
    Table table = table();
    Callable<Commit> attempt =
        () -> table.commit(List.of(new Write.Put(row("T12", "CASE", Map.of()), ABSENT)));
    List<Commit> commits = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Commit> commit : threads.invokeAll(Collections.nCopies(8, attempt))) {
        commits.add(commit.get());
      }
    }
    assertEquals(1, Collections.frequency(commits, Commit.DONE));
  }
}
