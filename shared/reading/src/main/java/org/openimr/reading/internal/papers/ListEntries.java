package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads numbered and bulleted lists. Immutable. */
final class ListEntries {
  /**
   * An entry.
   *
   * @param text joined over its lines
   * @param first its first line
   * @param end the line after its last
   */
  record Entry(String text, int first, int end) {}

  private final List<Pattern> marks;
  private final Prose prose;

  ListEntries(Cues cues, List<String> keptHyphens) {
    marks = cues.section("item-mark").stream().map(Pattern::compile).toList();
    prose = new Prose(keptHyphens, "");
  }

  /** What follows the mark of an entry that begins on a line. */
  Optional<String> marked(String line) {
    for (Pattern mark : marks) {
      Matcher m = mark.matcher(line);
      if (m.matches()) {
        return Optional.of(m.group(1).strip());
      }
    }
    return Optional.empty();
  }

  /**
   * Lines with the entries of a list that is set in columns below each other, each with what goes
   * on below it; other lines as they are.
   */
  List<TextLine> inOneColumn(List<TextLine> lines) {
    var single = new ArrayList<TextLine>();
    int at = 0;
    while (at < lines.size()) {
      TextLine line = lines.get(at++);
      Cells cells = Cells.of(line);
      boolean several =
          cells.list().size() > 1
              && cells.texts().stream().allMatch(cell -> marked(cell).isPresent());
      if (!several) {
        single.add(line);
        continue;
      }
      while (at < lines.size() && Cells.of(lines.get(at)).goOnWith(cells)) {
        Cells below = Cells.of(lines.get(at));
        if (below.texts().stream().anyMatch(cell -> marked(cell).isPresent())) {
          break;
        }
        cells = cells.with(below);
        at++;
      }
      for (Cells.Cell cell : cells.list()) {
        single.add(new TextLine(cell.text(), line.start(), cell.place(), false));
      }
    }
    return single;
  }

  /** The entries of the list that begins at a line or below blank ones; empty where none does. */
  List<Entry> from(List<TextLine> lines, int from) {
    var entries = new ArrayList<Entry>();
    int at = from;
    while (at < lines.size()) {
      if (lines.get(at).blank()) {
        at++;
      } else if (marked(lines.get(at).text()).isPresent()) {
        Entry entry = entry(lines, at);
        entries.add(entry);
        at = entry.end();
      } else {
        return entries;
      }
    }
    return entries;
  }

  /** The entry that begins at a line: lines up to a blank one, a mark, a label or a heading. */
  Entry entry(List<TextLine> lines, int at) {
    var texts = new ArrayList<String>();
    texts.add(marked(lines.get(at).text()).orElse(lines.get(at).text()));
    int end = at + 1;
    while (end < lines.size() && goesOn(lines.get(end).text())) {
      texts.add(lines.get(end++).text());
    }
    return new Entry(prose.join(texts), at, end);
  }

  private boolean goesOn(String line) {
    return !line.isEmpty()
        && marked(line).isEmpty()
        && !bareMark(line)
        && !labels(line)
        && !heads(line);
  }

  /** The number of an entry that was left empty on a form. */
  private static boolean bareMark(String line) {
    int last = line.length() - 1;
    return last > 0
        && last < 3
        && ".)".indexOf(line.charAt(last)) >= 0
        && line.substring(0, last).chars().allMatch(Character::isDigit);
  }

  /** Whether a line begins with a short label and its colon. */
  private static boolean labels(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && colon < 40
        && Character.isUpperCase(line.charAt(0))
        && words(line, colon) < 6;
  }

  private static long words(String line, int end) {
    return line.substring(0, end).chars().filter(c -> c == ' ').count() + 1;
  }

  /** Whether a line is in capitals throughout, as section headings are. */
  private static boolean heads(String line) {
    return line.length() > 5
        && line.chars().noneMatch(Character::isLowerCase)
        && line.chars().filter(Character::isUpperCase).count() > 4;
  }
}
