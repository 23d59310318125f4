package org.openimr.letter.internal;

import java.util.Locale;
import org.openimr.letter.internal.CorrectionContent.EntryRow;

/** The letter of a correction as plain text. */
final class CorrectionText {
  private CorrectionText() {}

  static byte[] of(CorrectionContent content, Wording wording) {
    var page = new TextPage();
    page.line(wording.of("letter.organization") + " – " + wording.of("letter.process"));
    page.line(content.title().toUpperCase(Locale.ROOT));
    page.line("");
    content.header().forEach(row -> page.field(row.name(), row.value()));
    page.line("");
    content.opening().forEach(page::paragraph);
    page.heading(wording.of("section.corrected"));
    for (EntryRow entry : content.entries()) {
      page.wrap(entry.where(), "");
      page.wrap("- " + wording.of("correction.printed") + ": " + entry.printed(), "  ");
      page.wrap("- " + wording.of("correction.reads") + ": " + entry.reads(), "  ");
      page.line("");
    }
    page.paragraph(wording.of("correction.reason") + ": " + content.reason());
    page.section(wording.of("section.correctionEffect"), content.effect());
    page.heading(wording.of("section.hashes"));
    page.paragraph(wording.of("correction.hashes"));
    content.hashes().forEach(row -> page.field(row.name(), row.value()));
    return page.bytes();
  }
}
