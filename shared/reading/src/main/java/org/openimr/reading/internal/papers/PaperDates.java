package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.DocumentType;

/** Dates a paper by its labels. Immutable. */
final class PaperDates {
  private static final String RECORDS = "date-RECORDS";

  private final Map<DocumentType, List<String>> labels = new EnumMap<>(DocumentType.class);

  PaperDates(Cues cues) {
    for (DocumentType type : DocumentType.values()) {
      labels.put(type, cues.section(section(type)));
    }
  }

  private static String section(DocumentType type) {
    return switch (type) {
      case APPLICATION, REQUEST_FOR_AUTHORIZATION, UTILIZATION_REVIEW -> "date-" + type.name();
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
          CORRESPONDENCE,
          DETERMINATION,
          OTHER ->
          RECORDS;
    };
  }

  /** The date of a paper; empty where no label gives one. */
  Optional<LocalDate> of(DocumentType type, List<TextLine> lines) {
    List<String> names = labels.getOrDefault(type, List.of());
    var reader = new LabelReader<Integer>();
    for (int i = 0; i < names.size(); i++) {
      reader.add(i, List.of(names.get(i)));
    }
    return reader.read(lines).stream()
        .filter(labelled -> date(labelled.value()).isPresent())
        .min(java.util.Comparator.comparing(LabelReader.Labelled::key))
        .flatMap(labelled -> date(labelled.value()));
  }

  private static Optional<LocalDate> date(String value) {
    return WrittenDate.first(value).flatMap(WrittenDate::date);
  }
}
