package org.openimr.documents.internal.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.openimr.documents.internal.Meter;

/** What a page shows beside text. Images are measured, never decoded. */
final class PageMarks extends PDFGraphicsStreamEngine {
  /** Finds the marks when they are asked for: most pages are settled by their text. */
  @FunctionalInterface
  interface Source {
    PageMarks get() throws IOException;
  }

  private static final int WHITE = 0xFFFFFF;

  private final Meter meter;
  private final double pageArea;
  private final Point2D.Float current = new Point2D.Float();
  private boolean painted;
  private double imageArea;
  private long pixels;

  private PageMarks(PDPage page, Meter meter) {
    super(page);
    this.meter = meter;
    PDRectangle box = page.getCropBox();
    this.pageArea = Math.max(1, (double) box.getWidth() * box.getHeight());
  }

  static PageMarks on(PDPage page, Meter meter) throws IOException {
    var marks = new PageMarks(page, meter);
    marks.processPage(page);
    return marks;
  }

  /** Whether anything shows: an image, a line, a shape that is not white, a glyph. */
  boolean any() {
    return painted || imageArea > 0;
  }

  /** How much of the page images cover, from 0; overlapping ones count twice. */
  double imageShare() {
    return imageArea / pageArea;
  }

  /** Of all pictures, as often as they are drawn. */
  long pixels() {
    return pixels;
  }

  @Override
  public void drawImage(PDImage image) {
    pixels += (long) image.getWidth() * image.getHeight();
    image();
  }

  /** An image that cannot be opened here still is one. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    image();
  }

  private void image() {
    Matrix m = getGraphicsState().getCurrentTransformationMatrix();
    double area = (double) m.getScaleX() * m.getScaleY() - (double) m.getShearX() * m.getShearY();
    imageArea += Math.max(1, Math.min(pageArea, Math.abs(area)));
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    meter.time();
    super.showForm(form);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    String unicode = font.toUnicode(code);
    painted |= unicode == null || !unicode.isBlank();
  }

  @Override
  public void strokePath() throws IOException {
    paint(getGraphicsState().getStrokingColor());
  }

  @Override
  public void fillPath(int windingRule) throws IOException {
    paint(getGraphicsState().getNonStrokingColor());
  }

  @Override
  public void fillAndStrokePath(int windingRule) throws IOException {
    strokePath();
    fillPath(windingRule);
  }

  @Override
  public void shadingFill(COSName shadingName) {
    painted = true;
  }

  /** Many producers lay a white sheet under the page. */
  private void paint(PDColor color) throws IOException {
    painted |= color.isPattern() || (color.toRGB() & WHITE) != WHITE;
  }

  @Override
  public void moveTo(float x, float y) {
    current.setLocation(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    current.setLocation(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    current.setLocation(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    current.setLocation(p0);
  }

  @Override
  public void clip(int windingRule) {
    // What is clipped away still counts: a page is called unreadable rather than blank.
  }

  @Override
  public void closePath() {
    // A path shows nothing before it is painted.
  }

  @Override
  public void endPath() {
    // As above.
  }
}
