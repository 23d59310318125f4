package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds labels and their values in lines, one or several on a line. Immutable.
 *
 * @param <K> what a label stands for
 */
final class LabelReader<K> {
  /**
   * A label with its value.
   *
   * @param line of the label, from 0
   */
  record Labelled<K>(K key, String label, String value, int line) {}

  private record Found<K>(K key, String label, int start, int end) {}

  /** A heading of a table column or a form field; longer text before a colon is prose. */
  private static final int LONGEST_LABEL = 48;

  /** Behind a gap a value ends where a label stands that nobody asked for. */
  private static final Pattern OTHER_LABEL =
      Pattern.compile(" {2,}\\p{Lu}[\\p{L} /().#'&-]{1,40}:");

  private final Map<String, K> labels = new HashMap<>();

  /** The first key that names a label has it. */
  void add(K key, List<String> names) {
    names.forEach(name -> labels.putIfAbsent(name, key));
  }

  /** Every label with its value; a label alone on a line has its value on the next. */
  List<Labelled<K>> read(List<TextLine> lines) {
    var all = new ArrayList<Labelled<K>>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      if (line.indexOf(':') > 0) {
        List<Found<K>> found = found(line);
        for (int j = 0; j < found.size(); j++) {
          boolean last = j + 1 == found.size();
          int end = last ? line.length() : found.get(j + 1).start();
          String value = cell(line.substring(found.get(j).end(), end).strip());
          String own = value.isEmpty() && last ? below(lines, i) : value;
          all.add(new Labelled<>(found.get(j).key(), found.get(j).label(), own, i));
        }
      }
    }
    return all;
  }

  private static String cell(String value) {
    Matcher other = OTHER_LABEL.matcher(value);
    return other.find() ? value.substring(0, other.start()) : value;
  }

  private static String below(List<TextLine> lines, int at) {
    boolean plain = at + 1 < lines.size() && lines.get(at + 1).text().indexOf(':') < 0;
    return plain ? lines.get(at + 1).text() : "";
  }

  private List<Found<K>> found(String line) {
    var found = new ArrayList<Found<K>>();
    int from = 0;
    for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
      int segment = from;
      Optional<Found<K>> label = label(line, segment, colon);
      if (label.isPresent()) {
        found.add(label.get());
        from = colon + 1;
      }
    }
    return found;
  }

  /**
   * The label that ends at a colon: all that stands before it on the line, or after a value the
   * longest one that begins a word.
   */
  private Optional<Found<K>> label(String line, int from, int colon) {
    if (colon - from > 200) {
      return Optional.empty();
    }
    // A gap behind a value borders a label: "Contact name:" is no "name:" behind a word.
    int gap = line.lastIndexOf("  ", colon);
    boolean bordered = from > 0 && gap > from && !line.substring(from, gap).isBlank();
    int start = bordered ? afterWord(line, gap, colon) : from;
    while (start < colon) {
      String name = normal(line.substring(start, colon));
      K key = name.length() > LONGEST_LABEL ? null : labels.get(name);
      if (key != null) {
        return Optional.of(new Found<>(key, name, start, colon + 1));
      }
      if (bordered) {
        return Optional.empty();
      } else if (from == 0) {
        // Before the first label of a line only a gap is a border: "Adjuster name:" is no name.
        start = afterGap(line, start, colon);
      } else {
        start = afterWord(line, start, colon);
      }
    }
    return Optional.empty();
  }

  private static int afterGap(String line, int from, int end) {
    int gap = line.indexOf("  ", from);
    return gap < 0 || gap >= end ? end : afterWord(line, gap, end);
  }

  private static int afterWord(String line, int from, int end) {
    int at = from;
    while (at < end && line.charAt(at) != ' ') {
      at++;
    }
    while (at < end && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** A label as the resource has it: lower case, without a note in parentheses. */
  private static String normal(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    int note = name.lastIndexOf('(');
    boolean noted = note > 0 && name.endsWith(")") && !name.endsWith("(s)");
    return noted ? name.substring(0, note).strip() : name;
  }
}
