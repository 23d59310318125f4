package org.openimr.reading.internal.facts;

/** Tells what a printed form left open: a box without a tick, a line without a word. */
final class FormBlanks {
  private static final String EMPTY_BOX = "[ ]";
  private static final String LINE = "__";

  /** How far after a label the line stands that waits for a word. */
  private static final int TO_LINE = 4;

  private FormBlanks() {}

  /** A sentence in which what stands beside empty boxes is blotted out, char for char. */
  static String filled(String sentence) {
    int box = sentence.indexOf(EMPTY_BOX);
    if (box < 0) {
      return sentence;
    }
    if (sentence.indexOf("[x]") < 0) {
      return " ".repeat(sentence.length());
    }
    var filled = new StringBuilder(sentence);
    while (box >= 0) {
      int next = sentence.indexOf('[', box + 1);
      int end = next < 0 ? sentence.length() : next;
      for (int at = box; at < end; at++) {
        filled.setCharAt(at, ' ');
      }
      box = sentence.indexOf(EMPTY_BOX, end);
    }
    return filled.toString();
  }

  /** Whether a line waits for a word after what ends here. */
  static boolean open(String sentence, int end) {
    int line = sentence.indexOf(LINE, end);
    return line >= 0 && line - end <= TO_LINE;
  }
}
