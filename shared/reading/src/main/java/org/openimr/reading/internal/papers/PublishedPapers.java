package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

/** Recognises and reads published determinations of every layout. Immutable, safe for threads. */
public final class PublishedPapers {
  /** Letterhead and heading of a paper take no more lines than this. */
  private static final int HEADING_LINES = 5;

  private static final int TOP_LINES = 12;

  private final List<Pattern> furniture;
  private final PublishedLetter letter;
  private final NoticeLetter notice;
  private final PaperHeadings headings;

  /** A reader with the cues of this package. */
  public PublishedPapers() {
    Cues cues = Cues.load("published.cues");
    furniture = cues.section("furniture").stream().map(Pattern::compile).toList();
    letter = new PublishedLetter(cues);
    notice = new NoticeLetter(cues);
    headings = new PaperHeadings(Cues.load("papers.cues"), Cues.load("kinds.cues"));
  }

  /**
   * The determination that a text is; empty where it has not the headings of one, or is a case file
   * with a determination among its papers.
   */
  public Optional<Outcome<PublishedDetermination>> read(String text) {
    if (!headed(text) || amongOthers(text)) {
      return Optional.empty();
    }
    List<LetterLine> lines = LetterLine.of(text, furniture);
    return letter.read(text, lines).or(() -> notice.read(text, lines));
  }

  /** Whether a heading stands in a text that every letter has; most case files have none. */
  private boolean headed(String text) {
    return TextLine.of(text, 0, text.length())
        .anyMatch(line -> letter.heads(line.text()) || notice.heads(line.text()));
  }

  /** Whether a page begins with the heading of another paper and labels below it. */
  private boolean amongOthers(String text) {
    for (int page = 0; page >= 0; page = text.indexOf('\f', page) + 1) {
      List<String> top = top(text, page);
      // Labels are rarer than lines that might be headings, and cheaper to look for.
      if (top.stream().anyMatch(headings::label) && headsOther(top)) {
        return true;
      }
      if (text.indexOf('\f', page) < 0) {
        return false;
      }
    }
    return false;
  }

  private boolean headsOther(List<String> top) {
    return top.stream()
        .limit(HEADING_LINES)
        .flatMap(line -> headings.type(line).stream())
        .anyMatch(type -> type != DocumentType.DETERMINATION);
  }

  private static List<String> top(String text, int page) {
    var lines = new ArrayList<String>();
    int from = page;
    while (lines.size() < TOP_LINES && from < text.length()) {
      int end = from;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\f') {
        end++;
      }
      lines.add(text.substring(from, end).strip());
      from = end < text.length() && text.charAt(end) == '\f' ? text.length() : end + 1;
    }
    return lines;
  }
}
