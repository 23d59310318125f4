package org.openimr.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;

/**
 * What is known before a text is looked at.
 *
 * @param names of persons of the case, as written: removed wherever they stand, whole and by their
 *     parts
 * @param others by kind: removed wherever they stand; an organization's name also by those of its
 *     parts that are no ordinary words
 * @param cleared words, in lower case, that a person has looked at: they raise no doubt
 */
public record KnownIdentifiers(
    List<String> names, Map<Identifier, List<String>> others, Set<String> cleared) {
  /** Nothing is known. */
  public static final KnownIdentifiers NONE = new KnownIdentifiers(List.of(), Map.of(), Set.of());

  private static final List<DateTimeFormatter> DATES =
      Stream.of("uuuu-MM-dd", "MM/dd/uuuu", "M/d/uuuu", "M/d/uu", "M-d-uu", "MMMM d, uuuu")
          .map(form -> DateTimeFormatter.ofPattern(form, Locale.US))
          .toList();

  /** Parts in a case that no person has. */
  private static final Set<String> ORGANIZATIONS =
      Set.of(
          "EMPLOYER",
          "INSURER",
          "CLAIMS_ADMINISTRATOR",
          "MEDICAL_PROVIDER_NETWORK",
          "MEDICAL_GROUP",
          "INSTITUTION");

  /** Copies the collections. */
  public KnownIdentifiers {
    names = List.copyOf(names);
    others = Map.copyOf(others);
    cleared =
        cleared.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of a case, as its papers state them. */
  public static KnownIdentifiers of(List<CaseFields> stated, Set<String> cleared) {
    var names = new ArrayList<String>();
    var organizations = new ArrayList<String>();
    var claims = new ArrayList<String>();
    var births = new ArrayList<String>();
    for (CaseFields fields : stated) {
      fields.employee().name().ifPresent(names::add);
      fields.requestingPhysician().flatMap(Physician::name).ifPresent(names::add);
      fields.requestingPhysician().flatMap(Physician::practice).ifPresent(organizations::add);
      fields
          .parties()
          .forEach(party -> (isOrganization(party) ? organizations : names).add(party.name()));
      fields.claimNumber().ifPresent(claims::add);
      fields.employee().dateOfBirth().ifPresent(day -> births.addAll(written(day)));
    }
    return new KnownIdentifiers(
        names,
        Map.of(
            Identifier.ORGANIZATION,
            organizations,
            Identifier.CLAIM_NUMBER,
            claims,
            Identifier.DATE_OF_BIRTH,
            births),
        cleared);
  }

  private static boolean isOrganization(Party party) {
    return ORGANIZATIONS.contains(party.role().strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static List<String> written(LocalDate day) {
    return DATES.stream().map(form -> form.format(day)).distinct().toList();
  }
}
