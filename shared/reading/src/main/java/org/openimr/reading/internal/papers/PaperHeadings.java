package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
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

  private final List<Heading> headings;
  private final List<Heading> shared;
  private final WordStems stems;
  private final Pattern any;
  private final Pattern anyShared;
  private final Pattern lead;
  private final String tail;
  private final String qualifiers;
  private final List<Pattern> continued;
  private final List<Pattern> labels;
  private final List<String> letterhead;

  PaperHeadings(Cues cues, Cues kinds) {
    lead = Pattern.compile(kinds.only("heading-lead"));
    tail = kinds.only("heading-tail");
    qualifiers = kinds.only("qualifiers");
    headings = headings(kinds, "");
    shared = headings(kinds, "weak-");
    stems = new WordStems(cues(kinds), kinds.section("more-stems"));
    any = any(kinds, "");
    anyShared = any(kinds, "weak-");
    continued = cues.section("continued").stream().map(Pattern::compile).toList();
    labels = cues.section("paper-label").stream().map(Pattern::compile).toList();
    letterhead = cues.section("letterhead");
  }

  private List<Heading> headings(Cues kinds, String prefix) {
    var all = new ArrayList<Heading>();
    for (DocumentType type : DocumentType.values()) {
      for (String cue : kinds.any(prefix + type.name())) {
        all.add(new Heading(type, form(cue)));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> cues(Cues kinds) {
    var all = new ArrayList<String>();
    for (DocumentType type : DocumentType.values()) {
      all.addAll(kinds.any(type.name()));
      all.addAll(kinds.any("weak-" + type.name()));
    }
    return all;
  }

  private Pattern any(Cues kinds, String prefix) {
    var all = new ArrayList<String>();
    for (DocumentType type : DocumentType.values()) {
      all.addAll(kinds.any(prefix + type.name()));
    }
    return form(String.join("|", all));
  }

  private Pattern form(String cue) {
    return Pattern.compile("(?i)(?:" + cue.replace("{q}", qualifiers) + ")" + tail);
  }

  /** What kind of paper a line heads. */
  Optional<DocumentType> type(String line) {
    String title = title(line);
    // Hardly any line is a heading: one look instead of one for each cue.
    if (!candidate(title) || !any.matcher(title).matches()) {
      return Optional.empty();
    }
    return types(headings, title).stream().findFirst();
  }

  /** The kinds of papers that all may carry a line as their heading. */
  List<DocumentType> shared(String line) {
    String title = title(line);
    boolean found = candidate(title) && anyShared.matcher(title).matches();
    return found ? types(shared, title) : List.of();
  }

  /** A heading without the label before it, as in "Study: MRI of the knee". */
  private String title(String line) {
    Matcher label = line.length() > LONGEST ? lead.matcher("") : lead.matcher(line);
    return label.find() ? line.substring(label.end()) : line;
  }

  private boolean candidate(String line) {
    int colon = line.indexOf(':');
    boolean field = colon >= 0 && colon < line.length() - 1;
    return line.length() > 2
        && line.length() <= LONGEST
        && !field
        && stems.in(line)
        && ".;,".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  private static List<DocumentType> types(List<Heading> headings, String line) {
    return headings.stream()
        .filter(heading -> heading.form().matcher(line).matches())
        .map(Heading::type)
        .distinct()
        .toList();
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
