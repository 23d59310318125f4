package org.openimr.documents.internal.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/**
 * Keeps the cells of a page's tables apart. A PDF has no cells, only words at their places: where
 * the gap before a word is wider than any between words of a sentence, and where a line begins
 * below a cell of the lines above, spaces lead to the word's column, so that the cells of a column
 * stand below each other in the text as they do on the page. Gaps that only spread a sentence over
 * the width of its column part nothing. For one page.
 */
final class CellGaps {
  /** So many points across the page are one char of a line. */
  private static final float CHAR = 5;

  /** No gap between words is wider, in parts of the font's size, where lines are not spread. */
  private static final float WORD_GAP = 1.2f;

  /** Nor do words stand so near to each other, but cells that fill their column do. */
  private static final float NARROW_GAP = 0.6f;

  /** Cells of a column begin so near to each other, in points. */
  private static final float SAME_COLUMN = 3;

  /** The gaps of a spread line are all alike but for so many points. */
  private static final float ALIKE = 0.75f;

  /** So many gaps in a row are alike by chance in no table whose columns are not known yet. */
  private static final int SPREAD_GAPS = 3;

  /**
   * A table's line whose first cell is empty begins so far from the edge of the text, in points.
   */
  private static final float INDENT = 20;

  /** No table has more columns, and no printed line many times as many words. */
  private static final int MOST = 100;

  /** Lines stand further apart, in parts of the font's size. */
  private static final float ROW = 0.75f;

  /** A header may be wrapped before the first row. */
  private static final int LINES_BELOW = 2;

  /**
   * A word.
   *
   * @param foot where it stands, in points from the top
   * @param size of its font, in points
   */
  private record Word(String text, float from, float to, float foot, float size) {
    float after(Word before) {
      return from - before.to();
    }

    boolean lettered() {
      return text.codePoints().anyMatch(Character::isLetter);
    }
  }

  /** Where cells of the lines above begin, in points from the left; none after running text. */
  private List<Float> columns = List.of();

  private final List<List<Word>> lines = new ArrayList<>();
  private List<Word> words = new ArrayList<>();

  /**
   * Takes a piece of the line.
   *
   * @param parted whether a space stands before it
   */
  void add(String text, List<TextPosition> letters, boolean parted) {
    TextPosition first = letters.getFirst();
    TextPosition last = letters.getLast();
    float to = last.getXDirAdj() + last.getWidthDirAdj();
    if (parted || words.isEmpty()) {
      words.add(
          new Word(text, first.getXDirAdj(), to, first.getYDirAdj(), first.getFontSizeInPt()));
    } else {
      Word begun = words.removeLast();
      words.add(new Word(begun.text() + text, begun.from(), to, begun.foot(), begun.size()));
    }
  }

  /** Ends the line. */
  void endLine() {
    if (!lines.isEmpty() && !words.isEmpty() && beside(lines.getLast(), words)) {
      lines.getLast().addAll(words);
      lines.getLast().sort(Comparator.comparingDouble(Word::from));
    } else {
      lines.add(words);
    }
    words = new ArrayList<>();
  }

  /** Whether a line is the row of the one above: a cell in the middle of its row stands lower. */
  private static boolean beside(List<Word> above, List<Word> line) {
    if (above.isEmpty() || Math.max(above.size(), line.size()) > MOST) {
      return false;
    }
    float lower = line.getFirst().foot() - above.getFirst().foot();
    // Text that runs another way across the page begins again at its top.
    return lower >= 0
        && lower < ROW * line.getFirst().size()
        && line.stream().allMatch(word -> above.stream().allMatch(other -> apart(word, other)));
  }

  private static boolean apart(Word one, Word other) {
    float gap = WORD_GAP * one.size();
    return one.from() - other.to() > gap || other.from() - one.to() > gap;
  }

