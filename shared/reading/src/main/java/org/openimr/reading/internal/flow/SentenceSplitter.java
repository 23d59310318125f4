package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.reading.internal.flow.FlowReader.Mark;

/** Cuts flowing text into sentences; a heading or a label's line is a sentence of its own. */
final class SentenceSplitter {
  private static final int LONGEST_TITLE = 40;

  private final FlowWords words;

  SentenceSplitter(FlowWords words) {
    this.words = words;
  }

  List<Sentence> split(String text, List<Mark> marks) {
    var sentences = new ArrayList<Sentence>();
    int start = 0;
    int mark = 0;
    String heading = "";
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != '\n' && !ends(text, start, i)) {
        continue;
      }
      int to = i == text.length() || text.charAt(i) == '\n' ? i : afterStop(text, i);
      while (mark < marks.size() && marks.get(mark).from() <= start) {
        heading = marks.get(mark++).title();
      }
      if (start < to) {
        String inline = inlineTitle(text, start, to);
        heading = inline.isEmpty() ? heading : inline;
        sentences.add(new Sentence(start, to, heading));
      }
      start = to;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      i = Math.max(i, start - 1);
    }
    return sentences;
  }

  /** "Exam: ..." within a paragraph opens a section as well. */
  private String inlineTitle(String text, int from, int to) {
    int colon = text.indexOf(':', from, Math.min(to, from + LONGEST_TITLE));
    if (colon < 0) {
      return "";
    }
    String title = text.substring(from, colon).toLowerCase(Locale.ROOT);
    return words.headings().contains(title) ? title : "";
  }

  private static int afterStop(String text, int at) {
    int to = at + 1;
    while (to < text.length() && "\")'\u201d\u2019".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  private boolean ends(String text, int start, int at) {
    char c = text.charAt(at);
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int next = afterStop(text, at);
    if (next + 1 >= text.length() || text.charAt(next) != ' ' || !opens(text.charAt(next + 1))) {
      return false;
    }
    return c != '.' || !abbreviates(text, start, at);
  }

  private static boolean opens(char c) {
    return Character.isUpperCase(c) || Character.isDigit(c) || "(\"'\u201c#".indexOf(c) >= 0;
  }

  /** A number stands before a place, and a word begins behind the full stop. */
  private static boolean counted(String text, int start, int from) {
    return from - 2 >= start && Character.isDigit(text.charAt(from - 2));
  }

  private boolean abbreviates(String text, int start, int stop) {
    int from = stop;
    while (from > start && !Character.isWhitespace(text.charAt(from - 1)) && stop - from < 16) {
      from--;
    }
    String word = text.substring(from, stop);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean number = from == start && word.chars().allMatch(Character::isDigit);
    String bare = word.startsWith("(") ? word.substring(1) : word;
    boolean unit =
        words.units().contains(bare.toLowerCase(Locale.ROOT)) && counted(text, start, from);
    return initial
        || number
        || (!unit && words.abbreviations().contains(bare.toLowerCase(Locale.ROOT)));
  }
}
