package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Decision;

/**
 * Headings of items in the transitional layout (domain brief 3.1: FMT-B), which number the item and
 * say in words what was found. Immutable.
 */
final class NumberedFindings {
  /** No heading takes more lines. */
  private static final int LONGEST = 8;

  private final Pattern number;
  private final Pattern finding;
  private final List<String> labels;

  NumberedFindings(Cues cues) {
    number = Pattern.compile(cues.only("finding-number"));
    finding = Pattern.compile(cues.only("finding"));
    labels =
        List.of("claims-guideline", "reviewer-guideline", "rationale").stream()
            .flatMap(section -> cues.section(section).stream())
            .toList();
  }

  /** The lines with each such heading as one line that ends in a colon and the decision. */
  List<LetterLine> asHeadings(List<LetterLine> lines, Prose prose) {
    var standard = new ArrayList<LetterLine>(lines.size());
    int i = 0;
    while (i < lines.size()) {
      int end = end(lines, i);
      Optional<String> heading = heading(lines.subList(i, end), prose);
      standard.add(heading.map(text -> new LetterLine(text, true)).orElse(lines.get(i)));
      i = heading.isPresent() ? end : i + 1;
    }
    return standard;
  }

  /** The line of the label below a numbered line; there where there is none near. */
  private int end(List<LetterLine> lines, int first) {
    if (number.matcher(lines.get(first).text()).lookingAt()) {
      for (int i = first + 1; i < lines.size() && i <= first + LONGEST; i++) {
        if (Cues.beginning(lines.get(i).text(), labels).isPresent()) {
          return i;
        }
      }
    }
    return first;
  }

  private Optional<String> heading(List<LetterLine> lines, Prose prose) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher found = finding.matcher(prose.join(lines.stream().map(LetterLine::text).toList()));
    if (!found.matches()) {
      return Optional.empty();
    }
    Decision decision = found.group(2) == null ? Decision.OVERTURNED : Decision.UPHELD;
    String word = decision == Decision.UPHELD ? "Upheld" : "Overturned";
    return Optional.of(found.group(1).strip() + ": " + word);
  }
}
