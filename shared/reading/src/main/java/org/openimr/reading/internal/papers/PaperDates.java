package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.casefile.DocumentType;

/** Dates a paper: by its labels, else as a letter is dated, else by its last date. Immutable. */
final class PaperDates {
  /** No label is longer, in words. */
  private static final int LABEL_WORDS = 9;

  /** Lines at the top where a date without a label stands, and at the end. */
  private static final int LETTER_LINES = 14;

  private static final int LAST_LINES = 8;

  /** A line of a head is no longer, in chars; nor is a time of day behind a date. */
  private static final int SHORT = 80;

  private static final int WITH_TIME = 12;

  private static final String SIGNED = "signed";

  /** A label's rank and the date beside it. */
  private record Labelled(int rank, LocalDate date) {}

  private final Map<DocumentType, Map<String, Integer>> ranks = new EnumMap<>(DocumentType.class);
  private final List<String> otherDates;

  PaperDates(Cues cues) {
    otherDates = cues.section("not-its-date");
    for (DocumentType type : DocumentType.values()) {
      var ranked = new HashMap<String, Integer>();
      List<String> labels = cues.section(section(type));
      labels.forEach(label -> ranked.putIfAbsent(label, ranked.size()));
      ranks.put(type, ranked);
    }
  }

  private static String section(DocumentType type) {
    return switch (type) {
      case APPLICATION,
          REQUEST_FOR_AUTHORIZATION,
          UTILIZATION_REVIEW,
          CORRESPONDENCE,
          DETERMINATION ->
          "date-" + type.name();
      case PROGRESS_REPORT,
          FIRST_REPORT,
          CONSULTATION,
          OPERATIVE_REPORT,
          IMAGING,
          ELECTRODIAGNOSTIC,
          LABORATORY,
          THERAPY_NOTE,
          PSYCHOLOGICAL,
          CLINICAL_SUMMARY,
          OTHER ->
          "date-RECORDS";
    };
  }

  /**
   * The date of a paper; empty where nothing gives one.
   *
   * @param first lines of its first page
   * @param others gives the lines of its other pages, if the first does not tell
   */
  Optional<LocalDate> of(DocumentType type, List<TextLine> first, Supplier<List<TextLine>> others) {
    return top(type, first)
        .or(
            () -> {
              List<TextLine> rest = others.get();
              return labelled(type, rest).or(() -> last(type, rest.isEmpty() ? first : rest));
            });
  }

  /** The date that the first page of a paper gives. */
  Optional<LocalDate> top(DocumentType type, List<TextLine> first) {
    return labelled(type, first).or(() -> alone(first));
  }

  private Optional<LocalDate> labelled(DocumentType type, List<TextLine> lines) {
    Map<String, Integer> ranked = ranks.getOrDefault(type, Map.of());
    Optional<Labelled> best = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      for (Labelled found : labelled(lines, i, ranked)) {
        boolean better = best.filter(b -> b.rank() <= found.rank()).isEmpty();
        best = better ? Optional.of(found) : best;
      }
    }
    return best.map(Labelled::date);
  }

  private List<Labelled> labelled(List<TextLine> lines, int at, Map<String, Integer> ranked) {
    String line = lines.get(at).text();
    var found = new ArrayList<Labelled>();
    int from = 0;
    for (WrittenDate date : WrittenDate.all(line)) {
      int end = date.start();
      Optional<Integer> rank = rank(line.substring(from, end), ranked);
      rank.ifPresent(r -> date.date().ifPresent(d -> found.add(new Labelled(r, d))));
      from = date.end();
    }
    boolean below = from == 0 && at > 0 && lines.get(at - 1).text().endsWith(":");
    if (found.isEmpty() && below) {
      List<WrittenDate> dates = WrittenDate.all(line);
      dates.stream()
          .limit(1)
          .filter(d -> d.start() == 0)
          .flatMap(d -> d.date().stream())
          .forEach(
              d ->
                  rank(lines.get(at - 1).text(), ranked)
                      .ifPresent(r -> found.add(new Labelled(r, d))));
    }
    return found;
  }

  /** The rank of the label that a stretch before a date ends with. */
  private Optional<Integer> rank(String before, Map<String, Integer> ranked) {
    String text = before.strip().toLowerCase(Locale.ROOT);
    while (!text.isEmpty() && ":#.-\u2013(".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    if (ofOther(text)) {
      return Optional.empty();
    }
    int start = text.length();
    Optional<Integer> rank = signed(text, ranked);
    for (int words = 0; words < LABEL_WORDS && start > 0; words++) {
      start = text.lastIndexOf(' ', start - 1);
      start = Math.max(start, 0);
      Integer known = ranked.get(text.substring(start).strip());
      if (known != null
          && (bordered(before, text, start) || text.substring(start).strip().contains(" "))) {
        rank = Optional.of(known);
      }
    }
    return rank;
  }

  /** A signature has the name between its label and its date. */
  private static Optional<Integer> signed(String before, Map<String, Integer> ranked) {
    return before.startsWith(SIGNED + " ") && before.length() <= SHORT
        ? Optional.ofNullable(ranked.get(SIGNED))
        : Optional.empty();
  }

  /** Whether a label of one word stands by itself: "injury date" is not the date of the paper. */
  private static boolean bordered(String before, String text, int start) {
    String left = text.substring(0, start);
    return left.isBlank()
        || left.endsWith(" ")
        || ",;|)]_*".indexOf(left.charAt(left.length() - 1)) >= 0
        || left.indexOf(':') >= 0
        || before.indexOf('\t') >= 0;
  }

  /** The date that stands alone on a line or in a cell near the top, as letters have it. */
  Optional<LocalDate> alone(List<TextLine> lines) {
    for (TextLine line : lines.subList(0, Math.min(LETTER_LINES, lines.size()))) {
      for (WrittenDate date : WrittenDate.all(line.text())) {
        if (date.date().isPresent() && alone(line.text(), date)) {
          return date.date();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what stands before a date says that it is not the date of the paper. */
  private boolean ofOther(String before) {
    return otherDates.stream().anyMatch(before::endsWith);
  }

  private boolean alone(String line, WrittenDate date) {
    String before = line.substring(0, date.start());
    if (ofOther(before.strip().toLowerCase(Locale.ROOT))) {
      return false;
    }
    String after = line.substring(date.end());
    boolean cell = before.endsWith("  ") || before.endsWith("\t");
    boolean opens = before.isBlank() || (cell && !before.strip().endsWith(":"));
    boolean closes = before.endsWith(", ") && after.isBlank() && line.length() <= SHORT;
    boolean ends = after.isBlank() || after.startsWith("  ") || after.startsWith("\t");
    boolean row = before.isBlank() && after.strip().contains("  ");
    boolean opening = before.isBlank() && after.length() <= WITH_TIME;
    return closes || (opens && !row && (ends || opening));
  }

  private static Optional<LocalDate> last(DocumentType type, List<TextLine> lines) {
    if (type != DocumentType.CORRESPONDENCE) {
      return Optional.empty();
    }
    Optional<LocalDate> last = Optional.empty();
    for (TextLine line : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())) {
      for (WrittenDate date : WrittenDate.all(line.text())) {
        // A date that opens a line is a row's, as of a bill.
        last = date.start() > 0 && date.date().isPresent() ? date.date() : last;
      }
    }
    return last;
  }
}
