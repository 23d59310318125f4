package org.openimr.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Physician;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.reading.internal.papers.CasePapers;
import org.openimr.reading.internal.papers.PublishedPapers;

/**
 * Finds what utilization review decided on earlier requests, by the papers of a case file (Labor
 * Code 4610(k)). Safe for threads; make one and keep it.
 */
public final class EarlierDecisions {
  private final TreatmentReader treatments;

  /** Made at the first case that has such a paper, which few have. */
  private volatile @Nullable Papers papers;

  private record Papers(CasePapers ofCase, PublishedPapers published) {}

  /** With a reader of what an item asks for. */
  public EarlierDecisions(TreatmentReader treatments) {
    this.treatments = treatments;
  }

  /**
   * Items that were denied or modified before a day, also where independent review upheld that. A
   * decision that rests on no judgment of necessity (conditional, delayed, deferred) is none, and
   * neither is a paper without a date.
   *
   * @param before the day of the request under review
   */
  public List<EarlierDecision> read(CaseFile file, LocalDate before) {
    var decisions = new ArrayList<EarlierDecision>();
    for (CaseDocument document : file.documents()) {
      if (earlier(document, before)) {
        of(document).filter(d -> d.date().isBefore(before)).forEach(decisions::add);
      }
    }
    return List.copyOf(decisions);
  }

  /** Reading a paper is dear, so the paper's own date is asked first. */
  private static boolean earlier(CaseDocument document, LocalDate before) {
    boolean decides =
        document.type() == DocumentType.UTILIZATION_REVIEW
            || document.type() == DocumentType.DETERMINATION;
    return decides && document.date().map(date -> date.isBefore(before)).orElse(true);
  }

  private Stream<EarlierDecision> of(CaseDocument document) {
    return document.type() == DocumentType.UTILIZATION_REVIEW
        ? reviewed(document)
        : upheld(document);
  }

  private Stream<EarlierDecision> reviewed(CaseDocument document) {
    return accepted(papers().ofCase().fields(document)).stream()
        .flatMap(Optional::stream)
        .map(SourcedFields::fields)
        .flatMap(fields -> reviewed(document, fields));
  }

  private Stream<EarlierDecision> reviewed(CaseDocument document, CaseFields fields) {
    return document.date().or(fields::urDecisionDate).stream()
        .flatMap(
            date ->
                fields.disputedItems().stream()
                    .filter(EarlierDecisions::onNecessity)
                    .map(
                        item ->
                            decision(
                                date, document, item.description(), fields.requestingPhysician())));
  }

  private static boolean onNecessity(DisputedItem item) {
    return item.urDecision()
        .filter(d -> d == UtilizationDecision.DENIED || d == UtilizationDecision.MODIFIED)
        .isPresent();
  }

  private Stream<EarlierDecision> upheld(CaseDocument document) {
    return papers().published().read(document.text()).flatMap(EarlierDecisions::accepted).stream()
        .flatMap(letter -> upheld(document, letter));
  }

  private Stream<EarlierDecision> upheld(CaseDocument document, PublishedDetermination letter) {
    return letter.urDenialDate().stream()
        .flatMap(
            date ->
                letter.items().stream()
                    .filter(item -> item.decision() == Decision.UPHELD)
                    .map(item -> decision(date, document, item.description(), Optional.empty())));
  }

  private EarlierDecision decision(
      LocalDate date, CaseDocument document, String description, Optional<Physician> requestedBy) {
    return new EarlierDecision(
        date, document.id(), description, treatments.read(description), requestedBy);
  }

  /** A paper that cannot be read as one decides nothing. */
  private static <T> Optional<T> accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> Optional.of(value);
      case Outcome.Rejected<T> _ -> Optional.empty();
    };
  }

  /** Two threads that race make the same. */
  private Papers papers() {
    Papers made = papers;
    if (made == null) {
      made = new Papers(new CasePapers(), new PublishedPapers());
      papers = made;
    }
    return made;
  }
}
