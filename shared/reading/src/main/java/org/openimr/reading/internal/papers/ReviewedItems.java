package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.UtilizationDecision;

/**
 * The items that a utilization review decision does not approve as requested, with decision,
 * certified quantity and guidelines. Immutable.
 */
final class ReviewedItems {
  private static final java.util.regex.Pattern SENTENCE_END =
      java.util.regex.Pattern.compile("(?<=\\.) ");

  private static final Pattern GAP = Pattern.compile(" {2,}|\\t");

  private final ListEntries lists;
  private final ReviewDecision.Reader decisions;
  private final Citations citations;
  private final Prose prose;
  private final Pattern decisionLabel;
  private final Pattern guidelineLabel;
  private final Pattern requestLabel;
  private final Pattern requestProse;
  private final Pattern amountCell;
  private final ReviewTable table;

  ReviewedItems(Cues cues, ListEntries lists, Citations citations, List<String> keptHyphens) {
    this.lists = lists;
    this.citations = citations;
    decisions = new ReviewDecision.Reader(cues);
    prose = new Prose(keptHyphens, "");
    decisionLabel = Pattern.compile(cues.only("decision-label"));
    guidelineLabel = Pattern.compile(cues.only("guideline-label"));
    requestLabel = Pattern.compile(cues.only("request-label"));
    requestProse = Pattern.compile(cues.only("request-prose"));
    amountCell = Pattern.compile(cues.only("amount-cell"));
    table = new ReviewTable(cues, decisions);
  }

  /** The items in order. */
  List<DisputedItem> read(List<TextLine> lines) {
    ReviewTable.Rows rows = table.of(lines);
    var items = new ArrayList<DisputedItem>();
    int table = 0;
    int row = -1;
    int at = 0;
    while (at < lines.size()) {
      Optional<ListEntries.Entry> entry = begins(lines, at, rows);
      if (entry.isEmpty()) {
        at++;
        continue;
      }
      table = row == at ? table : items.size();
      row = rows.entries().containsKey(at) ? entry.get().end() : -1;
      int end = end(lines, entry.get().end(), rows);
      Optional<ReviewDecision> decision =
          decision(entry.get(), lines.subList(entry.get().end(), end));
      decision
          .filter(d -> d.decision() != UtilizationDecision.APPROVED && !d.item().isEmpty())
          .map(d -> item(d, lines.subList(entry.get().end(), end)))
          .ifPresent(items::add);
      if (row >= 0) {
        citeForAll(items.subList(table, items.size()));
      }
      at = decision.isPresent() ? end : at + 1;
    }
    return items.isEmpty() ? inProse(lines) : List.copyOf(items);
  }

  /** What is cited below the last of rows that follow on each other is cited for all of them. */
  private static void citeForAll(List<DisputedItem> rows) {
    if (!rows.isEmpty()) {
      List<String> cited = rows.getLast().urGuidelines();
      rows.replaceAll(item -> item.urGuidelines().isEmpty() ? item.citing(cited) : item);
    }
  }

  /** An entry begins with a mark, with a label, or is a line that ends in a decision. */
  private Optional<ListEntries.Entry> begins(List<TextLine> lines, int at, ReviewTable.Rows rows) {
    String row = rows.entries().get(at);
    if (row != null) {
      return Optional.of(new ListEntries.Entry(row, at, rows.ends().getOrDefault(at, at + 1)));
    }
    if (rows.headers().contains(at)) {
      return Optional.empty();
    }
    String line = lines.get(at).text();
    Matcher request = requestLabel.matcher(line);
    if (request.matches()) {
      return Optional.of(new ListEntries.Entry(requested(request.group(1)), at, at + 1));
    }
    if (lists.marked(line).isPresent()) {
      return Optional.of(lists.entry(lines, at));
    }
    boolean labels =
        decisionLabel.matcher(line).matches() || guidelineLabel.matcher(line).matches();
    boolean tabular = line.contains("  ") || line.contains(":") || line.contains("|");
    return !labels && tabular && decisions.of(line).isPresent()
        ? Optional.of(new ListEntries.Entry(line, at, at + 1))
        : Optional.empty();
  }

