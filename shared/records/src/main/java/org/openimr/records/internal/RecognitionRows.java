package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.time;
import static org.openimr.records.internal.Attributes.whole;

import org.openimr.records.Index;
import org.openimr.records.RecognitionRow;
import org.openimr.records.Row;

/** The text recognition of an upload as a row. */
public final class RecognitionRows {
  /** Where {@code byStatus} lists recognitions that are not at their end. */
  public static final String OPEN = "RECOGNISING";

  private RecognitionRows() {}

  /** The row; indexed while it is open. */
  public static Row row(RecognitionRow recognition) {
    var row =
        new Attributes()
            .text("upload", recognition.upload())
            .whole("version", recognition.version())
            .text("openedAt", recognition.openedAt())
            .text("touchedAt", recognition.touchedAt())
            .whole("attempts", recognition.attempts())
            .text("state", recognition.state())
            .text("work", recognition.work());
    if (recognition.state() == RecognitionRow.State.OPEN) {
      row.text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(OPEN, recognition.upload()))
          .text(
              Index.BY_STATUS.sortAttribute(),
              Keys.time(recognition.touchedAt()) + "#" + recognition.upload());
    }
    return row.row(Keys.recognition(recognition.upload()));
  }

  /** The recognition of a row. */
  public static RecognitionRow recognition(Row row) {
    return new RecognitionRow(
        text(row, "upload"),
        whole(row, "version"),
        time(row, "openedAt"),
        time(row, "touchedAt"),
        (int) whole(row, "attempts"),
        RecognitionRow.State.valueOf(text(row, "state")),
        text(row, "work"));
  }
}
