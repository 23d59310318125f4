package org.openimr.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Physician;

/**
 * What a case's own fields say of persons: removed wherever it stands, whatever it looks like.
 *
 * @param names of persons, as written, each also by its parts
 * @param others by kind
 */
public record KnownIdentifiers(List<String> names, Map<Identifier, List<String>> others) {
  /** Nothing is known. */
  public static final KnownIdentifiers NONE = new KnownIdentifiers(List.of(), Map.of());

  /** Copies the collections. */
  public KnownIdentifiers {
    names = List.copyOf(names);
    others = Map.copyOf(others);
  }

  /** Those of a case. */
  public static KnownIdentifiers of(CaseFields fields) {
    var names = new ArrayList<String>();
    fields.employee().name().ifPresent(names::add);
    fields.requestingPhysician().flatMap(Physician::name).ifPresent(names::add);
    fields.parties().forEach(party -> names.add(party.name()));
    return new KnownIdentifiers(
        names,
        Map.of(Identifier.CLAIM_NUMBER, fields.claimNumber().map(List::of).orElse(List.of())));
  }
}
