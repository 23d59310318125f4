package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;
import org.openimr.reading.internal.flow.PageFurniture.Mark;
import org.openimr.reading.internal.papers.PaperKinds.Kind;
import org.openimr.reading.internal.papers.PaperKinds.Strength;
import org.openimr.reading.internal.papers.PaperKinds.Title;

/** Tells whether a page begins a paper, by what speaks for it and against it. Immutable. */
final class BeginFinder {
  /** The lines that tell whether a page begins a paper. */
  private static final int TOP_LINES = 14;

  /** Letterhead and running head take no more. */
  private static final int HEAD_LINES = 4;

  /** So many lines of a note from its letterhead on tell its day. */
  private static final int NOTE_LINES = 5;

  /** A title further down may be a section's. */
  private static final int TITLE_LINES = 9;

  private static final int ENOUGH = 5;

  /** A signature stands within the last lines. */
  private static final int LAST_LINES = 3;

  /** So much must speak for a kind that no title names. */
  private static final int KIND = 4;

  private final PaperHeadings headings;
  private final PaperKinds kinds;
  private final PaperCovers covers;
  private final PaperDates dates;
  private final List<Pattern> salutations;
  private final List<Pattern> letterheads;
  private final List<Pattern> identity;
  private final List<Pattern> ended;
  private final List<Pattern> goesOn;

  BeginFinder(Cues cues, PaperHeadings headings, PaperKinds kinds, PaperDates dates) {
    this.headings = headings;
    this.kinds = kinds;
    this.dates = dates;
    this.covers = new PaperCovers(cues);
    this.salutations = patterns(cues, "salutation");
    this.letterheads = patterns(cues, "letterhead-name");
    this.identity = patterns(cues, "identity");
    this.ended = patterns(cues, "ended");
    this.goesOn = patterns(cues, "goes-on");
  }

  private static List<Pattern> patterns(Cues cues, String section) {
    return cues.section(section).stream().map(Pattern::compile).toList();
  }

  /**
   * What begins with a page.
   *
   * @param open the paper before it, if there is one
   */
  Optional<PaperBegin> of(Page page, Optional<OpenPaper> open) {
    if (covers.is(page)) {
      return Optional.of(cover(page));
    }
    Optional<Title> title = kinds.title(page);
    if (open.isEmpty() || open.get().begin().cover()) {
      return Optional.of(begin(page, title));
    }
    return goesOn(page, open.get(), title) || evidence(page, open.get(), title) < ENOUGH
        ? Optional.empty()
        : Optional.of(begin(page, title));
  }

  private PaperBegin cover(Page page) {
    DocumentType type = DocumentType.CORRESPONDENCE;
    return new PaperBegin(type, page.start(), "", dates.top(type, page.lines()), true);
  }

  private PaperBegin begin(Page page, Optional<Title> title) {
    Optional<Kind> kind = kinds.kind(page, title);
    DocumentType type =
        kind.filter(
                k ->
                    title.filter(t -> t.strength() != Strength.WORDS).isPresent()
                        || k.weight() >= KIND)
            .map(Kind::type)
            .orElse(letter(page) ? DocumentType.CORRESPONDENCE : DocumentType.OTHER);
    String likeness = title.map(Title::likeness).orElse("");
    return new PaperBegin(type, page.start(), likeness, dates.top(type, page.lines()), false);
  }

  /** Whether a page says itself that it goes on with the paper before it. */
  private boolean goesOn(Page page, OpenPaper open, Optional<Title> title) {
    if (page.counts(1)) {
      return false;
    }
    boolean next = page.mark().filter(m -> m.number() == open.pages() + 1).isPresent();
    boolean other = title.filter(t -> t.settles() && other(t, open)).isPresent();
    if (page.mark().filter(Mark::certain).filter(m -> m.number() > 1).isPresent()) {
      return next || !other;
    }
    TextLine last = open.last().lines().getLast();
    return (next && !other)
        || any(goesOn, last.text())
        || page.top(TOP_LINES).stream().anyMatch(l -> headings.continues(l.text()))
        || repeats(page, open, title);
  }

  /** A running head repeats the title on every page. */
  private boolean repeats(Page page, OpenPaper open, Optional<Title> title) {
    PaperBegin begin = open.begin();
    boolean alike =
        title
            .filter(
                t ->
                    t.likeness().equals(begin.title())
                        || (!t.settles() && t.types().contains(begin.type())))
            .isPresent();
    if (!alike) {
      return false;
    }
    Optional<LocalDate> date = dates.top(begin.type(), page.top(TOP_LINES));
    return date.isEmpty() || date.equals(begin.date());
  }

