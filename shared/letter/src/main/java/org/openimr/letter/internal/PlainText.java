package org.openimr.letter.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.openimr.letter.internal.LetterContent.ItemSection;
import org.openimr.letter.internal.LetterContent.PaperRow;
import org.openimr.letter.internal.LetterContent.Quantities;

/** The letter as plain text: UTF-8, lines of at most 80 characters that end in U+000A. */
final class PlainText {
  private static final int WIDTH = 80;

  private final Wording wording;
  private final StringBuilder out = new StringBuilder(1 << 13);

  private PlainText(Wording wording) {
    this.wording = wording;
  }

  static byte[] of(LetterContent content, Wording wording) {
    var text = new PlainText(wording);
    text.letter(content);
    return text.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void letter(LetterContent content) {
    line(wording.of("letter.organization") + " – " + wording.of("letter.process"));
    line(content.title().toUpperCase(Locale.ROOT));
    mark(content);
    line("");
    content.header().forEach(row -> field(row.name(), row.value()));
    line("");
    paragraph(content.revision());
    section(wording.of(content.kind(), "section.made"), content.made());
    section(wording.of("section.credentials"), content.credentials());
    heading(wording.of("section.summary"));
    paragraph(wording.of("summary.intro"));
    content.summary().forEach(this::paragraph);
    section(
        wording.of("section.documents"), List.of(wording.of(content.kind(), "documents.intro")));
    papers(content.papers());
    heading(wording.of("section.items"));
    field(wording.of("items.overall"), content.overall());
    line("");
    paragraph(wording.of(content.kind(), "items.intro"));
    overview(content);
    content.items().forEach(this::item);
    if (!content.effect().isEmpty()) {
      line("-".repeat(WIDTH));
      section(wording.of("section.effect"), content.effect());
    }
    mark(content);
  }

  private void mark(LetterContent content) {
    if (content.isDraft()) {
      line("*** " + content.mark() + " ***");
    }
  }

  private void papers(List<PaperRow> papers) {
    for (PaperRow paper : papers) {
      String text = String.join("; ", paper.name(), paper.date(), pages(paper), paper.use());
      wrap("- " + text, "  ");
    }
    line("");
  }

  private String pages(PaperRow paper) {
    return wording.of("table.pages") + ": " + paper.pages();
  }

  private void overview(LetterContent content) {
    List<ItemSection> items = content.items();
    if (items.isEmpty()) {
      paragraph(wording.of("items.none"));
    }
    for (ItemSection item : items) {
      wrap(item.number() + ". " + item.description() + ": " + item.decision(), "   ");
      quantities(item.quantities(), "   ");
    }
    if (!items.isEmpty()) {
      line("");
      paragraph(wording.of(content.kind(), "quantity.explained"));
    }
  }

  private void item(ItemSection item) {
    line("-".repeat(WIDTH));
    wrap(item.number() + ". " + item.description() + ": " + item.decision(), "   ");
    line("");
    quantities(item.quantities(), "");
    line("");
    field(
        wording.of("item.claimsAdministrator"),
        String.join(" ", item.claimsAdministratorGuideline()));
    line("");
    field(wording.of("item.reviewer"), String.join(" ", item.reviewerGuideline()));
    line("");
    line(wording.of("item.rationale") + ":");
    line("");
    item.rationale().forEach(this::block);
    if (!item.flags().isEmpty()) {
      line(wording.of("item.flags") + ":");
      item.flags().forEach(flag -> wrap("- " + flag, "  "));
      line("");
    }
  }

  private void quantities(Quantities quantities, String indent) {
    quantity("quantity.requested", quantities.requested(), indent);
    quantity("quantity.certifiedByUr", quantities.certified(), indent);
    quantity("quantity.supported", quantities.supported(), indent);
    quantity("quantity.netEffect", quantities.netEffect(), indent);
  }

  private void quantity(String name, String value, String indent) {
    wrap(indent + wording.of(name) + ": " + value, indent + "  ");
  }

  private void block(Block block) {
    for (String line : block.plain().split("\n", -1)) {
      int dash = line.startsWith("  - ") ? 4 : line.startsWith("- ") ? 2 : 0;
      wrap(line, " ".repeat(dash));
    }
    line("");
  }

  private void section(String heading, List<String> paragraphs) {
    heading(heading);
    paragraphs.forEach(this::paragraph);
  }

  private void heading(String words) {
    line(words.toUpperCase(Locale.ROOT));
    line("");
  }

  private void field(String name, String value) {
    wrap(name + ": " + value, "  ");
  }

  private void paragraph(String text) {
    wrap(text, "");
    line("");
  }

  /** Breaks at spaces; a word longer than a line keeps its own line. */
  private void wrap(String text, String indent) {
    int from = 0;
    String start = "";
    while (text.length() - from + start.length() > WIDTH) {
      int room = from + WIDTH - start.length();
      int cut = text.lastIndexOf(' ', room);
      if (cut <= from + (from == 0 ? indent.length() : 0)) {
        cut = text.indexOf(' ', room);
      }
      if (cut < 0) {
        break;
      }
      line(start + text.substring(from, cut));
      from = cut + 1;
      start = indent;
    }
    line(start + text.substring(from));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
