package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.openimr.casefile.LetterPlace;
import org.openimr.casefile.PrintedDate;
import org.openimr.procedure.PrintedLetter;
import org.openimr.procedure.PrintedLetter.Spot;

/**
 * What an issued determination prints at its places, by its JSON, {@code openimr/determination/1}:
 * days as the letter has them, its texts word for word.
 */
final class IssuedText {
  private final Map<Spot, String> texts = new HashMap<>();

  private IssuedText() {}

  static PrintedLetter of(JsonNode determination) {
    var text = new IssuedText();
    JsonNode header = determination.path("header");
    text.day(LetterPlace.DATE_ASSIGNED, header.path("dateAssigned"));
    text.day(LetterPlace.APPLICATION_RECEIVED, header.path("applicationReceived"));
    text.day(LetterPlace.DATE_OF_INJURY, header.path("dateOfInjury"));
    text.day(LetterPlace.UR_DENIAL_DATE, header.path("urDenialDate"));
    text.words(
        LetterPlace.CREDENTIALS, Optional.empty(), credentials(determination.path("reviewers")));
    text.words(
        LetterPlace.CLINICAL_SUMMARY,
        Optional.empty(),
        determination.path("clinicalSummary").asText());
    for (JsonNode item : determination.path("items")) {
      var number = Optional.of(item.path("number").asInt());
      text.words(LetterPlace.ITEM_DESCRIPTION, number, item.path("description").asText());
      text.words(
          LetterPlace.CLAIMS_ADMINISTRATOR_GUIDELINE,
          number,
          listed(item.path("claimsAdministratorGuideline")));
      text.words(LetterPlace.RATIONALE, number, item.path("rationale").asText());
    }
    return new PrintedLetter(text.texts);
  }

  private void day(LetterPlace place, JsonNode day) {
    if (day.isTextual()) {
      words(place, Optional.empty(), PrintedDate.of(LocalDate.parse(day.asText())));
    }
  }

  private void words(LetterPlace place, Optional<Integer> item, String words) {
    if (!words.isBlank()) {
      texts.put(new Spot(place, item), words);
    }
  }

  private static String credentials(JsonNode reviewers) {
    var lines = new StringJoiner("\n");
    for (JsonNode reviewer : reviewers) {
      lines.add(listed(reviewer.path("states")));
      lines.add(listed(reviewer.path("licences")));
      lines.add(listed(reviewer.path("specialties")));
    }
    return lines.toString();
  }

  private static String listed(JsonNode values) {
    var listed = new StringJoiner(", ");
    values.forEach(value -> listed.add(value.asText()));
    return listed.toString();
  }
}
