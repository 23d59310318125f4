package org.openimr.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.precedents.NearestPrecedents.Count;
import org.openimr.precedents.NearestPrecedents.Match;

/** The nearest precedents as lines for a terminal. */
final class PrecedentLines {
  private PrecedentLines() {}

  static List<String> of(PrecedentSource.Search search) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("precedents  for information: how others were decided is no evidence for this one");
    search.nearest().counts().forEach(count -> lines.add(line(count)));
    if (!search.complete()) {
      lines.add("  there are more: the nearest were read and counted, not all");
    }
    if (search.nearest().nearest().isEmpty()) {
      lines.add("  none of this category and region");
    }
    search.nearest().nearest().forEach(match -> lines.addAll(lines(match)));
    return List.copyOf(lines);
  }

  private static String line(Count count) {
    String kind = count.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "  %-25s %d upheld, %d overturned".formatted(kind, count.upheld(), count.overturned());
  }

  private static List<String> lines(Match match) {
    var precedent = match.precedent();
    var lines = new ArrayList<String>();
    lines.add(
        "  %s item %d, %s, %s, distance %d"
            .formatted(
                precedent.caseNumber(),
                precedent.item(),
                precedent.outcome(),
                precedent.decided().map(LocalDate::toString).orElse("undated"),
                match.distance().value()));
    match.distance().differences().forEach(difference -> lines.add("    " + difference));
    return lines;
  }
}
