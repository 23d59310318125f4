package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.texts;
import static org.openimr.records.internal.Attributes.time;
import static org.openimr.records.internal.Attributes.whole;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.EligibilityRule;
import org.openimr.procedure.Missing;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.CaseHead;
import org.openimr.records.DocumentPointer;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.RevisionTrail;
import org.openimr.records.Row;
import org.openimr.records.ScreeningPointer;

/** A case's head as a row. */
public final class Heads {
  private Heads() {}

  /** Whether a key is that of a head. */
  public static boolean isHead(Key key) {
    return key.sort().equals(Keys.HEAD) && key.partition().startsWith("CASE#");
  }

  /** Whether a head in {@code byStatus} has its next due date before a day. */
  public static boolean dueBefore(Row row, String day) {
    return text(row, Index.BY_STATUS.sortAttribute()).compareTo(day) < 0;
  }

  /** The row of a head. */
  public static Row row(CaseHead head) {
    var number = head.caseNumber();
    var row =
        new Attributes()
            .text("caseNumber", number)
            .whole("revision", head.revision())
            .whole("version", head.version())
            .text("state", head.state())
            .text("code", head.reason().map(Rejection::code))
            .text("detail", head.reason().map(Rejection::detail))
            .text("cutAt", head.cutAt())
            .text("stateSince", head.stateSince())
            .text("touchedAt", head.touchedAt())
            .whole("attempt", head.attempt())
            .texts("due", head.due().all().stream().map(Heads::written).toList())
            .text("recordsComplete", head.due().complete())
            .text("expedited", head.due().expedited())
            .text("extended", Optional.of("yes").filter(_ -> head.due().extended()))
            .texts("missing", head.missing().stream().map(Missing::name).toList())
            .text("caseFile", head.caseFile())
            .text(
                Index.BY_STATUS.partitionAttribute(),
                Keys.statusShard(head.state().name(), number.value()))
            .text(
                Index.BY_STATUS.sortAttribute(),
                Keys.dueCase(head.due().next(head.state()).map(Due::day), number));
    head.screening()
        .ifPresent(
            pointer ->
                row.text("screening", pointer.hash())
                    .texts("flags", pointer.flags().stream().map(EligibilityRule::name).toList()));
    row.text("changes", head.trail().changes())
        .text("lastEvaluation", head.trail().lastEvaluation())
        .text("turned", head.trail().turned());
    head.evaluation().ifPresent(pointer -> evaluation(row, pointer));
    head.proposal().ifPresent(pointer -> documents(row, "proposal", pointer));
    head.adoption().ifPresent(pointer -> adoption(row, pointer));
    return row.row(Keys.head(number));
  }

  private static void evaluation(Attributes row, EvaluationPointer pointer) {
    row.text("evaluation", pointer.hash())
        .text("rulePackVersion", pointer.rulePackVersion())
        .whole("upheld", pointer.upheld())
        .whole("overturned", pointer.overturned())
        .whole("undetermined", pointer.undetermined())
        .text("overall", pointer.overall());
  }

  private static void documents(Attributes row, String name, DocumentPointer pointer) {
    row.text(name, pointer.folder())
        .text(name + "Json", pointer.json())
        .text(name + "Text", pointer.text())
        .text(name + "Html", pointer.html())
        .text(name + "Pdf", pointer.pdf());
  }

  private static void adoption(Attributes row, AdoptionPointer pointer) {
    row.text("adoption", pointer.hash()).text("decisionDate", pointer.decisionDate());
    pointer.documents().ifPresent(set -> documents(row, "final", set));
  }

  /** The head of a row. */
  public static CaseHead head(Row row) {
    return new CaseHead(
        new CaseNumber(text(row, "caseNumber")),
        (int) whole(row, "revision"),
        whole(row, "version"),
        CaseState.valueOf(text(row, "state")),
        reason(row),
        time(row, "cutAt"),
        time(row, "stateSince"),
        time(row, "touchedAt"),
        (int) whole(row, "attempt"),
        new DueDates(
            texts(row, "due").stream().map(Heads::due).toList(),
            found(row, "recordsComplete", Instant::parse),
            found(row, "expedited", Instant::parse),
            found(row, "extended", Function.identity()).isPresent()),
        texts(row, "missing").stream().map(Missing::valueOf).toList(),
        found(row, "screening", hash -> screening(row, hash)),
        text(row, "caseFile"),
        found(row, "evaluation", hash -> evaluation(row, hash)),
        documents(row, "proposal"),
        new RevisionTrail(
            found(row, "changes", Function.identity()),
            found(row, "lastEvaluation", Function.identity()),
            found(row, "turned", Function.identity())),
        found(row, "adoption", hash -> adoption(row, hash)));
  }

  /** A clock's name and its end: a day, or a moment. */
  private static String written(Due due) {
    return due.clock() + "=" + due.at().map(Instant::toString).orElseGet(due.day()::toString);
  }

  private static Due due(String text) {
    int end = text.indexOf('=');
    var clock = ClockName.valueOf(text.substring(0, end));
    String last = text.substring(end + 1);
    if (last.indexOf('T') < 0) {
      return Due.on(clock, LocalDate.parse(last));
    }
    return Due.at(clock, Instant.parse(last));
  }

  /** The code and sentence of a row that has them. */
  static Optional<Rejection> reason(Row row) {
    return found(
        row,
        "code",
        code -> new Rejection(Code.valueOf(code), found(row, "detail", s -> s).orElse("")));
  }

  private static ScreeningPointer screening(Row row, String hash) {
    return new ScreeningPointer(
        hash, texts(row, "flags").stream().map(EligibilityRule::valueOf).toList());
  }

  private static EvaluationPointer evaluation(Row row, String hash) {
    return new EvaluationPointer(
        hash,
        text(row, "rulePackVersion"),
        (int) whole(row, "upheld"),
        (int) whole(row, "overturned"),
        (int) whole(row, "undetermined"));
  }

  private static Optional<DocumentPointer> documents(Row row, String name) {
    return found(
        row,
        name,
        folder ->
            new DocumentPointer(
                folder,
                text(row, name + "Json"),
                text(row, name + "Text"),
                text(row, name + "Html"),
                text(row, name + "Pdf")));
  }

  private static AdoptionPointer adoption(Row row, String hash) {
    return new AdoptionPointer(
        hash, LocalDate.parse(text(row, "decisionDate")), documents(row, "final"));
  }
}
