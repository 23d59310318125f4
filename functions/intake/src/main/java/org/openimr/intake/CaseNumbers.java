package org.openimr.intake;

import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** Whose case an upload is: by its key {@code incoming/<case number>/...}, else by its content. */
final class CaseNumbers {
  private CaseNumbers() {}

  /** The case number that a key has. */
  static Optional<CaseNumber> ofKey(String key) {
    var parts = key.split("/", -1);
    return parts.length > 2 ? CaseNumber.of(parts[1]) : Optional.empty();
  }

  /** The one case number, where key and content do not contradict. */
  static Outcome<CaseNumber> of(String key, Optional<CaseNumber> content) {
    var named = ofKey(key);
    if (named.isPresent() && content.isPresent() && !named.equals(content)) {
      return Outcome.rejected(
          Code.CASE_NUMBER_MISMATCH,
          "The file was uploaded to case "
              + named.get()
              + " and its content names another case. Upload it under its own case number, or"
              + " correct the number in it.");
    }
    return named
        .or(() -> content)
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.rejected(
                    Code.NO_CASE_NUMBER,
                    "Neither the file nor its place names a case. Upload it to"
                        + " incoming/<case number>/, with a case number such as CM15-0000001."));
  }
}
