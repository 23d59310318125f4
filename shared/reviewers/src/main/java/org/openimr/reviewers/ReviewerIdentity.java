package org.openimr.reviewers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who a reviewer is. Only the staff of the IMR organization may read it (Labor Code 4610.6(f)); it
 * is stored under its own key and never meets the credentials again except by the pseudonym. Its
 * text form says the pseudonym and nothing else.
 *
 * @param licenceNumbers here and not among the credentials, because the public register of a
 *     licensing board leads from a number to the name
 * @param partyNames the wording of the parties that the reviewer is affiliated with: it may be the
 *     reviewer's own practice, which carries the name
 */
public record ReviewerIdentity(
    Pseudonym pseudonym,
    String familyName,
    String givenName,
    Optional<String> email,
    List<LicenceNumber> licenceNumbers,
    Map<PartyKey, String> partyNames) {
  /** Copies the collections. */
  public ReviewerIdentity {
    licenceNumbers = List.copyOf(licenceNumbers);
    partyNames = Map.copyOf(partyNames);
  }

  /**
   * Those who have the name of a party, and so may be that party: nobody reviews a case of their
   * own. Namesakes are passed over as well.
   */
  public static Set<Pseudonym> namesakes(
      Collection<ReviewerIdentity> reviewers, Collection<CaseParty> parties) {
    var keys = parties.stream().map(CaseParty::key).collect(Collectors.toSet());
    return reviewers.stream()
        .filter(one -> keys.contains(PartyKey.of(one.givenName() + " " + one.familyName())))
        .map(ReviewerIdentity::pseudonym)
        .collect(Collectors.toSet());
  }

  /**
   * Whether a text tells who the reviewer is: the whole name in either order, the family name as a
   * physician's, a licence number, an address. A family name alone may be a plain word.
   */
  public boolean isNamedIn(String text) {
    return NamedIn.of(this, text);
  }

  @Override
  public String toString() {
    return "ReviewerIdentity[" + pseudonym + "]";
  }
}
