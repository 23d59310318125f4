package org.openimr.procedure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Code;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;

/**
 * Whose papers these are. A paper is certainly another worker's where name or date of birth differ
 * and nothing agrees, or where name and date of birth both differ. It can be set aside where the
 * case's own fields or its application say who the worker is; otherwise nobody can tell which
 * papers belong to the case, and none is taken.
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
    var reference =
        statements.stream().filter(said -> identified(said.fields())).findFirst().orElse(null);
    if (reference == null) {
      return Outcome.accepted(new Separated(FieldSource.RECORDS, statements, papers, List.of()));
    }
    var foreign =
        statements.stream().filter(said -> differ(reference.fields(), said.fields())).toList();
    var others = new ArrayList<Other>();
    for (SourcedFields said : foreign) {
      papers.idsOf(said.hash()).forEach(id -> others.add(new Other(id, said.source())));
    }
    if (!foreign.stream().allMatch(said -> separable(reference, said, statements, papers))) {
      return Outcome.rejected(
          Code.TWO_WORKERS,
          "The papers name two workers (name, date of birth) and it is not certain which papers"
              + " belong to this case. Upload only this worker's papers.");
    }
    Set<String> away = foreign.stream().map(SourcedFields::hash).collect(Collectors.toSet());
    return Outcome.accepted(
        new Separated(
            reference.source(),
            statements.stream().filter(said -> !foreign.contains(said)).toList(),
            papers.without(away::contains),
            others));
  }

  /** A statement that is a whole paper of its own, against a reference that is beyond doubt. */
  private static boolean separable(
      SourcedFields reference, SourcedFields said, List<SourcedFields> all, Papers papers) {
    boolean certain = reference.source().compareTo(FieldSource.APPLICATION) <= 0;
    boolean lesser = said.source().compareTo(FieldSource.APPLICATION) > 0;
    boolean alone =
        all.stream().filter(other -> other.hash().equals(said.hash())).allMatch(said::equals);
    return certain && lesser && alone && !papers.idsOf(said.hash()).isEmpty();
  }

  private static boolean identified(CaseFields fields) {
    return fields.employee().name().isPresent() || fields.employee().dateOfBirth().isPresent();
  }

  private static boolean differ(CaseFields one, CaseFields other) {
    var name =
        one.employee().name().flatMap(a -> other.employee().name().map(b -> shareWord(a, b)));
    var born =
        one.employee()
            .dateOfBirth()
            .flatMap(a -> other.employee().dateOfBirth().map(b -> a.equals(b)));
    var claim =
        one.claimNumber()
            .map(Workers::letters)
            .flatMap(a -> other.claimNumber().map(Workers::letters).map(a::equals));
    boolean nameDiffers = name.filter(same -> !same).isPresent();
    boolean bornDiffers = born.filter(same -> !same).isPresent();
    boolean agrees = name.orElse(false) || born.orElse(false) || claim.orElse(false);
    return (nameDiffers && bornDiffers) || ((nameDiffers || bornDiffers) && !agrees);
  }

  /** Names agree where a word of two letters or more is in both: order and initials vary. */
  private static boolean shareWord(String one, String other) {
    var shared = words(one);
    shared.retainAll(words(other));
    return !shared.isEmpty();
  }

  private static Set<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> word.length() > 1)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String letters(String number) {
    return number.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
