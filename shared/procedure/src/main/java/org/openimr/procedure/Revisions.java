package org.openimr.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;
import org.openimr.procedure.internal.FieldMerge;
import org.openimr.procedure.internal.Papers;
import org.openimr.procedure.internal.Workers;

/** Cuts revisions of a case. */
public final class Revisions {
  /** The most trusted source first, ties by hash (design section 2); the rest makes it total. */
  private static final Comparator<SourcedFields> TRUST =
      Comparator.comparing(SourcedFields::source)
          .thenComparing(SourcedFields::hash)
          .thenComparing(said -> said.fields().toString());

  private Revisions() {}

  /**
   * The case file that a set of accepted uploads makes: the same for any order and repetition.
   *
   * @return refused where the papers cannot be of one case: {@link Code#CASE_NUMBER_MISMATCH},
   *     {@link Code#TWO_WORKERS}, or {@link Code#IMPOSSIBLE_DATES} where one paper contradicts
   *     itself
   */
  public static Outcome<CaseFile> cut(CaseNumber caseNumber, Collection<CaseUpload> uploads) {
    if (uploads.stream()
        .anyMatch(upload -> upload.caseNumber().filter(n -> !n.equals(caseNumber)).isPresent())) {
      return Outcome.rejected(
          Code.CASE_NUMBER_MISMATCH,
          "The file names another case number than the case it was uploaded to."
              + " Upload it under its own case number, or correct the number in it.");
    }
    var statements =
        uploads.stream()
            .flatMap(upload -> upload.fields().stream())
            .distinct()
            .sorted(TRUST)
            .toList();
    return Workers.separate(statements, Papers.of(uploads))
        .then(separated -> cut(caseNumber, separated));
  }

  private static Outcome<CaseFile> cut(CaseNumber caseNumber, Workers.Separated separated) {
    return FieldMerge.of(caseNumber, separated.statements())
        .then(
            merged -> {
              var papers = separated.papers();
              var conflicts = new ArrayList<FieldConflict>(merged.conflicts());
              conflicts.addAll(setAside(separated));
              return Outcome.accepted(
                  new CaseFile(
                      caseNumber,
                      merged.fields(),
                      papers.documents(),
                      papers.duplicates(),
                      List.copyOf(conflicts)));
            });
  }

  /** Papers of another worker, listed by id as documents that the case file does not have. */
  private static List<FieldConflict> setAside(Workers.Separated separated) {
    return separated.others().stream()
        .map(
            other ->
                new FieldConflict("documents", separated.reference(), other.source(), other.id()))
        .sorted(Comparator.comparing(FieldConflict::value))
        .toList();
  }
}
