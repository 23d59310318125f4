package org.openimr.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.FieldConflict;
import org.openimr.procedure.internal.FieldTexts;

/**
 * What a revision changed against the one before it.
 *
 * @param documentsAdded ids in the new revision
 * @param documentsRemoved ids in the revision before: a paper that turned out to be another
 *     worker's, or one that a better copy replaced
 * @param duplicatesAdded ids in the new revision
 * @param fields in the order of their names
 * @param pagesRecognised how many more pages text recognition has read; empty for none
 */
public record RevisionChange(
    List<String> documentsAdded,
    List<String> documentsRemoved,
    List<String> duplicatesAdded,
    List<Field> fields,
    List<FieldConflict> conflictsAdded,
    Optional<Integer> pagesRecognised) {
  /** Copies the lists. */
  public RevisionChange {
    documentsAdded = List.copyOf(documentsAdded);
    documentsRemoved = List.copyOf(documentsRemoved);
    duplicatesAdded = List.copyOf(duplicatesAdded);
    fields = List.copyOf(fields);
    conflictsAdded = List.copyOf(conflictsAdded);
  }

  /** A change that text recognition has no part in. */
  public RevisionChange(
      List<String> documentsAdded,
      List<String> documentsRemoved,
      List<String> duplicatesAdded,
      List<Field> fields,
      List<FieldConflict> conflictsAdded) {
    this(
        documentsAdded,
        documentsRemoved,
        duplicatesAdded,
        fields,
        conflictsAdded,
        Optional.empty());
  }

  /** A field with its values as texts; empty where a revision does not have it. */
  public record Field(String name, Optional<String> before, Optional<String> after) {}

  /** A document but for its id, which another paper may take from it. */
  private record Content(String type, String date, String text, String unreadable) {
    static Content of(CaseDocument document) {
      return new Content(
          document.type().name(),
          document.date().toString(),
          ContentHash.of(document.text()),
          document.unreadablePages().toString());
    }
  }

  /** What changed from one revision to the next. */
  public static RevisionChange between(CaseFile before, CaseFile after) {
    var duplicates = new TreeSet<>(after.duplicates().keySet());
    duplicates.removeAll(before.duplicates().keySet());
    var conflicts = new ArrayList<>(after.conflicts());
    conflicts.removeAll(before.conflicts());
    return new RevisionChange(
        newIn(after, before),
        newIn(before, after),
        List.copyOf(duplicates),
        fields(FieldTexts.of(before.fields()), FieldTexts.of(after.fields())),
        conflicts,
        Optional.of(recognised(after) - recognised(before)).filter(more -> more > 0));
  }

  /** What changed in numbers, without a value: fit for a row or a log. */
  public String summary() {
    return "documentsAdded="
        + documentsAdded.size()
        + " documentsRemoved="
        + documentsRemoved.size()
        + " duplicatesAdded="
        + duplicatesAdded.size()
        + " fieldsChanged="
        + fields.size()
        + " conflictsAdded="
        + conflictsAdded.size()
        + pagesRecognised.map(more -> " pagesRecognised=" + more).orElse("");
  }

  private static int recognised(CaseFile file) {
    return file.documents().stream()
        .flatMap(document -> document.recognition().stream())
        .mapToInt(recognition -> recognition.pages().size())
        .sum();
  }

  private static List<String> newIn(CaseFile file, CaseFile other) {
    Set<Content> known = new HashSet<>();
    other.documents().forEach(document -> known.add(Content.of(document)));
    return file.documents().stream()
        .filter(document -> !known.contains(Content.of(document)))
        .map(CaseDocument::id)
        .toList();
  }

  private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(
            name ->
                new Field(
                    name,
                    Optional.ofNullable(before.get(name)),
                    Optional.ofNullable(after.get(name))))
        .filter(field -> !field.before.equals(field.after))
        .toList();
  }
}
