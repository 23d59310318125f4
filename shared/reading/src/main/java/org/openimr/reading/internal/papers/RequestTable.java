package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table of a request for authorization: diagnosis, its code, service, procedure code, how
 * often or how many; set in columns, or as labelled cells one below the other. Immutable.
 */
final class RequestTable {
  private static final int HEADER_WORDS = 2;

  /** A cell that ends so goes on below. */
  private static final Pattern UNFINISHED =
      Pattern.compile("(?i)(?:[-/,&+]|\\b(?:a|and|at|for|from|in|of|on|or|per|the|to|with|x))$");

  private final List<Pattern> header;
  private final List<Pattern> service;
  private final List<Pattern> amount;
  private final List<Pattern> other;
  private final Pattern icd;
  private final Pattern diagnosisWithCode;
  private final Pattern procedureCode;

  RequestTable(Cues cues) {
    header = patterns(cues, "table-header");
    service = patterns(cues, "service-cell");
    amount = patterns(cues, "amount-cell");
    other = patterns(cues, "other-cell");
    icd = Pattern.compile(cues.only("icd"));
    diagnosisWithCode = Pattern.compile(cues.only("diagnosis-with-code"));
    procedureCode = Pattern.compile(cues.only("procedure-code"));
  }

  private static List<Pattern> patterns(Cues cues, String section) {
    return cues.section(section).stream().map(Pattern::compile).toList();
  }

  /** The services with their amounts, in order; empty where the paper has no such table. */
  List<String> read(List<TextLine> lines) {
    List<String> rows = columns(lines);
    return rows.isEmpty() ? cells(lines) : rows;
  }

  private List<String> columns(List<TextLine> lines) {
    var items = new ArrayList<String>();
    boolean headed = false;
    int at = 0;
    while (at < lines.size()) {
      Cells row = Cells.of(lines.get(at++));
      if (header(row)) {
        headed = true;
        continue;
      }
      Optional<Cells> service = service(row, headed);
      while (service.isPresent()) {
        Cells open = service.get();
        Optional<Cells> next = Optional.empty();
        while (next.isEmpty() && at < lines.size() && goesOn(lines.get(at), row, headed)) {
          Cells below = Cells.of(lines.get(at++)).under(open);
          if (another(below, open)) {
            next = Optional.of(below);
          } else {
            open = open.with(below);
          }
        }
        items.add(described(open.texts()));
        service = next;
      }
    }
    return items;
  }

  private boolean header(Cells row) {
    String line = String.join(" ", row.texts());
    return header.stream().filter(word -> word.matcher(line).find()).count() >= HEADER_WORDS;
  }

  /** Whether a line has what did not fit into the cells of a row. */
  private boolean goesOn(TextLine line, Cells row, boolean headed) {
    Cells cells = Cells.of(line);
    return cells.goOnWith(row) && !header(cells) && service(cells, headed).isEmpty();
  }

  /**
   * Whether cells below a service name another one for the same diagnosis: a name of its own with
   * an amount of its own.
   */
  private static boolean another(Cells below, Cells service) {
    String name = below.texts().isEmpty() ? "" : below.texts().getFirst();
    return service.list().size() > 1
        && service.texts().stream().noneMatch(cell -> UNFINISHED.matcher(cell).find())
        && below.list().size() > 1
        && below.under(new Cells(service.list().subList(0, 1))).list().size() == 1
        && Character.isUpperCase(name.charAt(0))
        && below.texts().getLast().chars().anyMatch(Character::isDigit);
  }

  /** The cells of the service: a row has the code of a diagnosis, and the service behind it. */
  private Optional<Cells> service(Cells row, boolean headed) {
    List<String> cells = row.texts();
    for (int i = 0; i < cells.size() - 1; i++) {
      boolean code = icd.matcher(cells.get(i)).matches();
      if (code || (headed && diagnosisWithCode.matcher(cells.get(i)).matches())) {
        return Optional.of(
                new Cells(
                    row.list().subList(i + 1, cells.size()).stream()
                        .filter(cell -> !procedureCode.matcher(cell.text()).matches())
                        .toList()))
            .filter(service -> !service.list().isEmpty());
      }
    }
    return Optional.empty();
  }

  private static String described(List<String> service) {
    return described(service.getFirst(), service.subList(1, service.size()));
  }

  /** A bare number is a quantity; all else says itself what it counts. */
  private static String described(String service, List<String> amounts) {
    var item = new StringBuilder(service);
    for (String amount : amounts) {
      boolean number = amount.chars().allMatch(Character::isDigit);
      item.append(number ? " Qty " : ", ").append(amount);
    }
    return item.toString();
  }

  /** Cells with a label each: the value stands behind it or on the next line. */
  private List<String> cells(List<TextLine> lines) {
    var items = new ArrayList<String>();
    Optional<String> open = Optional.empty();
    var amounts = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<String> named = value(service, lines, i);
      if (named.isPresent()) {
        open.ifPresent(item -> items.add(described(item, List.copyOf(amounts))));
        open = named;
        amounts.clear();
      } else if (open.isPresent()) {
        value(amount, lines, i).ifPresent(amounts::add);
      }
    }
    boolean amounted = !amounts.isEmpty() || items.stream().anyMatch(item -> item.contains(","));
    open.ifPresent(item -> items.add(described(item, amounts)));
    return amounted ? items : List.of();
  }

  private Optional<String> value(List<Pattern> labels, List<TextLine> lines, int at) {
    for (Pattern label : labels) {
      Matcher m = label.matcher(lines.get(at).text());
      if (m.matches()) {
        return m.group(1).isBlank() ? below(lines, at) : Optional.of(m.group(1).strip());
      }
    }
    return Optional.empty();
  }

  private Optional<String> below(List<TextLine> lines, int at) {
    return lines.stream()
        .skip(at + 1L)
        .map(TextLine::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .filter(text -> labels(text).isEmpty());
  }

  private Optional<Pattern> labels(String text) {
    var all = new ArrayList<Pattern>(service);
    all.addAll(amount);
    all.addAll(other);
    return all.stream().filter(label -> label.matcher(text).matches()).findFirst();
  }
}
