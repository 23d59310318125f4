package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.openimr.casefile.DocumentType;
import org.openimr.reading.internal.flow.PageFurniture;

/** Finds where each paper of a file begins, by headings, layout and page ends. Immutable. */
final class PaperSplitter {
  /** How many printed lines below a heading within a page a label must stand. */
  private static final int LABEL_LINES = 6;

  /** How many printed lines at the top of a page may hold letterhead before the heading. */
  private static final int TOP_LINES = 8;

  /** So many lines of a paper that begins within a page tell its date. */
  private static final int DATE_LINES = 14;

  /** So many lines of a note below the letterhead of the one before it tell its day. */
  private static final int NOTE_LINES = 5;

  /** Shorter pages may be alike without being copies. */
  private static final int COPY = 60;

  private final PaperHeadings headings;
  private final PaperDates dates;
  private final BeginFinder finder;
  private final PageReader reader = new PageReader(new PageFurniture());

  PaperSplitter(Cues cues, Cues kinds) {
    headings = new PaperHeadings(cues, kinds);
    dates = new PaperDates(cues);
    finder = new BeginFinder(cues, headings, new PaperKinds(kinds, headings), dates);
  }

  /**
   * The papers of a text in order. Blank pages before and behind papers belong to none.
   *
   * @param unreadable numbers of pages without readable text: they stay with the paper before them
   */
  List<Paper> split(String text, SortedSet<Integer> unreadable) {
    List<Sheet> pages = reader.sheets(text);
    List<PaperBegin> begins = begins(text, PageCount.own(pages));
    var papers = new ArrayList<Paper>();
    for (int i = 0; i < begins.size(); i++) {
      PaperBegin begin = begins.get(i);
      int start = i == 0 ? Math.min(begin.start(), first(pages, unreadable)) : begin.start();
      int end = i + 1 < begins.size() ? begins.get(i + 1).start() : text.length();
      papers.add(
          new Paper(begin.type(), start, trimmed(pages, start, end, unreadable), begin.cover()));
    }
    return List.copyOf(papers);
  }

  /** Where the first page begins that holds something or cannot be read. */
  private static int first(List<Sheet> pages, SortedSet<Integer> unreadable) {
    return pages.stream()
        .filter(page -> !page.blank() || unreadable.contains(page.number()))
        .mapToInt(Sheet::start)
        .findFirst()
        .orElse(0);
  }

  /** The end of a paper without the blank pages behind it. */
  private static int trimmed(List<Sheet> pages, int start, int end, SortedSet<Integer> unreadable) {
    int at = pageAt(pages, end);
    boolean within = at < pages.size() && pages.get(at).start() < end;
    int last = within ? at : at - 1;
    int to = within ? end : pages.get(last).end();
    while (pages.get(last).start() > start
        && pages.get(last).blank()
        && !unreadable.contains(pages.get(last).number())) {
      to = pages.get(--last).end();
    }
    return to;
  }