  private int evidence(Page page, OpenPaper open, Optional<Title> title) {
    int evidence = title.map(BeginFinder::evidence).orElse(0) + letterEvidence(page);
    evidence += page.counts(1) ? ENOUGH : 0;
    evidence += (int) Math.min(3, labels(page));
    evidence += goesOnInSentence(page) ? -4 : 0;
    evidence += headEvidence(page, open, title);
    evidence += endEvidence(open.last());
    boolean close = evidence >= ENOUGH - 2 && evidence < ENOUGH;
    return close && otherKind(page, open) ? evidence + 2 : evidence;
  }

  private static int evidence(Title title) {
    int weight =
        switch (title.strength()) {
          case SETTLES -> ENOUGH;
          case SHARED -> 4;
          case WORDS -> 3;
        };
    return title.line() >= TITLE_LINES ? weight - 2 : weight;
  }

  /** A letterhead speaks for a new paper, a running head against one. */
  private int headEvidence(Page page, OpenPaper open, Optional<Title> title) {
    String first = page.lines().getFirst().text();
    Optional<LocalDate> date = dates.top(open.begin().type(), page.top(TOP_LINES));
    boolean otherDate = date.isPresent() && !date.equals(open.begin().date());
    int dated = otherDate ? 2 : 0;
    if (open.opensWith(first)) {
      boolean otherTitle = title.filter(t -> !open.head(t.likeness())).isPresent();
      return otherDay(page, open) ? ENOUGH : otherTitle ? 2 + dated : otherDate ? dated : -3;
    }
    // All papers of a clinic name the patient alike: another title outweighs that.
    boolean titled = title.filter(t -> other(t, open)).isPresent();
    if (!titled && page.top(HEAD_LINES).stream().anyMatch(l -> open.head(l.text()))) {
      return dated - 3 + (dated > 0 ? 1 : 0);
    }
    return dated + (letterhead(page) ? 2 : PaperKinds.titled(first) ? 1 : 0);
  }

  /** A note below the same letterhead whose first lines name another day is another note. */
  private boolean otherDay(Page page, OpenPaper open) {
    Optional<LocalDate> day = dates.top(open.begin().type(), page.top(NOTE_LINES));
    return day.isPresent() && open.begin().date().isPresent() && !day.equals(open.begin().date());
  }

  private static boolean other(Title title, OpenPaper open) {
    return title.strength() != Strength.WORDS
        && title.line() < HEAD_LINES
        && !title.types().contains(open.begin().type());
  }

  /** How the page before ends. */
  private int endEvidence(Page last) {
    if (last.mark().filter(Mark::last).isPresent()) {
      return 3;
    }
    List<TextLine> lines = last.lines();
    List<TextLine> bottom = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return bottom.stream().anyMatch(l -> any(ended, l.text())) ? 2 : 0;
  }

  private boolean otherKind(Page page, OpenPaper open) {
    return kinds
        .kind(page, Optional.empty())
        .filter(k -> k.weight() > KIND && k.type() != open.begin().type())
        .isPresent();
  }

  private int letterEvidence(Page page) {
    List<TextLine> top = page.top(TOP_LINES);
    int evidence = dates.alone(top).isPresent() ? 1 : 0;
    // A running head has "Re:" and a name as well, but nothing above it.
    long salutation = top.stream().skip(2).filter(l -> any(salutations, l.text())).count();
    return evidence + (int) Math.min(3, 2 * salutation);
  }

  private boolean letter(Page page) {
    return letterEvidence(page) >= 3;
  }

  private boolean letterhead(Page page) {
    return page.top(2).stream()
        .map(TextLine::text)
        .anyMatch(l -> !PaperKinds.sentence(l) && any(letterheads, l));
  }

  private long labels(Page page) {
    return page.top(TOP_LINES).stream()
        .filter(l -> headings.label(l.text()) || any(identity, l.text()))
        .count();
  }

  /** The first line goes on with a sentence or a list of the page before. */
  private static boolean goesOnInSentence(Page page) {
    String first = page.lines().getFirst().text();
    char c = first.charAt(0);
    boolean number = Character.isDigit(c) && !first.startsWith("1") && first.indexOf(". ") == 1;
    boolean numbers = first.length() > 3 && Character.isDigit(c) && first.indexOf(". ") == 2;
    return Character.isLowerCase(c) || number || numbers;
  }

  private static boolean any(List<Pattern> forms, String line) {
    return forms.stream().anyMatch(form -> form.matcher(line).find());
  }
}
