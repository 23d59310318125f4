package org.openimr.reviewers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openimr.casefile.CaseFields;

/** Somebody who is named in a case: the part and the key of the name. */
public record CaseParty(PartyRole role, PartyKey key) {
  /** Everybody whom the fields of a case name, in their order, nobody twice. */
  public static List<CaseParty> of(CaseFields fields) {
    return List.copyOf(named(fields).keySet());
  }

  /**
   * Everybody whom the fields of a case name, in their order, with the wording in which each is
   * named first: for a reviewer who attests, and for nobody else.
   */
  public static SequencedMap<CaseParty, String> named(CaseFields fields) {
    var parties = new LinkedHashMap<CaseParty, String>();
    fields.employee().name().ifPresent(name -> add(parties, PartyRole.EMPLOYEE, name));
    fields
        .requestingPhysician()
        .flatMap(physician -> physician.name())
        .ifPresent(name -> add(parties, PartyRole.REQUESTING_PHYSICIAN, name));
    fields
        .requestingPhysician()
        .flatMap(physician -> physician.practice())
        .ifPresent(name -> add(parties, PartyRole.MEDICAL_GROUP, name));
    fields.parties().forEach(party -> add(parties, PartyRole.of(party.role()), party.name()));
    return parties;
  }

  private static void add(Map<CaseParty, String> parties, PartyRole role, String name) {
    if (!name.isBlank()) {
      parties.putIfAbsent(new CaseParty(role, PartyKey.of(name)), name);
    }
  }
}
