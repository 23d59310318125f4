package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.guidelines.internal.RequestVariables;
import org.openimr.reading.FactDictionary;

/** The variables that rules may name, with their types. */
final class Vocabulary {
  private Vocabulary() {}

  /** Facts of the dictionary, the request, the case and the policy's settings. */
  static Map<String, CelType> of(FactDictionary dictionary, JsonNode settings) {
    var types = new TreeMap<String, CelType>();
    dictionary.facts().forEach((name, entry) -> types.put(name, type(entry.kind())));
    RequestVariables.TYPES.forEach((name, type) -> types.put(name, type(type)));
    settings
        .properties()
        .forEach(setting -> types.put("policy." + setting.getKey(), type(setting.getValue())));
    return types;
  }

  static CelType type(FactDictionary.Kind kind) {
    return switch (kind) {
      case TRUTH -> SimpleType.BOOL;
      case AMOUNT -> SimpleType.DOUBLE;
      case TERM -> SimpleType.STRING;
    };
  }

  private static CelType type(RequestVariables.Type type) {
    return switch (type) {
      case TRUTH -> SimpleType.BOOL;
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }

  private static CelType type(JsonNode setting) {
    if (setting.isBoolean()) {
      return SimpleType.BOOL;
    }
    return setting.isNumber() ? SimpleType.DOUBLE : SimpleType.STRING;
  }
}
