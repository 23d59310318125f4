package org.openimr.documents.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/**
 * The order in which a case's days must come. Equal days are in order; days that are left out are
 * passed over. Not held: the days of notices and records, which come before or after assignment.
 */
final class DateOrder {
  private static final List<String> PROCEDURE =
      List.of(
          "/employee/dateOfBirth",
          "/dateOfInjury",
          "/requestDate",
          "/urDecisionDate",
          "/applicationReceived",
          "/dateAssigned");
  private static final List<String> SERVICE = List.of("/urDecisionDate", "/urServedDate");

  private DateOrder() {}

  /** The file's dates are valid, in one form, so that they compare as text. */
  static Outcome<JsonNode> check(JsonNode file) {
    List<String> wrong = new ArrayList<>(backward(file, PROCEDURE));
    wrong.addAll(backward(file, SERVICE));
    int items = file.path("disputedItems").size();
    for (int at = 0; at < items; at++) {
      String service = "/disputedItems/%d/serviceDate".formatted(at);
      wrong.addAll(backward(file, List.of("/dateOfInjury", service)));
    }
    return wrong.isEmpty()
        ? Outcome.accepted(file)
        : Outcome.rejected(
            Code.IMPOSSIBLE_DATES,
            "Dates are in an order that cannot be: %s Correct the dates and send the file again."
                .formatted(Sentences.join(wrong)));
  }

  private static List<String> backward(JsonNode file, List<String> order) {
    List<String> given = order.stream().filter(at -> file.at(at).isTextual()).toList();
    List<String> wrong = new ArrayList<>();
    for (int at = 1; at < given.size(); at++) {
      String earlier = given.get(at - 1);
      String later = given.get(at);
      if (file.at(earlier).textValue().compareTo(file.at(later).textValue()) > 0) {
        wrong.add(name(earlier) + " is after " + name(later));
      }
    }
    return wrong;
  }

  private static String name(String pointer) {
    return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
  }
}