  /** A request with the amount that stands in a cell beside it; other labels are not of it. */
  private String requested(String words) {
    String[] cells = GAP.split(words);
    var request = new StringBuilder(cells[0]);
    for (String cell : List.of(cells).subList(1, cells.length)) {
      Matcher amount = amountCell.matcher(cell);
      if (amount.matches()) {
        boolean number = amount.group(1).chars().allMatch(Character::isDigit);
        request.append(number ? " Qty " : ", ").append(amount.group(1));
      } else if (cell.indexOf(':') < 0) {
        request.append(' ').append(cell);
      }
    }
    return request.toString();
  }

  /** Where the lines that belong to an entry end: at the next one, or at a gap after a blank. */
  private int end(List<TextLine> lines, int from, ReviewTable.Rows rows) {
    int at = from;
    while (at < lines.size() && begins(lines, at, rows).isEmpty()) {
      boolean gap = lines.get(at).blank() && !followsOn(lines, at);
      if (gap) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a blank line is followed by a line about the same entry. */
  private boolean followsOn(List<TextLine> lines, int blank) {
    int at = blank;
    while (at < lines.size() && lines.get(at).blank()) {
      at++;
    }
    return at < lines.size()
        && (decisionLabel.matcher(lines.get(at).text()).matches()
            || guidelineLabel.matcher(lines.get(at).text()).matches());
  }

  private Optional<ReviewDecision> decision(ListEntries.Entry entry, List<TextLine> below) {
    Optional<ReviewDecision> own = decisions.of(entry.text());
    if (own.isPresent()) {
      return own;
    }
    for (TextLine line : below) {
      Matcher label = decisionLabel.matcher(line.text());
      String words = label.matches() ? label.group(1) : line.text();
      Optional<ReviewDecision> stated = decisions.alone(words);
      if (stated.isPresent()) {
        ReviewDecision d = stated.get();
        return Optional.of(new ReviewDecision(entry.text(), d.decision(), d.certified()));
      }
    }
    return Optional.empty();
  }

  private DisputedItem item(ReviewDecision decision, List<TextLine> below) {
    return new DisputedItem(
        decision.item(),
        Optional.of(decision.decision()),
        guidelines(below),
        decision.certified(),
        Optional.empty());
  }

  /** Citations stand behind a label and go on until the next label or blank line. */
  private List<String> guidelines(List<TextLine> lines) {
    var found = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher label = guidelineLabel.matcher(lines.get(i).text());
      if (label.matches()) {
        var texts = new ArrayList<String>(List.of(label.group(1)));
        int next = i + 1;
        while (next < lines.size() && goesOn(lines.get(next).text(), texts.getLast())) {
          texts.add(lines.get(next++).text());
        }
        found.addAll(citations.of(prose.join(texts)));
      }
    }
    return List.copyOf(found);
  }

  private boolean goesOn(String line, String before) {
    return !line.isEmpty()
        && !Paragraphs.endsSentence(before)
        && !decisionLabel.matcher(line).matches()
        && !guidelineLabel.matcher(line).matches();
  }

  /** A letter without a list says it in sentences. */
  private List<DisputedItem> inProse(List<TextLine> lines) {
    var texts = lines.stream().map(TextLine::text).filter(text -> !text.isEmpty()).toList();
    var items = new ArrayList<DisputedItem>();
    for (String sentence : SENTENCE_END.splitAsStream(prose.join(texts)).toList()) {
      decisions
          .of(sentence)
          .filter(d -> d.decision() != UtilizationDecision.APPROVED)
          .ifPresent(d -> requested(sentence, d).ifPresent(items::add));
    }
    return List.copyOf(items);
  }

  private Optional<DisputedItem> requested(String sentence, ReviewDecision decision) {
    for (String verb : List.of(" is ", " was ", " are ", " were ", " has been ", " have been ")) {
      int at = sentence.indexOf(verb);
      Matcher m = at < 0 ? null : requestProse.matcher(sentence.substring(0, at + verb.length()));
      if (m != null && m.find()) {
        return Optional.of(item(withItem(decision, m.group(1)), List.of()));
      }
    }
    return Optional.empty();
  }

  private static ReviewDecision withItem(ReviewDecision decision, String item) {
    return new ReviewDecision(item.strip(), decision.decision(), decision.certified());
  }
}
