package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

/** Reads the determinations of 2013 (domain brief 3.2: FMT-A). Immutable. */
final class NoticeLetter {
  private record Finding(String item, Decision decision) {}

  private final Cues cues;
  private final Pattern outcome;
  private final Pattern itemHead;
  private final Pattern credentials;
  private final Pattern disclaimer;
  private final ItemHeading.Reader headings;
  private final Citations citations;

  NoticeLetter(Cues cues) {
    this.cues = cues;
    outcome = Pattern.compile(cues.only("notice-outcome"));
    itemHead = Pattern.compile(cues.only("notice-item"));
    credentials = Pattern.compile(cues.only("notice-credentials"));
    disclaimer = Pattern.compile(cues.only("notice-disclaimer"));
    headings = new ItemHeading.Reader(cues);
    citations = new Citations(cues);
  }

  /** The determination; empty where the text has not the headings of one. */
  Optional<Outcome<PublishedDetermination>> read(String text, List<LetterLine> lines) {
    int title = heading(lines, "notice-title");
    int decision = heading(lines, "notice-decision");
    if (title < 0 || decision < 0) {
      return Optional.empty();
    }
    List<String> head = lines.subList(0, decision).stream().map(LetterLine::text).toList();
    return Optional.of(
        HeaderGrid.read(head)
            .then(grid -> Outcome.accepted(determination(text, lines, grid, decision))));
  }

  /** Whether a line is the heading of a notice's decision. */
  boolean heads(String line) {
    return Cues.beginning(line, cues.section("notice-decision")).isPresent();
  }

  private int heading(List<LetterLine> lines, String section) {
    for (int i = 0; i < lines.size(); i++) {
      if (Cues.beginning(lines.get(i).text(), cues.section(section)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private PublishedDetermination determination(
      String text, List<LetterLine> lines, HeaderGrid grid, int decision) {
    var prose = new Prose(cues.section("hyphen-kept"), text);
    String reviewer = section(lines, "notice-qualifications", "notice-summary", prose);
    Matcher credited = credentials.matcher(reviewer);
    boolean known = credited.find();
    return new PublishedDetermination(
        CaseNumbers.first(text),
        grid.date(HeaderGrid.Label.DATE_ASSIGNED),
        grid.date(HeaderGrid.Label.DATE_OF_INJURY),
        grid.date(HeaderGrid.Label.DECISION_DATE),
        grid.date(HeaderGrid.Label.UR_DENIAL_DATE),
        grid.priority(),
        grid.date(HeaderGrid.Label.APPLICATION_RECEIVED),
        known ? list(credited.group(2)) : List.of(),
        known ? list(credited.group(1)) : List.of(),
        disclaimer
            .matcher(section(lines, "notice-summary", "notice-documents", prose))
            .replaceFirst(""),
        items(lines, decision, prose));
  }

  private static List<String> list(String words) {
    return Arrays.stream(words.split(",\\s*(?:and\\s+)?|\\s+and\\s+"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The text between two headings, without the first one's own words. */
  private String section(List<LetterLine> lines, String from, String to, Prose prose) {
    int start = heading(lines, from);
    int end = heading(lines, to);
    if (start < 0) {
      return "";
    }
    String first = lines.get(start).text();
    int colon = first.indexOf(':');
    var own = new ArrayList<LetterLine>();
    own.add(new LetterLine(colon < 0 ? "" : first.substring(colon + 1).strip(), false));
    int last = end > start ? end : firstItem(lines, start);
    own.addAll(lines.subList(start + 1, last));
    return Paragraphs.join(own, prose);
  }

  private int firstItem(List<LetterLine> lines, int from) {
    int at = from + 1;
    while (at < lines.size() && !itemHead.matcher(lines.get(at).text()).matches()) {
      at++;
    }
    return at;
  }

  private List<PublishedDetermination.Item> items(
      List<LetterLine> lines, int decision, Prose prose) {
    Map<Integer, List<LetterLine>> bodies = bodies(lines);
    var items = new ArrayList<PublishedDetermination.Item>();
    findings(lines, decision, prose)
        .forEach(
            (number, finding) ->
                items.add(item(finding, bodies.getOrDefault(number, List.of()), prose)));
    return List.copyOf(items);
  }

  /** The findings by number; the letter gives them twice. */
  private Map<Integer, Finding> findings(List<LetterLine> lines, int decision, Prose prose) {
    var findings = new TreeMap<Integer, Finding>();
    int end = Math.max(decision, heading(lines, "notice-qualifications"));
    Matcher m =
        outcome.matcher(prose.join(lines.subList(0, end).stream().map(LetterLine::text).toList()));
    while (m.find()) {
      Decision result = m.group(3) == null ? Decision.OVERTURNED : Decision.UPHELD;
      findings.putIfAbsent(Integer.valueOf(m.group(1)), new Finding(m.group(2), result));
    }
    return findings;
  }

  private Map<Integer, List<LetterLine>> bodies(List<LetterLine> lines) {
    var bodies = new TreeMap<Integer, List<LetterLine>>();
    Optional<List<LetterLine>> current = Optional.empty();
    for (LetterLine line : lines) {
      Matcher head = itemHead.matcher(line.text());
      if (head.matches()) {
        var body = new ArrayList<LetterLine>();
        bodies.putIfAbsent(Integer.valueOf(head.group(1)), body);
        current = Optional.of(body);
      } else if (Cues.beginning(line.text(), cues.section("closing")).isPresent()) {
        current = Optional.empty();
      } else {
        current.ifPresent(body -> body.add(line));
      }
    }
    return bodies;
  }

  private PublishedDetermination.Item item(Finding finding, List<LetterLine> body, Prose prose) {
    ItemHeading said = headings.read(finding.item());
    return new PublishedDetermination.Item(
        finding.item(),
        said.description(),
        said.original(),
        said.authorized(),
        said.remaining(),
        said.dependent(),
        said.retrospective(),
        finding.decision(),
        citations.of(part(body, "claims-guideline", prose)),
        citations.of(part(body, "reviewer-guideline", prose)),
        part(body, "rationale", prose));
  }

  /** What follows a label, up to the next label. */
  private String part(List<LetterLine> body, String section, Prose prose) {
    var own = new ArrayList<LetterLine>();
    boolean inside = false;
    for (LetterLine line : body) {
      Optional<String> label = Cues.beginning(line.text(), cues.section(section));
      boolean other = label.isEmpty() && labels(line.text());
      inside = label.isPresent() || (inside && !other);
      if (inside) {
        boolean cut = label.isPresent() && label.get().endsWith(":");
        String text = cut ? line.text().substring(label.get().length()).strip() : line.text();
        own.add(new LetterLine(text, line.opensParagraph()));
      }
    }
    return Paragraphs.join(own, prose);
  }

  private boolean labels(String line) {
    return List.of("claims-guideline", "reviewer-guideline", "rationale").stream()
        .anyMatch(section -> Cues.beginning(line, cues.section(section)).isPresent());
  }
}
