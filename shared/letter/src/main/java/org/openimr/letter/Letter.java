package org.openimr.letter;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Evaluation;
import org.openimr.letter.internal.Renderer;
import org.openimr.letter.internal.RendererVersion;

/**
 * Writes determinations. Pure: the same input gives the same bytes, JSON, text and HTML on any
 * machine, the PDF wherever {@link #rendererVersion} is the same. Safe for threads. Keep one: the
 * PDF engine is loaded with the first letter, and its fonts are parsed once.
 */
public final class Letter {
  private final Renderer renderer;
  private final String version;
  private final Optional<LocalDate> expedited;

  /** Letters of reviews whose priority is the application's. */
  public Letter() {
    this(new Renderer(), RendererVersion.read(), Optional.empty());
  }

  private Letter(Renderer renderer, String version, Optional<LocalDate> expedited) {
    this.renderer = renderer;
    this.version = version;
    this.expedited = expedited;
  }

  /** Letters of a review that is an expedited one since a day, whatever the application was. */
  public Letter expeditedSince(Optional<LocalDate> day) {
    return new Letter(renderer, version, day);
  }

  /** Changes whenever the same evaluation could give other bytes: 16 hexadecimal digits. */
  public String rendererVersion() {
    return version;
  }

  /**
   * The determination that is proposed, as a record.
   *
   * @param revision of the case, from 1
   * @throws UnresolvedAnchorException if a statement is not where it points
   */
  public Determination determination(CaseFile file, Evaluation evaluation, int revision) {
    return renderer.proposed(file, evaluation, revision).expeditedSince(expedited);
  }

  /**
   * The draft of a determination, for a physician.
   *
   * @param revision of the case, from 1
   * @throws UnresolvedAnchorException if a statement is not where it points
   */
  public DocumentSet proposal(CaseFile file, Evaluation evaluation, int revision) {
    return renderer.proposal(file, evaluation, revision, expedited);
  }

  /**
   * The determination that physicians have adopted, as a record.
   *
   * @param revision of the case, from 1
   * @throws UnresolvedAnchorException if a statement is not where it points
   */
  public Determination determination(
      CaseFile file, Evaluation evaluation, int revision, Adoption adoption) {
    return renderer.adopted(file, evaluation, revision, adoption).expeditedSince(expedited);
  }

  /**
   * The final determination.
   *
   * @param evaluation the one that the reviewers had before them
   * @param revision of the case, from 1
   * @param adoption has a review of each item by each reviewer
   * @throws UnresolvedAnchorException if a statement is not where it points
   */
  public DocumentSet issued(CaseFile file, Evaluation evaluation, int revision, Adoption adoption) {
    return renderer.issued(file, evaluation, revision, adoption, expedited);
  }

  /**
   * The letter of a clerical correction, {@code openimr/correction/1} (schema in {@code
   * correction-1.schema.json}); it stands beside the determination, which stays as it is.
   *
   * @param date of the correction
   */
  public DocumentSet correction(Correction correction, LocalDate date) {
    return renderer.correction(correction, date);
  }
}
