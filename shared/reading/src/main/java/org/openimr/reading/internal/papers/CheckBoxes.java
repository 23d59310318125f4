package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Boxes on a form, each before its word, as a form's text has them. */
final class CheckBoxes {
  private static final Pattern BOX =
      Pattern.compile("\\[ *[xX\u2713\u2714]? *\\]|\\( *[xX\u2713\u2714]? *\\)|[\u2610-\u2612]");
  private static final char EMPTY = '\u2610';

  private CheckBoxes() {}

  /** The words behind the first box that is checked; all of a text without boxes; else nothing. */
  static String checked(String text) {
    Matcher box = BOX.matcher(text);
    boolean any = false;
    while (box.find()) {
      any = true;
      if (marked(box)) {
        int from = box.end();
        int to = box.find() ? box.start() : text.length();
        return text.substring(from, to).strip();
      }
    }
    return any ? "" : text;
  }

  private static boolean marked(Matcher box) {
    String inside = box.group().replaceAll("[\\[\\]() ]", "");
    return !inside.isEmpty() && inside.charAt(0) != EMPTY;
  }
}