  /** What the lines read, each with its end. */
  String text() {
    if (!words.isEmpty()) {
      endLine();
    }
    float edge = edge();
    var text = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isEmpty()) {
        append(text, lines.get(at), below(at), edge);
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Where the text of the page begins, in points from the left. */
  private float edge() {
    return lines.stream().flatMap(List::stream).map(Word::from).min(Float::compare).orElse(0f);
  }

  /** Where words begin, behind wide gaps or lines, in the next lines. */
  private List<Float> below(int line) {
    var places = new ArrayList<Float>();
    lines.stream()
        .skip(line + 1L)
        .filter(words -> !words.isEmpty())
        .limit(LINES_BELOW)
        .forEach(
            next -> {
              for (int at = 0; at < Math.min(next.size(), MOST); at++) {
                if (at == 0 || wide(next, at)) {
                  places.add(next.get(at).from());
                }
              }
            });
    return places;
  }

  private static boolean wide(List<Word> line, int at) {
    return wider(line, at, WORD_GAP);
  }

  private static boolean wider(List<Word> line, int at, float gap) {
    return line.get(at).after(line.get(at - 1)) > gap * line.get(at).size();
  }

  private void append(StringBuilder text, List<Word> line, List<Float> below, float edge) {
    boolean[] opens = cells(line, below);
    var cells = new ArrayList<Float>();
    for (int at = 0; at < line.size(); at++) {
      if (opens[at]) {
        cells.add(line.get(at).from());
      }
    }
    text.append(text(line, opens, indent(line.getFirst(), cells.size() > 1, edge)));
    follow(cells);
  }

  /** Which words open a cell: the first one does. */
  private boolean[] cells(List<Word> line, List<Float> below) {
    boolean[] opens = new boolean[line.size()];
    opens[0] = true;
    for (int at = 1; at < line.size(); at++) {
      boolean column = inColumn(line.get(at).from(), columns);
      opens[at] = wide(line, at) || (column && wider(line, at, NARROW_GAP));
    }
    var known = new ArrayList<>(columns);
    known.addAll(below);
    int from = 1;
    while (from < line.size()) {
      int to = from + 1;
      while (to < line.size() && opens[from] && opens[to] && alike(line, from, to)) {
        to++;
      }
      if (opens[from] && spread(line.subList(from, to), known)) {
        Arrays.fill(opens, from, to, false);
      }
      from = to;
    }
    return opens;
  }

  private static boolean alike(List<Word> line, int one, int other) {
    float gap = line.get(one).after(line.get(one - 1));
    return Math.abs(line.get(other).after(line.get(other - 1)) - gap) <= ALIKE;
  }

  /** Whether gaps that are alike spread a sentence: figures or known columns make a table. */
  private static boolean spread(List<Word> run, List<Float> known) {
    long lettered = run.stream().filter(Word::lettered).count();
    long placed = run.stream().filter(word -> inColumn(word.from(), known)).count();
    return run.size() >= SPREAD_GAPS && lettered * 2 > run.size() && placed * 2 < run.size();
  }

  private static String text(List<Word> words, boolean[] opens, String indent) {
    var line = new StringBuilder(indent);
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      if (at > 0) {
        int column = Math.round(word.from() / CHAR);
        line.repeat(' ', opens[at] ? Math.max(2, column - line.length()) : 1);
      }
      line.append(word.text());
    }
    return line.toString();
  }

  private String indent(Word first, boolean table, float edge) {
    boolean below =
        columns.size() > 1 && inColumn(first.from(), columns.subList(1, columns.size()));
    boolean empty = table && first.from() - edge > INDENT;
    return below || empty ? " ".repeat(Math.round(first.from() / CHAR)) : "";
  }

  /** The columns for the next line. */
  private void follow(List<Float> cells) {
    if (cells.size() > MOST || columns.size() > MOST) {
      columns = List.of();
    } else if (cells.size() > 1) {
      var all = new ArrayList<>(columns);
      cells.stream().filter(cell -> !inColumn(cell, all)).forEach(all::add);
      all.sort(Float::compare);
      columns = all;
    } else if (!inColumn(cells.getFirst(), columns)) {
      columns = List.of();
    }
  }

  private static boolean inColumn(float place, List<Float> columns) {
    return columns.stream().anyMatch(column -> Math.abs(place - column) <= SAME_COLUMN);
  }
}
