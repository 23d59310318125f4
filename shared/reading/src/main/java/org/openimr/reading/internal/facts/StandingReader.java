package org.openimr.reading.internal.facts;

import java.util.List;
import java.util.Optional;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Standing;

/** Judges what a passage is worth as a fact about this worker (domain brief 6.7, R-18). */
final class StandingReader {
  private final ContextRules context;

  StandingReader(ContextRules context) {
    this.context = context;
  }

  /**
   * The standing of what stands from one place to another.
   *
   * @param history whether the fact counts although it is past
   * @param own the standing that the wording itself has
   */
  Standing judge(
      DocumentType type,
      Passage passage,
      int from,
      int to,
      boolean history,
      Optional<Standing> own) {
    Optional<Standing> paper = paper(type);
    if (paper.isPresent()) {
      return paper.get();
    }
    boolean settled = own.equals(Optional.of(Standing.FACT));
    for (Standing standing :
        List.of(
            Standing.OTHER_PERSON,
            Standing.GUIDELINE_TEXT,
            Standing.REVIEWER_ASSERTION,
            Standing.PLANNED,
            Standing.HYPOTHETICAL,
            Standing.HISTORICAL)) {
      boolean past = standing == Standing.HISTORICAL && history;
      boolean ahead = standing == Standing.PLANNED && settled;
      if (!past && !ahead && (cued(passage, standing, from, to) || headed(passage, standing))) {
        return standing;
      }
    }
    return own.orElse(Standing.FACT);
  }

  /** Papers that are no clinical record hold assertions and requests. */
  private static Optional<Standing> paper(DocumentType type) {
    return switch (type) {
      case UTILIZATION_REVIEW, DETERMINATION, CORRESPONDENCE ->
          Optional.of(Standing.REVIEWER_ASSERTION);
      case REQUEST_FOR_AUTHORIZATION, APPLICATION -> Optional.of(Standing.PLANNED);
      case PROGRESS_REPORT,
          FIRST_REPORT,
          CONSULTATION,
          OPERATIVE_REPORT,
          IMAGING,
          ELECTRODIAGNOSTIC,
          LABORATORY,
          THERAPY_NOTE,
          PSYCHOLOGICAL,
          CLINICAL_SUMMARY,
          OTHER ->
          Optional.empty();
    };
  }

  /** A heading counts; one that announces plans does not where the sentence says it was done. */
  private boolean headed(Passage passage, Standing standing) {
    return context.under(passage.sentence.heading()) == standing
        && (standing != Standing.PLANNED || !has(passage, Cue.Kind.DONE));
  }

  private static boolean has(Passage passage, Cue.Kind kind) {
    return passage.cues().stream().anyMatch(c -> c.cue().kind() == kind);
  }

  private static boolean cued(Passage passage, Standing standing, int from, int to) {
    int clauseFrom = passage.clauseFrom(from);
    int clauseTo = passage.clauseTo(to);
    String kind = standing.name();
    for (Cue.Found found : passage.cues()) {
      if (found.cue().kind().name().equals(kind)
          && reaches(found, from, to, clauseFrom, clauseTo)
          && !hidden(passage, found)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the record denies what stands here. */
  boolean negated(Passage passage, int from, int to) {
    int clauseFrom = passage.clauseFrom(from);
    int clauseTo = passage.clauseTo(to);
    for (Cue.Found found : passage.cues()) {
      if (found.cue().kind() == Cue.Kind.NEGATION
          && reaches(found, from, to, clauseFrom, clauseTo)
          && !hidden(passage, found)
          && !(found.to() <= from && verbBetween(passage, found.to(), from))) {
        return true;
      }
    }
    return false;
  }

  private static boolean reaches(Cue.Found found, int from, int to, int clauseFrom, int clauseTo) {
    return switch (found.cue().reach()) {
      case BEFORE -> found.from() >= clauseFrom && found.to() <= from;
      case AFTER -> found.from() >= to && found.to() <= clauseTo;
      case SENTENCE -> true;
    };
  }

  /** "No spasm, strength is full": the verb starts a statement that the negation does not reach. */
  private static boolean verbBetween(Passage passage, int from, int to) {
    return passage.cues().stream()
        .anyMatch(c -> c.cue().kind() == Cue.Kind.VERB && c.from() >= from && c.to() <= to);
  }

  private static boolean hidden(Passage passage, Cue.Found found) {
    return passage.cues().stream()
        .anyMatch(
            c ->
                c.cue().kind() == Cue.Kind.PSEUDO
                    && c.from() <= found.from()
                    && c.to() >= found.to());
  }
}
