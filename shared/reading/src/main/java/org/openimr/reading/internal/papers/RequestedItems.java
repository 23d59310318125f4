package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DisputedItem;

/** The treatments that an application or a request for authorization lists. Immutable. */
final class RequestedItems {
  /** A sentence above a list takes no more lines. */
  private static final int LEAD_LINES = 3;

  private final List<Pattern> leads;
  private final List<Pattern> labels;
  private final List<Pattern> noItem;
  private final Pattern icd;
  private final Pattern procedureCode;
  private final ListEntries lists;
  private final RequestTable table;

  RequestedItems(Cues cues, String leadSection, ListEntries lists) {
    leads = cues.section(leadSection).stream().map(Pattern::compile).toList();
    labels = cues.section("request-label").stream().map(Pattern::compile).toList();
    noItem = cues.section("no-item").stream().map(Pattern::compile).toList();
    icd = Pattern.compile(cues.only("icd"));
    procedureCode = Pattern.compile(cues.only("procedure-code"));
    this.lists = lists;
    table = new RequestTable(cues);
  }

  /** The items in order; empty where the paper lists none. */
  List<DisputedItem> read(List<TextLine> lines) {
    List<String> rows = listed(lines);
    List<String> cells = rows.isEmpty() ? table.read(lines) : List.of();
    if (!cells.isEmpty()) {
      return cells.stream().map(DisputedItem::of).toList();
    }
    if (rows.isEmpty()) {
      rows = labelled(lines);
    }
    return rows.stream()
        .map(this::treatment)
        .filter(text -> !text.isEmpty() && !matches(noItem, text))
        .map(DisputedItem::of)
        .toList();
  }

  private List<String> listed(List<TextLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (matches(leads, lines.get(i).text())) {
        int from = belowLead(lines, i);
        List<ListEntries.Entry> entries =
            lists.from(lists.inOneColumn(lines.subList(from, lines.size())), 0);
        if (!entries.isEmpty()) {
          return entries.stream().map(ListEntries.Entry::text).toList();
        }
      }
    }
    return plain(lines);
  }

  /** Lines below a lead that ends in a colon are items without marks. */
  private List<String> plain(List<TextLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (matches(leads, lines.get(i).text())) {
        int at = belowLead(lines, i);
        if (lines.get(at - 1).text().endsWith(":")) {
          var rows = new ArrayList<String>();
          while (at < lines.size() && !lines.get(at).blank() && !lines.get(at).opensPage()) {
            rows.add(lines.get(at++).text());
          }
          if (!rows.isEmpty() && rows.stream().noneMatch(row -> row.contains(":"))) {
            return rows;
          }
        }
      }
    }
    return List.of();
  }

  private static int belowLead(List<TextLine> lines, int lead) {
    for (int i = lead; i < Math.min(lead + LEAD_LINES, lines.size()); i++) {
      if (lines.get(i).text().endsWith(":")) {
        return i + 1;
      }
    }
    return lead + 1;
  }

  private List<String> labelled(List<TextLine> lines) {
    var rows = new ArrayList<String>();
    for (TextLine line : lines) {
      for (Pattern label : labels) {
        Matcher m = label.matcher(line.text());
        if (m.matches()) {
          rows.addAll(Arrays.asList(m.group(1).split(";\\s*")));
          break;
        }
      }
    }
    return rows;
  }

  /** The treatment in a row: in a table it stands after the diagnosis and its code. */
  private String treatment(String row) {
    List<String> columns = columns(row);
    Optional<Integer> code =
        java.util.stream.IntStream.range(0, columns.size())
            .filter(i -> icd.matcher(columns.get(i)).matches())
            .boxed()
            .findFirst();
    List<String> treatment = code.map(i -> columns.subList(i + 1, columns.size())).orElse(columns);
    if (code.isEmpty() && columns.size() > 1 && row.indexOf('|') < 0) {
      return cleaned(row);
    }
    List<String> named =
        treatment.stream().filter(c -> !procedureCode.matcher(c).matches()).toList();
    return cleaned(String.join(", ", named));
  }

  private static List<String> columns(String row) {
    return Arrays.stream(row.split("\\s*[;|]\\s*|\\s{3,}|\t"))
        .map(String::strip)
        .filter(column -> !column.isEmpty())
        .toList();
  }

  private static String cleaned(String text) {
    String cleaned = text.strip();
    while (cleaned.endsWith(".") || cleaned.endsWith(";") || cleaned.endsWith(",")) {
      cleaned = cleaned.substring(0, cleaned.length() - 1).strip();
    }
    return cleaned;
  }

  private static boolean matches(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(p -> p.matcher(text).matches());
  }
}
