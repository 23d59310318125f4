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
  /** How sure a title is. */
  enum Strength {
    /** Papers of no other kind carry it. */
    SETTLES,
    /** Papers of a few kinds carry it. */
    SHARED,
    /** It has words of a kind. */
    WORDS
  }

  /**
   * The title of a page.
   *
   * @param types that it may head
   * @param line its place among the page's lines
   * @param likeness the same for two titles that read alike
   */
  record Title(List<DocumentType> types, Strength strength, int line, String likeness) {
    boolean settles() {
      return strength == Strength.SETTLES;
    }

    DocumentType type() {
      return types.getFirst();
    }
  }

  /** A kind and how much speaks for it. */
  record Kind(DocumentType type, int weight) {}

  private record Word(int weight, Pattern form) {}

  /** Lines within which a title stands, letterhead and addressee above it. */
  private static final int TITLE_LINES = 20;

  /** Lines whose words are those of letterhead and title. */
  private static final int HEAD_LINES = 10;

  /** Lines whose words are looked at. */
  private static final int BODY_LINES = 40;

  private static final int BODY = 2_000;

  /** So few words make a title however they are set. */
  private static final int BRIEF = 7;

  private static final int SHARED_TITLE = 4;
  private static final int WORDS_TITLE = 4;
  private static final int MOST_BODY = 9;
  private static final int MOST_HEAD = 8;
  private static final int MOST_CELLS = 3;
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(?i)(?:\\s{2,}|[:–-] ?)(?:not |non-?)?(?:certified|approved|denied|modified|authorized)\\b");
  private static final Pattern GAP = Pattern.compile("\\s{2,}|\t");

  private final PaperHeadings headings;
  private final Map<DocumentType, List<Word>> body;
  private final Map<DocumentType, List<Word>> head;
  private final WordStems stems;

  PaperKinds(Cues kinds, PaperHeadings headings) {
    this.headings = headings;
    this.body = words(kinds, "body-");
    this.head = words(kinds, "word-");
    var heads = new ArrayList<String>();
    for (DocumentType type : DocumentType.values()) {
      heads.addAll(kinds.any("word-" + type.name()));
    }
    this.stems = new WordStems(heads, kinds.section("more-stems"));
  }

  private static Map<DocumentType, List<Word>> words(Cues kinds, String prefix) {
    var words = new EnumMap<DocumentType, List<Word>>(DocumentType.class);
    for (DocumentType type : DocumentType.values()) {
      words.put(type, kinds.any(prefix + type.name()).stream().map(PaperKinds::word).toList());
    }
    return words;
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
        if (type.isPresent() && !row(line, cell)) {
          Title title = new Title(List.of(type.get()), Strength.SETTLES, i, Likeness.of(cell));
          return Optional.of(title);
        }
        shared = shared.isEmpty() ? shared(cell, i) : shared;
      }
      // A sentence above a heading is the end of the paper before, not letterhead.
      if (sentence(line)) {
        break;
      }
    }
    return shared.or(() -> named(page));
  }

  private Optional<Title> shared(String cell, int line) {
    List<DocumentType> types = headings.shared(cell);
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(new Title(types, Strength.SHARED, line, Likeness.of(cell)));
  }

  private boolean named(String cell) {
    return titled(cell) && stems.in(cell);
  }

  /** A title that is no known one but has the words of a kind. */
  private Optional<Title> named(Page page) {
    List<TextLine> top = page.top(HEAD_LINES);
    Optional<Title> best = Optional.empty();
    int most = WORDS_TITLE - 1;
    for (int i = 0; i < top.size(); i++) {
      String line = top.get(i).text();
      for (String cell : cells(line)) {
        Optional<Kind> kind = named(cell) ? most(weights(head, cell)) : Optional.empty();
        if (kind.filter(k -> k.weight() > 0).isPresent() && kind.get().weight() > most) {
          most = kind.get().weight();
          List<DocumentType> types = List.of(kind.get().type());
          best = Optional.of(new Title(types, Strength.WORDS, i, Likeness.of(cell)));
        }
      }
      if (sentence(line)) {
        break;
      }
    }
    return best;
  }

  /** A line, and its first and last cell where it has two or three: the first one of more. */
  static List<String> cells(String line) {
    String[] cells = GAP.split(line);
    if (cells.length < 2) {
      return List.of(line);
    } else if (cells.length > MOST_CELLS) {
      return List.of(line, cells[0]);
    }
    return List.of(line, cells[0], cells[cells.length - 1]);
  }

  /** Whether a cell may be one of a row of a table, or stands before its outcome: no title. */
  private static boolean row(String line, String cell) {
    boolean capitals = cell.equals(cell.toUpperCase(Locale.ROOT));
    return OUTCOME.matcher(line).find() || (!capitals && GAP.split(line).length > MOST_CELLS);
  }

  static boolean sentence(String line) {
    long words = line.chars().filter(c -> c == ' ').count() + 1;
    return line.endsWith(".") && words >= 6 && line.chars().anyMatch(Character::isLowerCase);
  }

  /** Whether a line is set as titles and letterheads are: short, its words in capitals. */
  static boolean titled(String line) {
    if (line.length() > 80 || line.length() < 3 || Character.isDigit(line.charAt(0))) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean opens = i == 0 || line.charAt(i - 1) == ' ';
      if (opens && Character.isLetter(line.charAt(i))) {
        boolean capital = Character.isUpperCase(line.charAt(i));
        boolean small = !capital && line.indexOf(' ', i) - i < 4 && line.indexOf(' ', i) > 0;
        words += small ? 0 : 1;
        capitals += capital ? 1 : 0;
      }
    }
    boolean brief = words <= BRIEF && capitals > 0 && !line.endsWith(".");
    return words > 0 && (capitals * 3 >= words * 2 || brief);
  }

  /** The kind of a page, by a title that may be of several kinds, and by its words. */
  Optional<Kind> kind(Page page, Optional<Title> title) {
    if (title.filter(Title::settles).isPresent()) {
      return title.map(t -> new Kind(t.type(), Integer.MAX_VALUE));
    }
    Map<DocumentType, Integer> weights = weights(body, text(page));
    weights.replaceAll((type, weight) -> Math.min(weight, MOST_BODY));
    headWeights(page).forEach((type, weight) -> weights.merge(type, weight, Integer::sum));
    title
        .filter(t -> t.strength() == Strength.SHARED)
        .ifPresent(t -> t.types().forEach(y -> weights.merge(y, SHARED_TITLE, Integer::sum)));
    return most(weights);
  }

  /** What the words of letterhead and title say: each line counts once for a kind. */
  private Map<DocumentType, Integer> headWeights(Page page) {
    var weights = new EnumMap<DocumentType, Integer>(DocumentType.class);
    for (TextLine line : page.top(HEAD_LINES)) {
      var own = new EnumMap<DocumentType, Integer>(DocumentType.class);
      for (String cell : cells(line.text())) {
        if (named(cell)) {
          weights(head, cell).forEach((type, weight) -> own.merge(type, weight, Math::max));
        }
      }
      own.forEach((type, weight) -> weights.merge(type, weight, Integer::sum));
      if (sentence(line.text())) {
        break;
      }
    }
    weights.replaceAll((type, weight) -> Math.min(weight, MOST_HEAD));
    return weights;
  }

  private static Map<DocumentType, Integer> weights(
      Map<DocumentType, List<Word>> words, String text) {
    var weights = new EnumMap<DocumentType, Integer>(DocumentType.class);
    words.forEach(
        (type, all) ->
            weights.put(
                type,
                all.stream()
                    .filter(word -> word.form().matcher(text).find())
                    .mapToInt(Word::weight)
                    .sum()));
    return weights;
  }

  /** The kind that most speaks for; the first where two are even. */
  private static Optional<Kind> most(Map<DocumentType, Integer> weights) {
    var kinds = new ArrayList<Kind>();
    weights.forEach((type, weight) -> kinds.add(new Kind(type, weight)));
    return kinds.stream()
        .filter(kind -> kind.weight() > 0)
        .reduce((a, b) -> a.weight() >= b.weight() ? a : b);
  }

  private static String text(Page page) {
    var text = new StringBuilder();
    for (TextLine line : page.top(BODY_LINES)) {
      if (text.length() < BODY) {
        text.append(line.text()).append('\n');
      }
    }
    return text.substring(0, Math.min(BODY, text.length()));
  }
}
