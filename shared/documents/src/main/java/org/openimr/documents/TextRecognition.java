package org.openimr.documents;

import java.util.List;
import java.util.Optional;

/**
 * Recognises the text of pages that are only pictures: by an engine on this machine, or from the
 * answers that a service gave before. Safe for threads.
 *
 * <p>The same picture may give other text with another engine or version, so a file that was read
 * this way is the same only on machines with the same engine.
 */
@FunctionalInterface
public interface TextRecognition {
  /**
   * The text of a page.
   *
   * @return empty where nothing was recognised, or the engine gave up on the picture
   * @throws RecognitionFailedException if the engine is not there or does not run
   */
  Optional<Recognised> recognise(Scan page);

  /** A page without readable text. */
  interface Scan {
    /** The PDF that the page is in, as it was sent; neither to be kept nor to be changed. */
    byte[] pdf();

    /** SHA-256 of that PDF, lower case hex. */
    String hash();

    /** The page's number in that PDF, from 1. */
    int number();

    /**
     * The page as a PNG in gray, 200 dots an inch, upright; drawn when it is asked for.
     *
     * @return empty where drawing it would take too much memory
     */
    Optional<byte[]> picture();
  }

  /**
   * What was recognised on a page.
   *
   * @param lines in reading order
   */
  record Recognised(List<Line> lines) {
    /** Copies the list. */
    public Recognised {
      lines = List.copyOf(lines);
    }

    /** A text of which every line has the same confidence. */
    public static Recognised evenly(String text, int confidence) {
      return new Recognised(text.lines().map(line -> new Line(line, confidence)).toList());
    }

    /** Of the whole page: that of its lines by their letters, 0 to 100. */
    public int confidence() {
      long letters = lines.stream().mapToLong(line -> line.text().length()).sum();
      long sure = lines.stream().mapToLong(l -> (long) l.text().length() * l.confidence()).sum();
      return letters == 0 ? 0 : (int) (sure / letters);
    }
  }

  /**
   * A line of a page.
   *
   * @param text without line ends
   * @param confidence the engine's own, 0 to 100
   */
  record Line(String text, int confidence) {
    /** Line ends and page ends come from the layout alone. */
    public Line {
      text = text.replace('\n', ' ').replace('\r', ' ').replace('\f', ' ').strip();
    }
  }

  /** The engine is not there or does not run: no fault of the file. */
  final class RecognitionFailedException extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    /** With what is wrong; no content. */
    public RecognitionFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
