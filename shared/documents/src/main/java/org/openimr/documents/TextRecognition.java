package org.openimr.documents;

import java.util.Optional;

/**
 * Recognises the text of a page that is only a picture. Safe for threads.
 *
 * <p>The same picture may give other text with another engine or version, so a file that was read
 * this way is the same only on machines with the same engine.
 */
@FunctionalInterface
public interface TextRecognition {
  /**
   * The text of a page.
   *
   * @param png the page in gray, 200 dots an inch, upright
   * @return empty where nothing was recognised, or the engine gave up on the picture
   * @throws RecognitionFailedException if the engine is not there or does not run
   */
  Optional<Recognised> recognise(byte[] png);

  /**
   * What was recognised on a page.
   *
   * @param text lines in reading order
   * @param confidence the engine's own, over the whole page, 0 to 100
   */
  record Recognised(String text, int confidence) {}

  /** The engine is not there or does not run: no fault of the file. */
  final class RecognitionFailedException extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    /** With what is wrong; no content. */
    public RecognitionFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
