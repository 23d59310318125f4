package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.util.List;

/** Recognises sheets that only introduce or part papers: fax covers, barcode sheets. Immutable. */
final class PaperCovers {
  /** A sheet with more lines carries content of its own. */
  private static final int MOST_LINES = 32;

  private static final int TITLE_LINES = 6;
  private static final int TITLE = 3;
  private static final int ENOUGH = 5;

  private record Word(int weight, Pattern form) {}

  private final List<Pattern> titles;
  private final List<Word> words;

  PaperCovers(Cues cues) {
    titles = cues.section("cover-title").stream().map(Pattern::compile).toList();
    words = cues.section("cover").stream().map(PaperCovers::word).toList();
  }

  private static Word word(String cue) {
    int gap = cue.indexOf(' ');
    return new Word(
        Integer.parseInt(cue.substring(0, gap)), Pattern.compile(cue.substring(gap + 1)));
  }

  /** Whether a page is such a sheet. */
  boolean is(Page page) {
    if (page.lines().size() > MOST_LINES) {
      return false;
    }
    boolean titled = page.top(TITLE_LINES).stream().anyMatch(this::title);
    int weight = titled ? TITLE : 0;
    for (Word word : words) {
      boolean said = page.lines().stream().anyMatch(l -> word.form().matcher(l.text()).find());
      weight += said ? word.weight() : 0;
    }
    return weight >= ENOUGH;
  }

  private boolean title(TextLine line) {
    return PaperKinds.cells(line.text()).stream()
        .anyMatch(cell -> titles.stream().anyMatch(form -> form.matcher(cell).find()));
  }
}
