package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/** Finds where each paper of a file begins, by headings and page ends. Immutable. */
final class PaperSplitter {
  /** How many printed lines at the top of a page may hold letterhead before the heading. */
  private static final int TOP_LINES = 8;

  /** How many printed lines below a heading within a page a label must stand. */
  private static final int LABEL_LINES = 6;

  private record Begin(DocumentType type, int line) {}

  private final PaperHeadings headings;
  private final PaperDates dates;

  PaperSplitter(PaperHeadings headings, PaperDates dates) {
    this.headings = headings;
    this.dates = dates;
  }

  /** The papers of a text in order; text before the first heading is a paper of its own. */
  List<Paper> split(String text) {
    List<TextLine> lines = TextLine.of(text);
    List<Begin> begins = begins(lines);
    var papers = new ArrayList<Paper>();
    int first = begins.isEmpty() ? text.length() : lines.get(begins.getFirst().line()).start();
    add(papers, text, DocumentType.OTHER, 0, first);
    for (int i = 0; i < begins.size(); i++) {
      Begin begin = begins.get(i);
      boolean last = i + 1 == begins.size();
      int end = last ? text.length() : lines.get(begins.get(i + 1).line()).start();
      add(papers, text, begin.type(), lines.get(begin.line()).start(), end);
    }
    return joined(papers, text);
  }

  /** A running head repeats the heading on every page: papers of one kind and date are one. */
  private List<Paper> joined(List<Paper> papers, String text) {
    var joined = new ArrayList<Paper>();
    Optional<LocalDate> before = Optional.empty();
    for (Paper paper : papers) {
      Optional<LocalDate> date = date(paper, text);
      boolean same =
          !joined.isEmpty()
              && joined.getLast().type() == paper.type()
              && (date.isEmpty() || date.equals(before));
      int start = same ? joined.removeLast().start() : paper.start();
      joined.add(new Paper(paper.type(), start, paper.end()));
      before = same ? before : date;
    }
    return List.copyOf(joined);
  }

  private Optional<LocalDate> date(Paper paper, String text) {
    return dates.of(paper.type(), TextLine.of(text.substring(paper.start(), paper.end())));
  }

  private static void add(List<Paper> papers, String text, DocumentType type, int start, int end) {
    int to = end > start && text.charAt(end - 1) == '\f' ? end - 1 : end;
    if (!text.substring(start, to).isBlank()) {
      papers.add(new Paper(type, start, to));
    }
  }

  private List<Begin> begins(List<TextLine> lines) {
    var begins = new ArrayList<Begin>();
    int next = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).opensPage()) {
        Optional<Begin> top = atTop(lines, i);
        next = top.isPresent() || continuation(lines, i) ? below(lines, i) : i;
        top.ifPresent(begins::add);
      }
      if (i >= next && !lines.get(i).blank()) {
        Optional<Begin> within = within(lines, i, begins);
        within.ifPresent(begins::add);
        next = within.isPresent() ? i + LABEL_LINES : next;
      }
    }
    return begins;
  }

  /** A paper that begins with a page: its heading stands within the letterhead's reach. */
  private Optional<Begin> atTop(List<TextLine> lines, int page) {
    if (continuation(lines, page)) {
      return Optional.empty();
    }
    for (TextLine line : lines.subList(page, below(lines, page))) {
      Optional<DocumentType> type = headings.type(line.text());
      // A sentence above a heading is the end of the paper before, not letterhead.
      if (type.isPresent() || line.text().endsWith(".")) {
        return type.map(t -> new Begin(t, page));
      }
    }
    return Optional.empty();
  }

  private boolean continuation(List<TextLine> lines, int page) {
    return page > 0
        && lines.subList(page, below(lines, page)).stream()
            .anyMatch(line -> headings.continues(line.text()));
  }

  /** The line below the top of a page. */
  private static int below(List<TextLine> lines, int page) {
    int printed = 0;
    int at = page;
    while (at < lines.size() && printed < TOP_LINES && (at == page || !lines.get(at).opensPage())) {
      printed += lines.get(at++).blank() ? 0 : 1;
    }
    return at;
  }

  /** A paper that begins within a page: a label must follow, for lists name papers too. */
  private Optional<Begin> within(List<TextLine> lines, int at, List<Begin> begins) {
    Optional<DocumentType> type = headings.type(lines.get(at).text());
    if (type.isEmpty() || headings.continues(lines.get(at).text()) || !labelled(lines, at)) {
      return Optional.empty();
    }
    int line = at;
    while (line > 0 && headings.letterhead(lines.get(line - 1).text())) {
      line--;
    }
    int start = line;
    boolean repeated = !begins.isEmpty() && begins.getLast().line() >= start;
    return repeated ? Optional.empty() : type.map(t -> new Begin(t, start));
  }

  private boolean labelled(List<TextLine> lines, int at) {
    int printed = 0;
    for (int i = at + 1; i < lines.size() && printed < LABEL_LINES; i++) {
      TextLine line = lines.get(i);
      if (headings.label(line.text())) {
        return true;
      }
      if (line.opensPage() || namesOther(lines.get(at), line)) {
        return false;
      }
      printed += line.blank() ? 0 : 1;
    }
    return false;
  }

  /** Whether the next line names a paper of another kind: then both stand in a list. */
  private boolean namesOther(TextLine heading, TextLine next) {
    Optional<DocumentType> type = headings.type(next.text());
    return type.isPresent() && !type.equals(headings.type(heading.text()));
  }
}
