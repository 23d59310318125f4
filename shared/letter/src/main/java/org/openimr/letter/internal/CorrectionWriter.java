package org.openimr.letter.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.Correction;
import org.openimr.letter.internal.CorrectionContent.EntryRow;
import org.openimr.letter.internal.LetterContent.Row;

/** From a correction to what its letter says. */
final class CorrectionWriter {
  private final Wording wording;

  CorrectionWriter(Wording wording) {
    this.wording = wording;
  }

  CorrectionContent content(Correction correction, LocalDate date) {
    return new CorrectionContent(
        correction.caseNumber().value(),
        wording.of("correction.title"),
        header(correction, date),
        List.of(wording.of("correction.opening.1"), wording.of("correction.opening.2")),
        Wording.sentence(correction.reason()),
        correction.entries().stream().map(this::row).toList(),
        effect(correction),
        hashes(correction.corrected()));
  }

  private List<Row> header(Correction correction, LocalDate date) {
    var corrected = correction.corrected();
    return List.of(
        new Row(wording.of("header.caseNumber"), correction.caseNumber().value()),
        new Row(wording.of("correction.number"), Integer.toString(correction.number())),
        new Row(wording.of("correction.date"), wording.date(date)),
        new Row(wording.of("header.decisionDate"), wording.date(corrected.decisionDate())),
        new Row(wording.of("correction.issuedOn"), wording.date(corrected.issuedOn())),
        new Row(wording.of("correction.revision"), Integer.toString(corrected.revision())));
  }

  private EntryRow row(Correction.Entry entry) {
    String place = wording.of("place", entry.place());
    String where =
        entry
            .item()
            .map(item -> wording.filled("correction.ofItem", place, Integer.toString(item)))
            .orElse(place);
    String replaced =
        entry
            .replaces()
            .map(number -> ". " + wording.filled("correction.replaces", Integer.toString(number)))
            .orElse("");
    return new EntryRow(
        where + replaced, Printable.line(entry.printed()), Printable.line(entry.reads()));
  }

  private List<String> effect(Correction correction) {
    var effect = new ArrayList<String>();
    effect.add(wording.of("correction.decision"));
    if (correction.assent()) {
      effect.add(wording.of("correction.assent"));
    }
    effect.add(wording.of("correction.appeal"));
    effect.add(wording.of("correction.question"));
    correction
        .contact()
        .map(Printable::line)
        .ifPresent(contact -> effect.add(wording.filled("correction.contact", contact)));
    return effect;
  }

  private List<Row> hashes(Correction.Corrected corrected) {
    return List.of(
        new Row("JSON", corrected.json()),
        new Row(wording.of("correction.text"), corrected.text()),
        new Row("HTML", corrected.html()),
        new Row("PDF", corrected.pdf()));
  }
}
