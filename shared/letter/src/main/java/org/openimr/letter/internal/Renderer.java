package org.openimr.letter.internal;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Evaluation;
import org.openimr.letter.Determination;
import org.openimr.letter.DocumentSet;
import org.openimr.letter.internal.pdf.PdfPrinter;
import org.openimr.letter.internal.template.JteCorrectionGenerated;
import org.openimr.letter.internal.template.JteLetterGenerated;

/** Drafts a determination and prints it. Safe for threads. */
public final class Renderer {
  private static final String STYLES = "/org/openimr/letter/letter.css";

  private final Wording wording = new Wording();
  private final LetterWords words;
  private final Supplier<PdfPrinter> printer;

  /** Reads the words and styles; the PDF engine waits for the first PDF. */
  public Renderer() {
    try (InputStream in = Renderer.class.getResourceAsStream(STYLES)) {
      var styles = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      words = new LetterWords(wording, styles);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    printer = new Once<>(PdfPrinter::new);
  }

  /** The determination alone. */
  public Determination proposed(CaseFile file, Evaluation evaluation, int revision) {
    Citations citations = citations(file);
    return Proposal.of(
        file, evaluation, revision, citations, rationales(file, evaluation, citations));
  }

  /** The determination in its four forms. */
  public DocumentSet proposal(
      CaseFile file, Evaluation evaluation, int revision, Optional<LocalDate> expedited) {
    Citations citations = citations(file);
    List<List<Block>> rationales = rationales(file, evaluation, citations);
    Determination determination = Proposal.of(file, evaluation, revision, citations, rationales);
    return documents(
        determination.expeditedSince(expedited), rationales, citations, CaseDay.latest(file));
  }

  /** The determination that was adopted, alone. */
  public Determination adopted(
      CaseFile file, Evaluation evaluation, int revision, Adoption adoption) {
    Citations citations = citations(file);
    var rationales = rationales(file, evaluation, adoption, citations);
    return new Final(evaluation, adoption).of(file, revision, citations, rationales);
  }

  /** The determination that was adopted, in its four forms. */
  public DocumentSet issued(
      CaseFile file,
      Evaluation evaluation,
      int revision,
      Adoption adoption,
      Optional<LocalDate> expedited) {
    Citations citations = citations(file);
    var rationales = rationales(file, evaluation, adoption, citations);
    return documents(
        new Final(evaluation, adoption)
            .of(file, revision, citations, rationales)
            .expeditedSince(expedited),
        rationales,
        citations,
        day(adoption.decisionDate()));
  }

  private static Instant day(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The letter of a correction in its four forms. */
  public DocumentSet correction(Correction correction, LocalDate date) {
    var content = new CorrectionWriter(wording).content(correction, date);
    var out = new StringOutput(1 << 13);
    JteCorrectionGenerated.render(new OwaspHtmlTemplateOutput(out), null, content, words);
    String html = out.toString();
    return new DocumentSet(
        CorrectionJson.of(correction, date),
        CorrectionText.of(content, wording),
        html.getBytes(StandardCharsets.UTF_8),
        pdf(content.title(), content.caseNumber(), html, day(date)));
  }

  private DocumentSet documents(
      Determination determination,
      List<List<Block>> rationales,
      Citations citations,
      Instant dated) {
    LetterContent content = new LetterWriter(wording, citations).content(determination, rationales);
    String html = html(content);
    return new DocumentSet(
        DeterminationJson.of(determination),
        PlainText.of(content, wording),
        html.getBytes(StandardCharsets.UTF_8),
        pdf(content.title(), content.caseNumber(), html, dated));
  }

  /** Only kept papers are cited: a duplicate makes no citation ambiguous. */
  private Citations citations(CaseFile file) {
    return new Citations(wording, file.documents());
  }

  private List<List<Block>> rationales(CaseFile file, Evaluation evaluation, Citations citations) {
    var rationale = new Rationale(wording, citations, file);
    return evaluation.items().stream().map(rationale::of).toList();
  }

  private List<List<Block>> rationales(
      CaseFile file, Evaluation evaluation, Adoption adoption, Citations citations) {
    var proposed = new Rationale(wording, citations, file);
    var rationale = new FinalRationale(wording, citations, proposed, adoption);
    return evaluation.items().stream().map(rationale::of).toList();
  }

  private String html(LetterContent content) {
    var out = new StringOutput(1 << 15);
    JteLetterGenerated.render(new OwaspHtmlTemplateOutput(out), null, content, words);
    return out.toString();
  }

  private byte[] pdf(String title, String caseNumber, String html, Instant dated) {
    String subject = wording.of("letter.process") + ", " + caseNumber;
    return printer
        .get()
        .print(
            shown -> Printable.only(html, orMarkup(shown)),
            title + ", " + caseNumber,
            subject,
            dated);
  }

  /**
   * PDF/A forbids a character without a shape: it is printed as its number, as in {@link
   * Printable}.
   */
  private static IntPredicate orMarkup(IntPredicate shown) {
    return codePoint -> codePoint == '\n' || shown.test(codePoint);
  }
}
