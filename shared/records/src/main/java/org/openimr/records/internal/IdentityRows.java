package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.texts;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openimr.records.Row;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.UsState;

/** The identity of a reviewer as a row; for {@link org.openimr.records.Identities} alone. */
public final class IdentityRows {
  /** The list of all identities in {@code byStatus}. */
  public static final String LIST = "IDENTITY";

  private IdentityRows() {}

  /** The attributes of an identity. */
  public static Attributes attributes(ReviewerIdentity identity) {
    return ReviewerRows.listed(LIST, identity.pseudonym())
        .text("familyName", identity.familyName())
        .text("givenName", identity.givenName())
        .text("email", identity.email())
        .texts(
            "licenceNumbers",
            identity.licenceNumbers().stream()
                .map(one -> one.state() + "|" + one.kind() + "|" + one.number())
                .toList())
        .texts(
            "partyNames",
            identity.partyNames().entrySet().stream()
                .map(party -> party.getKey().value() + "|" + party.getValue())
                .sorted()
                .toList());
  }

  /** The identity of a row. */
  public static ReviewerIdentity identity(Row row) {
    return new ReviewerIdentity(
        new Pseudonym(text(row, "pseudonym")),
        text(row, "familyName"),
        text(row, "givenName"),
        found(row, "email", Function.identity()),
        texts(row, "licenceNumbers").stream().map(IdentityRows::licenceNumber).toList(),
        partyNames(row));
  }

  private static LicenceNumber licenceNumber(String text) {
    var parts = ReviewerRows.parts(text, 3);
    return new LicenceNumber(
        UsState.valueOf(parts.get(0)), LicenceKind.valueOf(parts.get(1)), parts.get(2));
  }

  private static Map<PartyKey, String> partyNames(Row row) {
    return texts(row, "partyNames").stream()
        .map(entry -> ReviewerRows.parts(entry, 2))
        .collect(Collectors.toMap(parts -> new PartyKey(parts.get(0)), parts -> parts.get(1)));
  }
}
