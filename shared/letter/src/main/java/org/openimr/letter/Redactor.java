package org.openimr.letter;

import org.openimr.casefile.Outcome;
import org.openimr.letter.internal.redaction.IdentifierFinder;
import org.openimr.letter.internal.redaction.JsonCopy;

/**
 * Makes the copy for publication: every identifier of a determination or letter gives way to its
 * kind, what a reader needs to follow the decision stays (LC 4610.6(m); domain brief 1.12). Where
 * it is not certain, the copy has doubts and must not be published before a person has looked at
 * them. Immutable, safe for threads; making one reads the vocabularies, so keep it.
 */
public final class Redactor {
  private final IdentifierFinder finder = new IdentifierFinder();
  private final JsonCopy json = new JsonCopy(finder);

  /**
   * The copy of a letter's text.
   *
   * @param known what the case says of persons
   */
  public Redaction redact(String text, KnownIdentifiers known) {
    return finder.redact(text, known);
  }

  /**
   * The copy of a determination as JSON, of the same form. Quotes no longer are the slices of the
   * documents that their places point at.
   */
  public Outcome<Redaction> redactJson(String text, KnownIdentifiers known) {
    return json.redact(text, known);
  }
}
