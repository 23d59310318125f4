package org.openimr.documents.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** Refuses values that JSON allows and that stall or corrupt what comes after. */
final class ValueCheck {
  /** Powers of ten: a short number such as 1e999999999 takes a gigabyte once it is written out. */
  private static final int SCALE = 30;

  private final List<String> wrong = new ArrayList<>();

  private ValueCheck() {}

  static Outcome<JsonNode> check(JsonNode file) {
    var check = new ValueCheck();
    check.walk("", file);
    return check.wrong.isEmpty()
        ? Outcome.accepted(file)
        : Outcome.rejected(Code.SCHEMA_VIOLATION, Sentences.join(check.wrong));
  }

  /** As deep as the parser's limit on nesting lets it go. */
  private void walk(String place, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      walk(Place.field(place, field.getKey()), field.getValue());
    }
    for (int at = 0; node.isArray() && at < node.size(); at++) {
      walk(Place.item(place, at), node.get(at));
    }
    if (node.isBigDecimal() && Math.abs((long) scale(node.decimalValue())) > SCALE) {
      wrong.add(place + ": expected a number of ordinary size");
    }
    if (node.isTextual() && halfPair(node.textValue())) {
      wrong.add(place + ": expected valid Unicode, found half of a surrogate pair");
    }
  }

  private static int scale(BigDecimal number) {
    return number.scale();
  }

  private static boolean halfPair(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        boolean pair =
            at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
          return true;
        }
        at++;
      }
    }
    return false;
  }
}
