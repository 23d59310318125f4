package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/** Recognises the headings of papers. Immutable. */
final class PaperHeadings {
  /** No heading is longer, in chars. */
  private static final int LONGEST = 90;

  private record Heading(DocumentType type, Pattern form) {}

  private final List<Heading> headings = new ArrayList<>();
  private final Pattern any;
  private final List<Pattern> continued;
  private final List<Pattern> labels;
  private final List<String> letterhead;

  PaperHeadings(Cues cues) {
    String tail = cues.only("heading-tail");
    var all = new ArrayList<String>();
    for (DocumentType type : DocumentType.values()) {
      if (type != DocumentType.OTHER) {
        for (String cue : cues.section(type.name())) {
          all.add(cue);
          headings.add(new Heading(type, Pattern.compile("(?i)(?:" + cue + ")" + tail)));
        }
      }
    }
    any = Pattern.compile("(?i)(?:" + String.join("|", all) + ")" + tail);
    continued = cues.section("continued").stream().map(Pattern::compile).toList();
    labels = cues.section("paper-label").stream().map(Pattern::compile).toList();
    letterhead = cues.section("letterhead");
  }

  /** What kind of paper a line heads. */
  Optional<DocumentType> type(String line) {
    int colon = line.indexOf(':');
    boolean field = colon >= 0 && colon < line.length() - 1;
    if (line.isEmpty() || line.length() > LONGEST || field || ".;,".indexOf(last(line)) >= 0) {
      return Optional.empty();
    }
    // Hardly any line is a heading: one look instead of one for each cue.
    if (!any.matcher(line).matches()) {
      return Optional.empty();
    }
    return headings.stream()
        .filter(heading -> heading.form().matcher(line).matches())
        .map(Heading::type)
        .findFirst();
  }

  private static char last(String line) {
    return line.charAt(line.length() - 1);
  }

  /** Whether a line says that its page is not the first of its paper. */
  boolean continues(String line) {
    return line.length() <= LONGEST && continued.stream().anyMatch(p -> p.matcher(line).find());
  }

  /** Whether a line is a label that stands below headings. */
  boolean label(String line) {
    return line.indexOf(':') > 0 && labels.stream().anyMatch(p -> p.matcher(line).find());
  }

  boolean letterhead(String line) {
    return Cues.beginning(line, letterhead).isPresent();
  }
}
