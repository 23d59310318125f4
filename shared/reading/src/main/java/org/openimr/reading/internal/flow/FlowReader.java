package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.AnchoredText;
import org.openimr.reading.internal.flow.TextLine.Kind;

/** Makes a document's text flow and cuts it into sentences. Immutable, safe for threads. */
public final class FlowReader {
  /**
   * A text that flows, with its sentences.
   *
   * @param text as it reads
   * @param sentences in order
   */
  public record Flow(FlowText text, List<Sentence> sentences) {}

  /** A title and the place in the flowing text from which it holds. */
  record Mark(int from, String title) {}

  /** Beyond this a line is a paragraph of its own and says nothing of how wide lines are. */
  private static final int WIDEST_LINE = 120;

  private final FlowWords words;
  private final Shorthand shorthand;
  private final LineReader lines;
  private final SentenceSplitter splitter;
  private final PageFurniture furniture = new PageFurniture();
  private final DrugTable tables = new DrugTable();

  /** A reader that knows these words and writes nothing out. */
  public FlowReader(FlowWords words) {
    this(words, Shorthand.none());
  }

  /** A reader that knows these words and writes these short forms out. */
  public FlowReader(FlowWords words, Shorthand shorthand) {
    this.words = words;
    this.shorthand = shorthand;
    this.lines = new LineReader(words);
    this.splitter = new SentenceSplitter(words);
  }

  /** The text of a document, flowing. */
  public Flow read(AnchoredText original) {
    String text = original.text();
    var edges = PageEdges.of(text, furniture);
    List<TextLine> printed =
        lines.read(text).stream()
            .filter(l -> l.kind() != Kind.PAGE_MARK && !edges.has(l.from()))
            .toList();
    var marks = new ArrayList<Mark>();
    var joined = new Joined(text.length());
    var layout = Layout.of(printed, text);
    Map<Integer, DrugTable.Row> rows = tables.rows(text, printed);
    boolean inTable = false;
    for (int i = 0; i < printed.size(); i++) {
      TextLine line = printed.get(i);
      DrugTable.Row row = rows.get(i);
      if (i > 0) {
        boolean ends = inTable || row != null || layout.ends(printed.get(i - 1), line, text);
        joined.add(ends ? '\n' : ' ', line.from() - 1);
      }
      inTable = row != null;
      if (row != null) {
        append(joined, text, row);
        i = row.end() - 1;
        continue;
      }
      if (!line.title().isEmpty()) {
        marks.add(new Mark(joined.length(), line.title()));
      }
      append(joined, text, line.from(), line.to());
    }
    FlowText flow = joined.flow(original);
    return new Flow(flow, splitter.split(flow.text(), marks));
  }

  /** Cells one after another; a name that is parted at a cell's edge keeps its hyphen or stroke. */
  private void append(Joined joined, String text, DrugTable.Row row) {
    int from = joined.length();
    for (DrugTable.Cell cell : row.cells()) {
      if (joined.length() > from && joined.last() != '-' && joined.last() != '/') {
        joined.add(' ', cell.from());
      }
      append(joined, text, cell.from(), cell.to());
    }
  }

