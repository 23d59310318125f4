package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.time;
import static org.openimr.records.internal.Attributes.whole;

import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.records.Index;
import org.openimr.records.ObjectName;
import org.openimr.records.Row;
import org.openimr.records.UploadRow;

/** An upload as a row: by itself, and in the list of its case. */
public final class UploadRows {
  /** Where {@code byStatus} lists uploads that staff must give to a case. */
  public static final String UNASSIGNED = "UNASSIGNED";

  /** Where {@code byStatus} lists uploads on which nothing is decided. */
  public static final String WAITING = "WAITING";

  private static final int LONGEST_DETAIL = 2_000;

  private UploadRows() {}

  /** The upload's own row; indexed while it waits or belongs to no case. */
  public static Row own(UploadRow upload) {
    var row = attributes(upload);
    list(upload)
        .ifPresent(
            list ->
                row.text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(list, upload.id()))
                    .text(
                        Index.BY_STATUS.sortAttribute(),
                        Keys.time(upload.receivedAt()) + "#" + upload.id()));
    return row.row(Keys.upload(upload.id()));
  }

  /** The upload in the list of its case. */
  public static Row ofCase(CaseNumber caseNumber, UploadRow upload) {
    return attributes(upload).row(Keys.upload(caseNumber, upload.id()));
  }

  private static Optional<String> list(UploadRow upload) {
    return switch (upload.state()) {
      case RECEIVED -> Optional.of(WAITING);
      case REJECTED -> upload.caseNumber().isEmpty() ? Optional.of(UNASSIGNED) : Optional.empty();
      case ACCEPTED, DUPLICATE, PRECEDENT -> Optional.empty();
    };
  }

  private static Attributes attributes(UploadRow upload) {
    return new Attributes()
        .text("upload", upload.id())
        .text("bucket", upload.object().bucket())
        .text("key", upload.object().key())
        .text("versionId", upload.versionId())
        .text("sequencer", upload.sequencer())
        .whole("size", upload.size())
        .whole("version", upload.version())
        .text("receivedAt", upload.receivedAt())
        .text("state", upload.state())
        .text("code", upload.reason().map(Rejection::code))
        .text("detail", upload.reason().map(Rejection::detail).map(UploadRows::shortened))
        .texts("openings", upload.openings())
        .text("contentHash", upload.contentHash())
        .text("caseNumber", upload.caseNumber())
        .text("body", upload.body());
  }

  /** The upload of a row of either kind. */
  public static UploadRow upload(Row row) {
    return new UploadRow(
        text(row, "upload"),
        new ObjectName(text(row, "bucket"), text(row, "key")),
        found(row, "versionId", Function.identity()),
        found(row, "sequencer", Function.identity()),
        whole(row, "size"),
        whole(row, "version"),
        time(row, "receivedAt"),
        UploadState.valueOf(text(row, "state")),
        Heads.reason(row),
        Attributes.texts(row, "openings"),
        found(row, "contentHash", Function.identity()),
        found(row, "caseNumber", CaseNumber::new),
        found(row, "body", Function.identity()));
  }

  /** A sentence that names many fields would not fit into a row. */
  private static String shortened(String detail) {
    return detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
  }
}
