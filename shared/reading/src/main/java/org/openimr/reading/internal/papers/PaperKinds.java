package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/** Tells the kind of a paper by its first page: its title, else its words. Immutable. */
final class PaperKinds {
  /**
   * The title of a page.
   *
   * @param types that it may head
   * @param settles whether papers of no other kind carry it
   * @param line its place among the page's lines
   * @param likeness the same for two titles that read alike
   */
  record Title(List<DocumentType> types, boolean settles, int line, String likeness) {
    DocumentType type() {
      return types.getFirst();
    }
  }

  /** A kind and how much speaks for it. */
  record Kind(DocumentType type, int weight) {}

  private record Word(int weight, Pattern form) {}

  /** Lines within which a title stands, letterhead and addressee above it. */
  private static final int TITLE_LINES = 20;

  /** Lines whose words are looked at. */
  private static final int BODY_LINES = 60;

  private static final int SHARED_TITLE = 4;
  private static final int MOST_CELLS = 3;
  private static final Pattern GAP = Pattern.compile("\\s{2,}|\t");

  private final PaperHeadings headings;
  private final Map<DocumentType, List<Word>> words = new EnumMap<>(DocumentType.class);

  PaperKinds(Cues kinds, PaperHeadings headings) {
    this.headings = headings;
    for (DocumentType type : DocumentType.values()) {
      words.put(type, kinds.any("body-" + type.name()).stream().map(PaperKinds::word).toList());
    }
  }

  private static Word word(String cue) {
    int gap = cue.indexOf(' ');
    Pattern form = Pattern.compile("(?im)" + cue.substring(gap + 1));
    return new Word(Integer.parseInt(cue.substring(0, gap)), form);
  }

  /** The first title of a page; one that settles the kind goes before one that does not. */
  Optional<Title> title(Page page) {
    Optional<Title> shared = Optional.empty();
    List<TextLine> top = page.top(TITLE_LINES);
    for (int i = 0; i < top.size(); i++) {
      String line = top.get(i).text();
      for (String cell : cells(line)) {
        Optional<DocumentType> type = headings.type(cell);
        if (type.isPresent()) {
          return Optional.of(new Title(List.of(type.get()), true, i, Likeness.of(cell)));
        }
        if (shared.isEmpty()) {
          shared = shared(cell, i);
        }
      }
      // A sentence above a heading is the end of the paper before, not letterhead.
      if (sentence(line)) {
        return shared;
      }
    }
    return shared;
  }

  private Optional<Title> shared(String cell, int line) {
    List<DocumentType> types = headings.shared(cell);
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(new Title(types, false, line, Likeness.of(cell)));
  }

  /** A line, and its first and last cell where it has two or three: more is mostly a table. */
  static List<String> cells(String line) {
    String[] cells = GAP.split(line);
    if (cells.length < 2) {
      return List.of(line);
    } else if (cells.length > MOST_CELLS) {
      boolean capitals = cells[0].equals(cells[0].toUpperCase(Locale.ROOT));
      return capitals ? List.of(line, cells[0]) : List.of(line);
    }
    return List.of(line, cells[0], cells[cells.length - 1]);
  }

  static boolean sentence(String line) {
    long words = line.chars().filter(c -> c == ' ').count() + 1;
    return line.endsWith(".") && words >= 6 && line.chars().anyMatch(Character::isLowerCase);
  }

  /** The kind of a page, by a title that may be of several kinds, and by its words. */
  Optional<Kind> kind(Page page, Optional<Title> title) {
    if (title.filter(Title::settles).isPresent()) {
      return title.map(t -> new Kind(t.type(), Integer.MAX_VALUE));
    }
    String body = body(page);
    var kinds = new ArrayList<Kind>();
    for (Map.Entry<DocumentType, List<Word>> of : words.entrySet()) {
      int weight = title.filter(t -> t.types().contains(of.getKey())).isPresent() ? SHARED_TITLE : 0;
      for (Word word : of.getValue()) {
        weight += word.form().matcher(body).find() ? word.weight() : 0;
      }
      kinds.add(new Kind(of.getKey(), weight));
    }
    return kinds.stream().filter(k -> k.weight() > 0).reduce((a, b) -> a.weight() >= b.weight() ? a : b);
  }

  private static String body(Page page) {
    var body = new StringBuilder();
    page.top(BODY_LINES).forEach(line -> body.append(line.text()).append('\n'));
    return body.toString();
  }
}