  private void append(Joined joined, String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (LineReader.space(c)) {
        if (joined.last() != ' ') {
          joined.add(' ', at);
        }
      } else {
        if (joined.endsInHyphen() && Character.isLetterOrDigit(c)) {
          mendHyphen(joined, text, at);
        }
        char before = at > from ? text.charAt(at - 1) : ' ';
        Optional<Shorthand.Found> written =
            shorthand.at(text, at, to, before, joined.endsInNumber());
        if (written.isPresent()) {
          joined.add(written.get(), text, at);
          at = written.get().end() - 1;
        } else {
          joined.add(c, at);
        }
      }
    }
  }

  /** "para- spinals" is one word; "two- and three-level" is two; "C4- C7" keeps its hyphen. */
  private void mendHyphen(Joined joined, String text, int at) {
    char c = text.charAt(at);
    if (Character.isLowerCase(c) && joined.lowerBeforeHyphen()) {
      String next = wordAt(text, at);
      if (!List.of("and", "or", "to", "nor").contains(next)) {
        joined.cut(words.hyphenKept().contains(joined.wordBeforeHyphen()) ? 1 : 2);
      }
    } else if (Character.isDigit(c)
        || (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
      joined.cut(1);
    }
  }

  private static String wordAt(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < 5 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /** How the lines of a document are set. */
  private record Layout(boolean doubleSpaced, int width) {
    static Layout of(List<TextLine> lines, String text) {
      long spaced = lines.stream().filter(l -> l.blanksBefore() > 0).count();
      int width = lines.stream().mapToInt(line -> words(line, text)).max().orElse(0);
      return new Layout(spaced * 2 > lines.size(), Math.min(width, WIDEST_LINE));
    }

    /** The length of a line's words: what parts the cells of a table tells nothing of prose. */
    private static int words(TextLine line, String text) {
      int length = line.length();
      for (int at = line.from() + 1; at < line.to(); at++) {
        if (text.charAt(at) == ' ' && text.charAt(at - 1) == ' ') {
          length--;
        }
      }
      return length;
    }

    boolean ends(TextLine before, TextLine line, String text) {
      if (before.kind() == Kind.HEADING
          || line.kind() == Kind.HEADING
          || line.kind() == Kind.LABEL) {
        return true;
      }
      if (newRow(before, line, text)) {
        return true;
      }
      char first = text.charAt(line.from());
      char last = text.charAt(before.to() - 1);
      boolean goesOn = Character.isLowerCase(first) && ".!?".indexOf(last) < 0;
      if (goesOn || last == '-') {
        return false;
      }
      boolean paragraph = line.blanksBefore() > 0 && !doubleSpaced && !turns(before, line, text);
      if (line.kind() == Kind.LIST_ITEM) {
        // "from 52 to", "38. She ...": the number of a sentence broken over lines lists nothing.
        boolean told = before.kind() != Kind.PROSE || ".!?:;".indexOf(last) >= 0;
        return paragraph || told || stopsShort(before, line, text);
      }
      return paragraph || (Character.isUpperCase(first) && stopsShort(before, line, text));
    }

    /**
     * The rows of a table state what they state each for itself, and not with what surrounds it.
     */
    private static boolean newRow(TextLine before, TextLine line, String text) {
      char first = text.charAt(line.from());
      boolean after = parted(before, text);
      boolean row = parted(line, text);
      return (after || row)
          && (Character.isUpperCase(first) || (after && row && Character.isDigit(first)));
    }

    /** Whether a line has cells: no typist sets two words of a sentence so far apart. */
    private static boolean parted(TextLine line, String text) {
      return text.indexOf("   ", line.from(), line.to()) >= 0
          || text.indexOf('\t', line.from(), line.to()) >= 0;
    }

    /** A page ends between the lines: what is blank there parts no paragraphs. */
    private static boolean turns(TextLine before, TextLine line, String text) {
      return text.indexOf('\f', before.to(), line.from()) >= 0;
    }

    /** The next word would have stood on the line before, had the statement gone on. */
    private boolean stopsShort(TextLine before, TextLine line, String text) {
      int word = 0;
      while (word < line.length() && text.charAt(line.from() + word) != ' ') {
        word++;
      }
      return (before.length() + 1 + word) * 10 <= width * 7;
    }
  }

  /** A text that grows, with its way back. */
  private static final class Joined {
    private final StringBuilder text;
    private final Origins origins = new Origins();

    Joined(int size) {
      text = new StringBuilder(size);
    }

    void add(char c, int from) {
      origins.add(from);
      text.append(c);
    }

    /** A short form written out; all of it stands where the short form stood. */
    void add(Shorthand.Found found, String original, int at) {
      boolean opens = opens() && Character.isUpperCase(original.charAt(at));
      for (int i = 0; i < found.meaning().length(); i++) {
        char c = found.meaning().charAt(i);
        boolean end = i == found.meaning().length() - 1;
        add(opens && i == 0 ? Character.toUpperCase(c) : c, end ? found.end() - 1 : at);
      }
    }

    private boolean opens() {
      int at = text.length() - 1;
      while (at >= 0 && text.charAt(at) == ' ') {
        at--;
      }
      return at < 0 || ".!?\n".indexOf(text.charAt(at)) >= 0;
    }

    /** "6 ", "6-". */
    boolean endsInNumber() {
      int at = text.length();
      return at >= 2
          && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '-')
          && Character.isDigit(text.charAt(at - 2));
    }

    int length() {
      return text.length();
    }

    char last() {
      return text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
    }

    void cut(int chars) {
      int hyphen = text.length() - 2;
      int from = origins.of(hyphen);
      text.setLength(hyphen);
      origins.cut(hyphen);
      if (chars == 1) {
        add('-', from);
      }
    }

    boolean endsInHyphen() {
      int at = text.length();
      return at >= 3
          && text.charAt(at - 1) == ' '
          && text.charAt(at - 2) == '-'
          && Character.isLetterOrDigit(text.charAt(at - 3));
    }

    boolean lowerBeforeHyphen() {
      return Character.isLowerCase(text.charAt(text.length() - 3));
    }

    String wordBeforeHyphen() {
      int to = text.length() - 2;
      int from = to;
      while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
        from--;
      }
      return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    FlowText flow(AnchoredText original) {
      return new FlowText(text.toString(), origins, original);
    }
  }
}
