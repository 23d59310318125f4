package org.openimr.letter.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.Correction;

/** A correction as {@code openimr/correction/1}, fields in one order. */
final class CorrectionJson {
  private static final String SCHEMA = "openimr/correction/1";

  private final JsonGenerator json;

  private CorrectionJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] of(Correction correction, LocalDate date) {
    return JsonForm.bytes(json -> new CorrectionJson(json).write(correction, date));
  }

  private void write(Correction correction, LocalDate date) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("caseNumber", correction.caseNumber().value());
    json.writeNumberField("number", correction.number());
    json.writeStringField("date", date.toString());
    write(correction.corrected());
    json.writeStringField("reason", correction.reason());
    json.writeArrayFieldStart("entries");
    for (Correction.Entry entry : correction.entries()) {
      write(entry);
    }
    json.writeEndArray();
    json.writeBooleanField("reviewersAssented", correction.assent());
    if (correction.contact().isPresent()) {
      json.writeStringField("contact", correction.contact().get());
    } else {
      json.writeNullField("contact");
    }
    json.writeEndObject();
  }

  private void write(Correction.Corrected corrected) throws IOException {
    json.writeObjectFieldStart("corrects");
    json.writeNumberField("revision", corrected.revision());
    json.writeStringField("decisionDate", corrected.decisionDate().toString());
    json.writeStringField("issuedOn", corrected.issuedOn().toString());
    json.writeObjectFieldStart("sha256");
    json.writeStringField("json", corrected.json());
    json.writeStringField("text", corrected.text());
    json.writeStringField("html", corrected.html());
    json.writeStringField("pdf", corrected.pdf());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(Correction.Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("place", entry.place().name());
    number("item", entry.item());
    json.writeStringField("printed", entry.printed());
    json.writeStringField("reads", entry.reads());
    number("replaces", entry.replaces());
    json.writeEndObject();
  }

  private void number(String name, Optional<Integer> number) throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.get());
    } else {
      json.writeNullField(name);
    }
  }
}
