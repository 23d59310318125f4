package org.openimr.reviewers;

import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.CaseFields;

/** Somebody who is named in a case: the part and the key of the name. */
public record CaseParty(PartyRole role, PartyKey key) {
  /** Everybody whom the fields of a case name, in their order, nobody twice. */
  public static List<CaseParty> of(CaseFields fields) {
    var parties = new ArrayList<CaseParty>();
    fields.employee().name().ifPresent(name -> add(parties, PartyRole.EMPLOYEE, name));
    fields
        .requestingPhysician()
        .flatMap(physician -> physician.name())
        .ifPresent(name -> add(parties, PartyRole.REQUESTING_PHYSICIAN, name));
    fields.parties().forEach(party -> add(parties, PartyRole.of(party.role()), party.name()));
    return parties.stream().distinct().toList();
  }

  private static void add(List<CaseParty> parties, PartyRole role, String name) {
    if (!name.isBlank()) {
      parties.add(new CaseParty(role, PartyKey.of(name)));
    }
  }
}
