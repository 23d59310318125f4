package org.openimr.reading.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What printers, fax machines and scanners add to a page, told by the form of a line. Immutable,
 * safe for threads.
 */
public final class PageFurniture {
  /**
   * The number that a line gives its page.
   *
   * @param of how many pages there are by it; 0 where it does not say
   * @param certain whether the line says that it counts pages; a bare "2/3" may be a grade
   * @param start where it begins in the line
   */
  public record Mark(int number, int of, boolean certain, int start) {
    /** Whether it says that its page is the last. */
    public boolean last() {
      return number == of;
    }
  }

  /** Beyond this a line is a statement. */
  private static final int LONGEST = 160;

  private final List<Pattern> transmission;
  private final List<Pattern> stamps;
  private final List<Pattern> marks;
  private final List<Pattern> counts;
  private final List<Pattern> blank;
  private final List<String> numbers;

  /** Furniture by the module's patterns. */
  public PageFurniture() {
    JsonNode patterns = DataFile.read("furniture.json");
    transmission = compiled(patterns.path("transmission"));
    stamps = compiled(patterns.path("stamps"));
    marks = compiled(patterns.path("pageMarks"));
    counts = compiled(patterns.path("pageCounts"));
    blank = compiled(patterns.path("blank"));
    numbers = DataFile.words(patterns.path("numbers"));
  }

  private static List<Pattern> compiled(JsonNode patterns) {
    return DataFile.texts(patterns).stream().map(Pattern::compile).toList();
  }

  /** Whether a line at a page's edge was added when the page was sent, scanned or numbered. */
  public boolean added(String line) {
    return line.length() <= LONGEST
        && figures(line)
        && (any(transmission, line) || any(stamps, line));
  }

  /** Whether a line stands for a page without content. */
  public boolean blank(String line) {
    return line.length() <= LONGEST && any(blank, line);
  }

  /** The number that a line gives its page, if it gives one. */
  public Optional<Mark> mark(String line) {
    if (line.length() > LONGEST
        || !(figures(line) || line.toLowerCase(Locale.ROOT).contains("pa"))) {
      return Optional.empty();
    }
    return mark(line, marks, true).or(() -> mark(line, counts, false));
  }

  /** A line without the number of its page: what running heads have in common. */
  public String withoutMark(String line) {
    return mark(line).map(m -> line.substring(0, m.start())).orElse(line).strip();
  }

  private Optional<Mark> mark(String line, List<Pattern> forms, boolean certain) {
    for (Pattern form : forms) {
      Matcher found = form.matcher(line);
      if (found.find()) {
        String of = found.groupCount() > 1 ? found.group(2) : null;
        int pages = of == null ? 0 : Integer.parseInt(of);
        return Optional.of(new Mark(number(found.group(1)), pages, certain, found.start()));
      }
    }
    return Optional.empty();
  }

  private int number(String written) {
    int named = numbers.indexOf(written.toLowerCase(Locale.ROOT));
    return named >= 0 ? named + 1 : Integer.parseInt(written);
  }

  private static boolean figures(String line) {
    return line.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean any(List<Pattern> forms, String line) {
    return forms.stream().anyMatch(form -> form.matcher(line).find());
  }
}
