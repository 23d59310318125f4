package org.openimr.records;

import java.time.Instant;

/**
 * Where the text recognition of an upload stands, whose pages are in part only pictures.
 *
 * @param upload its id
 * @param version grows with every write of the row, from 1
 * @param openedAt when the pages were found
 * @param touchedAt when the row was last written
 * @param attempts how often the upload was read again with what was recognised, without an end
 * @param work hash of the body that says what was sent and what came back
 */
public record RecognitionRow(
    String upload,
    long version,
    Instant openedAt,
    Instant touchedAt,
    int attempts,
    State state,
    String work) {
  /** How a recognition stands, or ended. */
  public enum State {
    /** Pages wait to be sent, or for their answer. */
    OPEN,
    /** All pages were read. */
    READ,
    /** Some pages were read. */
    PARTLY_READ,
    /** No page was read. */
    NOT_READ,
    /** The upload was not taken, so nobody waits for its pages. */
    NEEDLESS
  }

  /** A recognition that begins. */
  public static RecognitionRow opened(String upload, String work, Instant now) {
    return new RecognitionRow(upload, 1, now, now, 0, State.OPEN, work);
  }

  /** The row that follows, with more done. */
  public RecognitionRow worked(String after, Instant now) {
    return new RecognitionRow(upload, version + 1, openedAt, now, attempts, state, after);
  }

  /** The row that follows when the upload is about to be read again. */
  public RecognitionRow attempted(int count, Instant now) {
    return new RecognitionRow(upload, version + 1, openedAt, now, count, state, work);
  }

  /** The row that follows when nothing is left to do. */
  public RecognitionRow closed(State as, Instant now) {
    return new RecognitionRow(upload, version + 1, openedAt, now, attempts, as, work);
  }
}
