package org.openimr.procedure.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Physician;

/** The fields of a case as texts by their names in {@code openimr/case-file/1}. */
public final class FieldTexts {
  private final Map<String, String> texts = new TreeMap<>();

  private FieldTexts() {}

  /** Those that a case has; items are numbered from 0. */
  public static Map<String, String> of(CaseFields fields) {
    var texts = new FieldTexts();
    texts.put("priority", fields.priority());
    DateOrder.FIELDS.forEach((name, field) -> texts.put(name, field.apply(fields)));
    texts.put("urServiceMethod", fields.urServiceMethod());
    texts.put("noticeMethod", fields.noticeMethod());
    texts.put("liabilityDisputed", fields.liabilityDisputed());
    texts.put("claimNumber", fields.claimNumber());
    texts.put("employee.name", fields.employee().name());
    texts.put("employee.age", fields.employee().age());
    texts.put("employee.sex", fields.employee().sex());
    texts.put("employee.represented", fields.employee().represented());
    texts.put("requestingPhysician.name", fields.requestingPhysician().flatMap(Physician::name));
    texts.put(
        "requestingPhysician.specialty",
        fields.requestingPhysician().flatMap(Physician::specialty));
    texts.put(
        "requestingPhysician.practice", fields.requestingPhysician().flatMap(Physician::practice));
    if (!fields.parties().isEmpty()) {
      texts.put("parties", Optional.of(fields.parties()));
    }
    for (int i = 0; i < fields.disputedItems().size(); i++) {
      texts.item("disputedItems[" + i + "].", fields.disputedItems().get(i));
    }
    return texts.texts;
  }

  private void item(String path, DisputedItem item) {
    put(path + "description", Optional.of(item.description()));
    put(path + "urDecision", item.urDecision());
    put(path + "urCertifiedQuantity", item.urCertifiedQuantity());
    put(path + "serviceDate", item.serviceDate());
    if (!item.urGuidelines().isEmpty()) {
      put(path + "urGuideline", Optional.of(String.join("; ", item.urGuidelines())));
    }
  }

  private void put(String name, Optional<?> value) {
    value.ifPresent(there -> texts.put(name, there.toString()));
  }
}
