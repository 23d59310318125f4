package org.openimr.reviewers;

import java.util.regex.Pattern;
import org.openimr.procedure.ContentHash;
import org.openimr.reviewers.internal.PartyWords;

/**
 * A party's name as a hash: enough to see that two names are the same, too little to read one.
 * Case, accents, punctuation, the order of words, titles, initials and forms of company don't
 * count; a name that is spelled otherwise has another key, which is why the reviewer attests per
 * party.
 *
 * @param value SHA-256, 64 lower case hex digits
 */
public record PartyKey(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** Refuses any other form, without repeating it. */
  public PartyKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the key of a party");
    }
  }

  /** The key of a name. */
  public static PartyKey of(String name) {
    return new PartyKey(ContentHash.of(String.join(" ", PartyWords.of(name))));
  }
}
