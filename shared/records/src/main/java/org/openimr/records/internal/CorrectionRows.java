package org.openimr.records.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.reviewers.Pseudonym;

/** Corrections of issued determinations as rows. */
public final class CorrectionRows {
  /** How sort keys of corrections, and of what counts their changes, begin. */
  public static final String PREFIX = "CORRECTION";

  /** Where {@code byStatus} lists those whose letters are due, longest waiting first. */
  public static final String DUE = "CORRECTION";

  private CorrectionRows() {}

  /** Whether a key is that of a correction. */
  public static boolean isCorrection(Key key) {
    return key.sort().startsWith(Keys.CORRECTION) && key.partition().startsWith("CASE#");
  }

  /** The row of a correction; indexed while its letter is due. */
  public static Row row(CorrectionRow correction) {
    String number = correction.caseNumber().value();
    var row =
        new Attributes()
            .text("caseNumber", number)
            .whole("number", correction.number())
            .whole("revision", correction.revision())
            .text("state", correction.state())
            .text("body", correction.body())
            .texts("asked", texts(correction.asked()))
            .texts("assented", texts(correction.assented()))
            .text("requestedAt", correction.requestedAt())
            .text("date", correction.date())
            .text("failure", correction.failure())
            .whole("version", correction.version())
            .whole("attempt", correction.attempt())
            .text("touchedAt", correction.touchedAt());
    correction
        .documents()
        .ifPresent(
            set ->
                row.text("folder", set.folder())
                    .text("json", set.json())
                    .text("text", set.text())
                    .text("html", set.html())
                    .text("pdf", set.pdf()));
    if (correction.isDue()) {
      String place = Keys.time(correction.touchedAt()) + "#" + number + "#" + correction.number();
      row.text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(DUE, number))
          .text(Index.BY_STATUS.sortAttribute(), place);
    }
    return row.row(Keys.correction(correction.caseNumber(), correction.number()));
  }

  /** The correction of a row. */
  public static CorrectionRow correction(Row row) {
    return new CorrectionRow(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        (int) Attributes.whole(row, "number"),
        (int) Attributes.whole(row, "revision"),
        CorrectionState.valueOf(Attributes.text(row, "state")),
        Attributes.text(row, "body"),
        pseudonyms(row, "asked"),
        pseudonyms(row, "assented"),
        Attributes.time(row, "requestedAt"),
        Attributes.found(row, "date", LocalDate::parse),
        documents(row),
        Attributes.found(row, "failure", Code::valueOf),
        Attributes.whole(row, "version"),
        (int) Attributes.whole(row, "attempt"),
        Attributes.time(row, "touchedAt"));
  }

  private static Optional<DocumentPointer> documents(Row row) {
    return Attributes.found(
        row,
        "folder",
        folder ->
            new DocumentPointer(
                folder,
                Attributes.text(row, "json"),
                Attributes.text(row, "text"),
                Attributes.text(row, "html"),
                Attributes.text(row, "pdf")));
  }

  private static List<String> texts(List<Pseudonym> reviewers) {
    return reviewers.stream().map(Pseudonym::value).toList();
  }

  private static List<Pseudonym> pseudonyms(Row row, String name) {
    return Attributes.texts(row, name).stream().map(Pseudonym::new).toList();
  }
}