  /** The page that an offset falls into; the next one where it stands at a page's start. */
  private static int pageAt(List<Sheet> pages, int offset) {
    int low = 0;
    int high = pages.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (pages.get(middle).end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<PaperBegin> begins(String text, List<Sheet> pages) {
    var begins = new ArrayList<PaperBegin>();
    Map<String, Optional<PaperBegin>> seen = new HashMap<>();
    Optional<OpenPaper> open = Optional.empty();
    for (Sheet sheet : pages) {
      if (sheet.blank()) {
        continue;
      }
      Page page = reader.page(text, sheet);
      String digest = Likeness.digest(page.likeness());
      Optional<PaperBegin> top = top(page, open, seen.getOrDefault(digest, Optional.empty()));
      if (page.likeness().length() >= COPY) {
        seen.putIfAbsent(digest, top);
      }
      top.ifPresent(begins::add);
      open = top.map(b -> OpenPaper.of(b, page)).or(withPage(open, page));
      open = Optional.of(within(page, open.orElseThrow(), begins));
    }
    return begins;
  }

  private static Supplier<Optional<OpenPaper>> withPage(Optional<OpenPaper> open, Page page) {
    return () -> open.map(o -> o.with(page));
  }

  /** A copy of an earlier page is what that one was. */
  private Optional<PaperBegin> top(
      Page page, Optional<OpenPaper> open, Optional<PaperBegin> copied) {
    return copied
        .map(c -> new PaperBegin(c.type(), page.start(), c.title(), c.date(), c.cover()))
        .or(() -> finder.of(page, open));
  }

  /** Adds the papers that begin within a page. The last of them, else the one before, is open. */
  private OpenPaper within(Page page, OpenPaper before, List<PaperBegin> begins) {
    OpenPaper open = before;
    List<TextLine> lines = page.lines();
    int next = before.begin().start() == page.start() ? TOP_LINES : 0;
    for (int i = 0; i < lines.size(); i++) {
      PaperBegin last = open.begin();
      Optional<PaperBegin> begin =
          letterhead(page, i, open)
              .or(i < next ? Optional::empty : headed(lines, i, last))
              .filter(b -> b.start() > last.start());
      if (begin.isPresent()) {
        begins.add(begin.get());
        open = OpenPaper.of(begin.get(), from(page, i));
        next = i + LABEL_LINES;
      }
    }
    return open;
  }

  /** A paper with the letterhead of the one before it, on the same sheet, of another day. */
  private Optional<PaperBegin> letterhead(Page page, int at, OpenPaper open) {
    if (at == 0 || !open.opensWith(page.lines().get(at).text())) {
      return Optional.empty();
    }
    PaperBegin last = open.begin();
    List<TextLine> lines = page.lines().subList(at, Math.min(at + NOTE_LINES, page.lines().size()));
    Optional<LocalDate> date = dates.top(last.type(), lines);
    boolean other = date.isPresent() && !date.equals(last.date());
    int start = lines.getFirst().start();
    return other
        ? Optional.of(new PaperBegin(last.type(), start, last.title(), date, false))
        : Optional.empty();
  }

  private static Page from(Page page, int line) {
    List<TextLine> lines = page.lines().subList(line, page.lines().size());
    int start = lines.getFirst().start();
    return new Page(start, lines, page.mark(), page.likeness());
  }

  /** A paper with a heading of its own: a label must follow, for lists name papers too. */
  private Supplier<Optional<PaperBegin>> headed(List<TextLine> lines, int at, PaperBegin before) {
    return () -> within(lines, at, before);
  }

  private Optional<PaperBegin> within(List<TextLine> lines, int at, PaperBegin before) {
    String heading = lines.get(at).text();
    Optional<DocumentType> type = headings.type(heading);
    if (type.isEmpty() || headings.continues(heading) || !labelled(lines, at)) {
      return Optional.empty();
    }
    int line = at;
    while (line > 0 && headings.letterhead(lines.get(line - 1).text())) {
      line--;
    }
    int to = Math.min(lines.size(), at + DATE_LINES);
    Optional<LocalDate> date = dates.top(type.get(), lines.subList(at, to));
    boolean same = before.type() == type.get() && (date.isEmpty() || date.equals(before.date()));
    int start = lines.get(line).start();
    return same
        ? Optional.empty()
        : Optional.of(new PaperBegin(type.get(), start, Likeness.of(heading), date, false));
  }

  private boolean labelled(List<TextLine> lines, int at) {
    int last = Math.min(lines.size(), at + 1 + LABEL_LINES);
    for (TextLine line : lines.subList(at + 1, last)) {
      if (headings.label(line.text())) {
        return true;
      }
      if (namesOther(lines.get(at), line)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the next line names a paper of another kind: then both stand in a list. */
  private boolean namesOther(TextLine heading, TextLine next) {
    Optional<DocumentType> type = headings.type(next.text());
    return type.isPresent() && !type.equals(headings.type(heading.text()));
  }
}
