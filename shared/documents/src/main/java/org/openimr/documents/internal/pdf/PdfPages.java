package org.openimr.documents.internal.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.openimr.documents.internal.Meter;

/** The pages of one PDF as they read: from top to bottom, a table's row on one line. */
final class PdfPages extends PDFTextStripper {
  private final Meter meter;
  private final ContentStreams streams;
  private final PageResources resources;
  private final List<PageText> pages = new ArrayList<>();
  private boolean damaged;
  private boolean onlyShown;
  private Glyphs glyphs = new Glyphs(new PDPage());
  private CellGaps gaps = new CellGaps();
  private boolean separated;

  PdfPages(Meter meter) {
    this.meter = meter;
    this.streams = new ContentStreams(meter);
    this.resources = new PageResources(meter, streams);
    // By position: producers write a table's cells, a form's values and a letter's header grid in
    // any order, and a value is worth nothing away from its label.
    setSortByPosition(true);
    setShouldSeparateByBeads(false);
    // Some producers print bold by writing each letter twice, a hair apart.
    setSuppressDuplicateOverlappingText(true);
    setLineSeparator("\n");
    setPageEnd("");
  }

  /** All pages, in order. */
  List<PageText> of(PDDocument document) throws IOException {
    // Asking for the form makes the parser draw the fields that were filled without an appearance.
    document.getDocumentCatalog().getAcroForm();
    writeText(document, Writer.nullWriter());
    return List.copyOf(pages);
  }

  @Override
  protected void processPages(PDPageTree tree) throws IOException {
    for (Iterator<PDPage> rest = tree.iterator(); rest.hasNext(); ) {
      PDPage page = rest.next();
      meter.page();
      damaged = false;
      if (page.getResources() != null) {
        resources.measure(page.getResources().getCOSObject());
      }
      for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
        damaged |= !streams.sound(parts.next().getCOSObject());
      }
      pages.add(read(page));
    }
  }

  private PageText read(PDPage page) throws IOException {
    String text = text(page, false);
    boolean unshown = glyphs.anyHidden() && PageMarks.on(page, meter).imageShare() == 0;
    if (unshown) {
      text = text(page, true);
    }
    meter.text(text.length());
    boolean readable = !damaged && Readability.of(text, glyphs, () -> PageMarks.on(page, meter));
    return new PageText(text, readable, damaged, unshown);
  }

  private String text(PDPage page, boolean shown) throws IOException {
    onlyShown = shown;
    glyphs = new Glyphs(page);
    separated = false;
    gaps = new CellGaps();
    processPage(page);
    return gaps.text();
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    boolean hidden = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER;
    if (hidden && onlyShown) {
      return;
    }
    glyphs.add(position, hidden);
    super.processTextPosition(position);
  }

  /**
   * Filled fields, notes typed on the page and stamps are drawn over it, so they are read with it.
   */
  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
      PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
      if (appearance != null && !annotation.isHidden() && !annotation.isNoView()) {
        damaged |= !streams.sound(appearance.getCOSObject());
        showAnnotation(annotation);
      }
    }
    super.writePage();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    meter.part();
    super.processOperator(operator, operands);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    damaged |= !streams.sound(form.getCOSObject());
    super.showForm(form);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    damaged |= !streams.sound(form.getCOSObject());
    super.showTransparencyGroup(form);
  }

  @Override
  protected void writeWordSeparator() {
    separated = true;
  }

  @Override
  protected void writeLineSeparator() {
    gaps.endLine();
    separated = false;
  }

  /**
   * A font may map a glyph to any characters. Line and page ends come from the layout alone, and
   * half a surrogate pair has no bytes in UTF-8, so that hashes of the text would not hold.
   */
  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c < ' ' || c == 0x7F ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    gaps.add(clean.toString(), positions, separated);
    separated = false;
  }
}
