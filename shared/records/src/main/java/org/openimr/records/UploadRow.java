package org.openimr.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ContentHash;

/**
 * An object version that was put into the case-files bucket, and what became of it.
 *
 * @param id SHA-256 of bucket, key and version id
 * @param versionId empty where the bucket keeps no versions
 * @param sequencer S3's order of events of one key, hexadecimal, as given
 * @param size in bytes as the event says, 0 where it does not
 * @param version grows with every write of the row, from 1
 * @param openings deliveries that opened the file and gave no answer yet, each the id of its
 *     message and, after a number sign, its receipt; in the order in which they came
 * @param reason why it was not taken; empty unless REJECTED
 * @param contentHash SHA-256 of its bytes, once they were read
 * @param caseNumber whose upload it is, as far as key or content say
 * @param body hash of the body that holds what was read
 */
public record UploadRow(
    String id,
    ObjectName object,
    Optional<String> versionId,
    Optional<String> sequencer,
    long size,
    long version,
    Instant receivedAt,
    UploadState state,
    Optional<Rejection> reason,
    List<String> openings,
    Optional<String> contentHash,
    Optional<CaseNumber> caseNumber,
    Optional<String> body) {
  /** Copies the list. */
  public UploadRow {
    openings = List.copyOf(openings);
  }

  /** The id of an object version. */
  public static String id(ObjectName object, Optional<String> versionId) {
    // A line feed cannot be in a bucket's name or in a version id, so no two names run together.
    return ContentHash.of(object.bucket() + "\n" + versionId.orElse("") + "\n" + object.key());
  }

  /** A row for an object version that has just come. */
  public static UploadRow received(
      ObjectName object,
      Optional<String> versionId,
      Optional<String> sequencer,
      long size,
      Instant now) {
    return received(id(object, versionId), object, versionId, sequencer, size, now);
  }

  /** A row for an object that has just come, by an id of another kind. */
  public static UploadRow received(
      String id,
      ObjectName object,
      Optional<String> versionId,
      Optional<String> sequencer,
      long size,
      Instant now) {
    return new UploadRow(
        id,
        object,
        versionId,
        sequencer,
        size,
        1,
        now,
        UploadState.RECEIVED,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The row that follows, with other openings. */
  public UploadRow opened(List<String> by) {
    return next(state, reason, by, contentHash, caseNumber, body);
  }

  /** The row that follows when the file is refused. */
  public UploadRow rejected(
      Rejection why, Optional<String> contentHash, Optional<CaseNumber> caseNumber) {
    return next(
        UploadState.REJECTED,
        Optional.of(why),
        openings,
        contentHash,
        caseNumber,
        Optional.empty());
  }

  /** The row that follows when the file is taken, as what it turned out to be. */
  public UploadRow taken(
      UploadState as, String contentHash, CaseNumber caseNumber, Optional<String> body) {
    return next(
        as, Optional.empty(), openings, Optional.of(contentHash), Optional.of(caseNumber), body);
  }

  private UploadRow next(
      UploadState state,
      Optional<Rejection> reason,
      List<String> openings,
      Optional<String> contentHash,
      Optional<CaseNumber> caseNumber,
      Optional<String> body) {
    return new UploadRow(
        id,
        object,
        versionId,
        sequencer,
        size,
        version + 1,
        receivedAt,
        state,
        reason,
        openings,
        contentHash,
        caseNumber,
        body);
  }
}
