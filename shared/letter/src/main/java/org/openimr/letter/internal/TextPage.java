package org.openimr.letter.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A page of plain text: UTF-8, lines of at most 80 characters that end in U+000A. */
final class TextPage {
  private static final int WIDTH = 80;

  private final StringBuilder out = new StringBuilder(1 << 13);

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  void section(String heading, List<String> paragraphs) {
    heading(heading);
    paragraphs.forEach(this::paragraph);
  }

  void heading(String words) {
    line(words.toUpperCase(Locale.ROOT));
    line("");
  }

  void field(String name, String value) {
    wrap(name + ": " + value, "  ");
  }

  void paragraph(String text) {
    wrap(text, "");
    line("");
  }

  /** A line from edge to edge. */
  void rule() {
    line("-".repeat(WIDTH));
  }

  /** Breaks at spaces; a word longer than a line keeps its own line. */
  void wrap(String text, String indent) {
    int from = 0;
    String start = "";
    while (text.length() - from + start.length() > WIDTH) {
      int room = from + WIDTH - start.length();
      int cut = text.lastIndexOf(' ', room);
      if (cut <= from + (from == 0 ? indent.length() : 0)) {
        cut = text.indexOf(' ', room);
      }
      if (cut < 0) {
        break;
      }
      line(start + text.substring(from, cut));
      from = cut + 1;
      start = indent;
    }
    line(start + text.substring(from));
  }

  void line(String text) {
    out.append(text).append('\n');
  }
}
