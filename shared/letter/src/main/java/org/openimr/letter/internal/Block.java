package org.openimr.letter.internal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph of a rationale, with points under it.
 *
 * @param lead what it is about, a few words that end with a full stop; empty where it goes on with
 *     the paragraph before
 * @param text may be empty where points follow
 */
public record Block(String lead, String text, List<Point> points) {
  /** Copies the list. */
  public Block {
    points = List.copyOf(points);
  }

  /** A point of a paragraph, with details under it. */
  public record Point(String text, List<String> details) {
    /** Copies the list. */
    public Point {
      details = List.copyOf(details);
    }
  }

  /**
   * As lines of text: the paragraph, then {@code "- "} for points and {@code " - "} for details.
   */
  String plain() {
    boolean both = !text.isEmpty() && !lead.isEmpty();
    var lines = new StringBuilder(both ? lead + " " + text : lead + text);
    for (Point point : points) {
      lines.append("\n- ").append(point.text());
      point.details().forEach(detail -> lines.append("\n  - ").append(detail));
    }
    return lines.toString();
  }

  static String plain(List<Block> blocks) {
    return blocks.stream().map(Block::plain).collect(Collectors.joining("\n\n"));
  }
}
