package org.openimr.letter.internal;

import java.util.List;
import java.util.Locale;
import org.openimr.letter.internal.LetterContent.ItemSection;
import org.openimr.letter.internal.LetterContent.PaperRow;
import org.openimr.letter.internal.LetterContent.Quantities;

/** The letter as plain text. */
final class PlainText {
  private final Wording wording;
  private final TextPage page = new TextPage();

  private PlainText(Wording wording) {
    this.wording = wording;
  }

  static byte[] of(LetterContent content, Wording wording) {
    var text = new PlainText(wording);
    text.letter(content);
    return text.page.bytes();
  }

  private void letter(LetterContent content) {
    page.line(wording.of("letter.organization") + " – " + wording.of("letter.process"));
    page.line(content.title().toUpperCase(Locale.ROOT));
    mark(content);
    page.line("");
    content.header().forEach(row -> page.field(row.name(), row.value()));
    page.line("");
    page.paragraph(content.revision());
    page.section(wording.of(content.kind(), "section.made"), content.made());
    page.section(wording.of("section.credentials"), content.credentials());
    page.heading(wording.of("section.summary"));
    page.paragraph(wording.of("summary.intro"));
    content.summary().forEach(page::paragraph);
    page.section(
        wording.of("section.documents"), List.of(wording.of(content.kind(), "documents.intro")));
    papers(content.papers());
    page.heading(wording.of("section.items"));
    page.field(wording.of("items.overall"), content.overall());
    page.line("");
    page.paragraph(wording.of(content.kind(), "items.intro"));
    overview(content);
    content.items().forEach(this::item);
    if (!content.effect().isEmpty()) {
      page.rule();
      page.section(wording.of("section.effect"), content.effect());
    }
    mark(content);
  }

  private void mark(LetterContent content) {
    if (content.isDraft()) {
      page.line("*** " + content.mark() + " ***");
    }
  }

  private void papers(List<PaperRow> papers) {
    for (PaperRow paper : papers) {
      String text = String.join("; ", paper.name(), paper.date(), pages(paper), paper.use());
      page.wrap("- " + text, "  ");
    }
    page.line("");
  }

  private String pages(PaperRow paper) {
    return wording.of("table.pages") + ": " + paper.pages();
  }

  private void overview(LetterContent content) {
    List<ItemSection> items = content.items();
    if (items.isEmpty()) {
      page.paragraph(wording.of("items.none"));
    }
    for (ItemSection item : items) {
      page.wrap(item.number() + ". " + item.description() + ": " + item.decision(), "   ");
      quantities(item.quantities(), "   ");
    }
    if (!items.isEmpty()) {
      page.line("");
      page.paragraph(wording.of(content.kind(), "quantity.explained"));
    }
  }

  private void item(ItemSection item) {
    page.rule();
    page.wrap(item.number() + ". " + item.description() + ": " + item.decision(), "   ");
    page.line("");
    quantities(item.quantities(), "");
    page.line("");
    page.field(
        wording.of("item.claimsAdministrator"),
        String.join(" ", item.claimsAdministratorGuideline()));
    page.line("");
    page.field(wording.of("item.reviewer"), String.join(" ", item.reviewerGuideline()));
    page.line("");
    page.line(wording.of("item.rationale") + ":");
    page.line("");
    item.rationale().forEach(this::block);
    if (!item.flags().isEmpty()) {
      page.line(wording.of("item.flags") + ":");
      item.flags().forEach(flag -> page.wrap("- " + flag, "  "));
      page.line("");
    }
  }

  private void quantities(Quantities quantities, String indent) {
    quantity("quantity.requested", quantities.requested(), indent);
    quantity("quantity.certifiedByUr", quantities.certified(), indent);
    quantity("quantity.supported", quantities.supported(), indent);
    quantity("quantity.netEffect", quantities.netEffect(), indent);
  }

  private void quantity(String name, String value, String indent) {
    page.wrap(indent + wording.of(name) + ": " + value, indent + "  ");
  }

  private void block(Block block) {
    for (String line : block.plain().split("\n", -1)) {
      int dash = line.startsWith("  - ") ? 4 : line.startsWith("- ") ? 2 : 0;
      page.wrap(line, " ".repeat(dash));
    }
    page.line("");
  }
}
