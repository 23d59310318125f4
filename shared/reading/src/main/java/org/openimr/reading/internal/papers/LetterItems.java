package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Decision;
import org.openimr.casefile.PublishedDetermination;

/** Reads the item blocks of a determination. Immutable. */
final class LetterItems {
  private enum Part {
    CLAIMS_GUIDELINE("claims-guideline"),
    REVIEWER_GUIDELINE("reviewer-guideline"),
    RATIONALE("rationale");

    private final String section;

    Part(String section) {
      this.section = section;
    }
  }

  private final Map<Part, List<String>> labels = new EnumMap<>(Part.class);
  private final HeadingTop top;
  private final ItemHeading.Reader headings;
  private final Citations citations;
  private final NumberedFindings findings;
  private final List<String> closing;

  LetterItems(Cues cues) {
    for (Part part : Part.values()) {
      labels.put(part, cues.section(part.section));
    }
    top = new HeadingTop(cues);
    headings = new ItemHeading.Reader(cues);
    citations = new Citations(cues);
    findings = new NumberedFindings(cues);
    closing = cues.section("closing");
  }

  /** The items in the lines below the heading of the issues. */
  List<PublishedDetermination.Item> read(List<LetterLine> printed, Prose prose) {
    List<LetterLine> lines = findings.asHeadings(printed, prose);
    List<Integer> decisions = decisionLines(lines);
    var items = new ArrayList<PublishedDetermination.Item>();
    int floor = 0;
    int head = decisions.isEmpty() ? 0 : top.of(lines, decisions.getFirst(), 0);
    for (int i = 0; i < decisions.size(); i++) {
      int decision = decisions.get(i);
      floor = lastLabel(lines, decision, i + 1 < decisions.size() ? decisions.get(i + 1) : -1);
      int end =
          i + 1 < decisions.size() ? top.of(lines, decisions.get(i + 1), floor) : lines.size();
      items.add(item(lines.subList(head, decision + 1), lines.subList(decision + 1, end), prose));
      head = end;
    }
    return List.copyOf(items);
  }

  /** Lines that end in a decision, told from prose by the label that follows. */
  private List<Integer> decisionLines(List<LetterLine> lines) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (decision(lines.get(i).text()).isPresent()
          && set(lines, i)
          && (i + 1 == lines.size() || part(lines.get(i + 1).text()).isPresent())) {
        found.add(i);
      }
    }
    return found;
  }

  private static Optional<Decision> decision(String line) {
    if (endsWith(line, "Upheld")) {
      return Optional.of(Decision.UPHELD);
    }
    return endsWith(line, "Overturned") ? Optional.of(Decision.OVERTURNED) : Optional.empty();
  }

  private static boolean endsWith(String line, String word) {
    return line.regionMatches(true, line.length() - word.length(), word, 0, word.length());
  }

  /** Whether a colon stands before the decision, on this line or at the end of the one before. */
  private static boolean set(List<LetterLine> lines, int at) {
    String before = beforeDecision(lines.get(at).text());
    if (before.isEmpty()) {
      return at > 0 && lines.get(at - 1).text().endsWith(":");
    }
    return before.endsWith(":");
  }

  private static String beforeDecision(String line) {
    int word = decision(line).orElseThrow().name().length();
    return line.substring(0, line.length() - word).strip();
  }

  private Optional<Part> part(String line) {
    for (Part part : Part.values()) {
      if (Cues.beginning(line, labels(part)).isPresent()) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The last label after a decision line: the next heading stands below it. */
  private int lastLabel(List<LetterLine> lines, int decision, int next) {
    int last = decision + 1;
    for (int i = decision + 1; i < next; i++) {
      if (part(lines.get(i).text()).isPresent()) {
        last = i + 1;
      }
    }
    return last;
  }

  private PublishedDetermination.Item item(
      List<LetterLine> headingLines, List<LetterLine> body, Prose prose) {
    Decision decision = decision(headingLines.getLast().text()).orElseThrow();
    String heading = heading(headingLines, prose);
    ItemHeading said = headings.read(heading);
    Map<Part, String> parts = parts(body, prose);
    return new PublishedDetermination.Item(
        heading,
        said.description(),
        said.original(),
        said.authorized(),
        said.remaining(),
        said.dependent(),
        said.retrospective(),
        decision,
        citations.of(parts.getOrDefault(Part.CLAIMS_GUIDELINE, "")),
        citations.of(parts.getOrDefault(Part.REVIEWER_GUIDELINE, "")),
        parts.getOrDefault(Part.RATIONALE, ""));
  }

  private static String heading(List<LetterLine> lines, Prose prose) {
    var texts = new ArrayList<String>(lines.stream().map(LetterLine::text).toList());
    texts.set(texts.size() - 1, beforeDecision(texts.getLast()));
    String heading = prose.join(texts).strip();
    return heading.endsWith(":") ? heading.substring(0, heading.length() - 1).strip() : heading;
  }

  private Map<Part, String> parts(List<LetterLine> body, Prose prose) {
    var texts = new EnumMap<Part, List<LetterLine>>(Part.class);
    Part current = Part.RATIONALE;
    for (LetterLine line : body) {
      if (Cues.beginning(line.text(), closing).isPresent()) {
        break;
      }
      Optional<Part> part = part(line.text());
      current = part.orElse(current);
      String text = part.map(p -> withoutLabel(line.text(), p)).orElse(line.text());
      texts
          .computeIfAbsent(current, p -> new ArrayList<>())
          .add(new LetterLine(text, line.opensParagraph()));
    }
    var parts = new EnumMap<Part, String>(Part.class);
    texts.forEach((part, lines) -> parts.put(part, Paragraphs.join(lines, prose)));
    return parts;
  }

  private List<String> labels(Part part) {
    return labels.getOrDefault(part, List.of());
  }

  /** A label that is a sentence's beginning stays: the citation needs the sentence. */
  private String withoutLabel(String line, Part part) {
    String label = Cues.beginning(line, labels(part)).orElseThrow();
    return label.endsWith(":") ? line.substring(label.length()).strip() : line;
  }
}
