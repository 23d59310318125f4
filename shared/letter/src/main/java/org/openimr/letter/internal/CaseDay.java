package org.openimr.letter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;

/**
 * The day that stands in a proposal's PDF metadata: PDF/A asks for one, and a proposal must not
 * depend on a clock, so it is the latest day that the case file itself knows.
 */
final class CaseDay {
  private CaseDay() {}

  static Instant latest(CaseFile file) {
    CaseFields fields = file.fields();
    return Stream.concat(
            Stream.of(
                    fields.dateAssigned(),
                    fields.applicationReceived(),
                    fields.urDecisionDate(),
                    fields.requestDate(),
                    fields.recordsReceivedDate())
                .flatMap(Optional::stream),
            file.documents().stream().map(CaseDocument::date).flatMap(Optional::stream))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
