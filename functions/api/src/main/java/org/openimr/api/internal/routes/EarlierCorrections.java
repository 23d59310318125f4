package org.openimr.api.internal.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Outcome;
import org.openimr.records.Bodies;
import org.openimr.records.CaseCorrections;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;

/** What earlier corrections of a determination say, those that stand or are on their way. */
final class EarlierCorrections {
  private final List<Said> said;

  private EarlierCorrections(List<Said> said) {
    this.said = said;
  }

  private record Said(int number, boolean issued, Correction.Entry entry) {}

  static EarlierCorrections of(CaseCorrections all, Bodies bodies) {
    return new EarlierCorrections(all.rows().stream().flatMap(row -> said(row, bodies)).toList());
  }

  private static Stream<Said> said(CorrectionRow row, Bodies bodies) {
    return switch (row.state()) {
      case REQUESTED, ASSENTED, ISSUED ->
          bodies.get(row.body(), Correction.class).entries().stream()
              .map(entry -> new Said(row.number(), row.state() == CorrectionState.ISSUED, entry));
      case DECLINED, WITHDRAWN, FAILED -> Stream.empty();
    };
  }

  /** The entries, with the corrections of the same words that they supersede. */
  Outcome<List<Correction.Entry>> superseded(List<Correction.Entry> entries) {
    var known = new ArrayList<Correction.Entry>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var last = last(entry);
      if (last.filter(before -> !before.issued()).isPresent()) {
        return refused(i, last.get(), " of the same words is on its way.");
      }
      if (last.filter(before -> before.entry().reads().equals(entry.reads())).isPresent()) {
        return refused(i, last.get(), " says the same.");
      }
      known.add(
          new Correction.Entry(
              entry.place(), entry.item(), entry.printed(), entry.reads(), last.map(Said::number)));
    }
    return Outcome.accepted(List.copyOf(known));
  }

  private Optional<Said> last(Correction.Entry entry) {
    return said.stream()
        .filter(before -> before.entry().isOfTheSame(entry))
        .reduce((_, later) -> later);
  }

  private static Outcome<List<Correction.Entry>> refused(int at, Said before, String what) {
    return Outcome.rejected(
        Code.ALREADY_CORRECTED, "entries[" + at + "]: correction " + before.number() + what);
  }
}
