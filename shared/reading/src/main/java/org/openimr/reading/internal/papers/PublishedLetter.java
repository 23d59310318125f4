package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

/**
 * Reads published determinations of the layouts from 2014 on (domain brief 3.1: FMT-B, FMT-C,
 * FMT-D), recognised by their headings. Immutable, safe for threads.
 */
final class PublishedLetter {
  private final Cues cues;
  private final List<Pattern> credentials;
  private final LetterItems items;

  /** A reader with the cues of published letters. */
  PublishedLetter(Cues cues) {
    this.cues = cues;
    credentials = cues.section("credentials-prose").stream().map(Pattern::compile).toList();
    items = new LetterItems(cues);
  }

  /** The determination that a text is; empty where it has not the headings of one. */
  Optional<Outcome<PublishedDetermination>> read(String text, List<LetterLine> lines) {
    int summary = heading(lines, 0, "summary");
    int issues = heading(lines, summary + 1, "issues");
    if (summary < 0 || issues < 0) {
      return Optional.empty();
    }
    int made = heading(lines, 0, "how-made");
    int grid = made < 0 || made > summary ? summary : made;
    return Optional.of(
        HeaderGrid.read(texts(lines.subList(0, grid)))
            .then(header -> Outcome.accepted(letter(text, lines, header, grid, summary, issues))));
  }

  /** Whether a line is the heading of a letter's summary. */
  boolean heads(String line) {
    return Cues.is(line, cues.section("summary"));
  }

  private PublishedDetermination letter(
      String text, List<LetterLine> lines, HeaderGrid header, int grid, int summary, int issues) {
    var prose = new Prose(cues.section("hyphen-kept"), text);
    List<LetterLine> reviewer = lines.subList(grid, summary);
    String states = labelled(reviewer, "licensure", prose);
    String specialties = labelled(reviewer, "specialty", prose);
    boolean told = !states.isEmpty() || !specialties.isEmpty();
    Optional<Matcher> credited = told ? Optional.empty() : credited(prose.join(texts(reviewer)));
    return new PublishedDetermination(
        CaseNumbers.first(String.join("\n", texts(lines.subList(0, grid)))),
        header.date(HeaderGrid.Label.DATE_ASSIGNED),
        header.date(HeaderGrid.Label.DATE_OF_INJURY),
        header.date(HeaderGrid.Label.DECISION_DATE),
        header.date(HeaderGrid.Label.UR_DENIAL_DATE),
        header.priority(),
        header.date(HeaderGrid.Label.APPLICATION_RECEIVED),
        list(states, credited, 2),
        list(specialties, credited, 1),
        Paragraphs.join(withoutIntro(lines.subList(summary + 1, issues)), prose),
        items.read(lines.subList(issues + 1, lines.size()), prose));
  }

  private int heading(List<LetterLine> lines, int from, String section) {
    List<String> headings = cues.section(section);
    for (int i = Math.max(from, 0); i < lines.size(); i++) {
      if (Cues.is(lines.get(i).text(), headings)) {
        return i;
      }
    }
    return -1;
  }

  /** The value of a label, over as many lines as it takes. */
  private String labelled(List<LetterLine> lines, String section, Prose prose) {
    var value = new ArrayList<String>();
    for (LetterLine line : lines) {
      Optional<String> label = Cues.beginning(line.text(), cues.section(section));
      if (label.isPresent()) {
        value.add(line.text().substring(label.get().length()).strip());
      } else if (!value.isEmpty()) {
        if (line.opensParagraph() || line.text().contains(":")) {
          break;
        }
        value.add(line.text());
      }
    }
    return prose.join(value);
  }

  private Optional<Matcher> credited(String reviewer) {
    return credentials.stream().map(p -> p.matcher(reviewer)).filter(Matcher::find).findFirst();
  }

  private static List<String> list(String value, Optional<Matcher> prose, int group) {
    String listed = value.isEmpty() ? prose.map(m -> m.group(group)).orElse("") : value;
    return Arrays.stream(listed.split(",", -1))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  private List<LetterLine> withoutIntro(List<LetterLine> lines) {
    if (lines.isEmpty()
        || Cues.beginning(lines.getFirst().text(), cues.section("summary-intro")).isEmpty()) {
      return lines;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().endsWith(":")) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return lines;
  }

  private static List<String> texts(List<LetterLine> lines) {
    return lines.stream().map(LetterLine::text).toList();
  }
}
