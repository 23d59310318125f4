package org.openimr.procedure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;

/**
 * Whose papers these are, by name, date of birth and claim number. A paper that is certainly
 * another worker's is set aside where the case's own fields or its application say who the worker
 * is; otherwise nobody can tell which papers belong to the case, and none is taken. The same holds
 * where it is not certain that a paper is another worker's: one of father and son of one name, for
 * one.
 */
public final class Workers {
  private Workers() {}

  /** A paper that was set aside, and what kind of source it is. */
  public record Other(String id, FieldSource source) {}

  /**
   * The case's own statements and papers.
   *
   * @param reference the source that says who the worker is
   */
  public record Separated(
      FieldSource reference, List<SourcedFields> statements, Papers papers, List<Other> others) {}

  /** Keeps what is the worker's. */
  public static Outcome<Separated> separate(List<SourcedFields> statements, Papers papers) {
    var reference = statements.stream().filter(said -> identity(said).tells()).findFirst();
    if (reference.isEmpty()) {
      return Outcome.accepted(new Separated(FieldSource.RECORDS, statements, papers, List.of()));
    }
    var certain = Identity.UNKNOWN;
    var known = Identity.UNKNOWN;
    var foreign = new ArrayList<SourcedFields>();
    for (SourcedFields said : statements) {
      var theirs = identity(said);
      if (known.verdict(theirs) == Identity.Verdict.SAME) {
        known = known.with(theirs);
        certain = beyondDoubt(said) ? certain.with(theirs) : certain;
      } else if (certain.verdict(theirs) == Identity.Verdict.OTHER
          && separable(said, statements, papers)) {
        foreign.add(said);
      } else {
        return Outcome.rejected(
            Code.TWO_WORKERS,
            "The papers name two workers (name, date of birth) and it is not certain which papers"
                + " belong to this case. Upload only this worker's papers.");
      }
    }
    return Outcome.accepted(
        separated(reference.get().source(), statements, papers, List.copyOf(foreign)));
  }

  private static Separated separated(
      FieldSource reference,
      List<SourcedFields> statements,
      Papers papers,
      List<SourcedFields> foreign) {
    var others = new ArrayList<Other>();
    for (SourcedFields said : foreign) {
      papers.idsOf(said.hash()).forEach(id -> others.add(new Other(id, said.source())));
    }
    Set<String> away = foreign.stream().map(SourcedFields::hash).collect(Collectors.toSet());
    return new Separated(
        reference,
        statements.stream().filter(said -> !foreign.contains(said)).toList(),
        papers.without(away::contains),
        others);
  }

  /** A statement that is a whole paper of its own, and not the application itself. */
  private static boolean separable(SourcedFields said, List<SourcedFields> all, Papers papers) {
    boolean alone =
        all.stream().filter(other -> other.hash().equals(said.hash())).allMatch(said::equals);
    return !beyondDoubt(said) && alone && !papers.idsOf(said.hash()).isEmpty();
  }

  /** The case's own fields and its application say who the worker is. */
  private static boolean beyondDoubt(SourcedFields said) {
    return said.source().compareTo(FieldSource.APPLICATION) <= 0;
  }

  private static Identity identity(SourcedFields said) {
    return Identity.of(said.fields());
  }
}
