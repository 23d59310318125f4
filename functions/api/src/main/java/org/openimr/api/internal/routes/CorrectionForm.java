package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.openimr.api.internal.http.Json;
import org.openimr.casefile.Correction;
import org.openimr.casefile.LetterPlace;
import org.openimr.procedure.PrintedLetter;
import org.openimr.records.CaseCorrections;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;

/** Corrections as requests and answers have them. */
final class CorrectionForm {
  private CorrectionForm() {}

  /** The entries of a request, on one line each. */
  static List<Correction.Entry> entries(JsonNode body) {
    return StreamSupport.stream(body.path("entries").spliterator(), false)
        .map(CorrectionForm::entry)
        .toList();
  }

  private static Correction.Entry entry(JsonNode entry) {
    return new Correction.Entry(
        LetterPlace.valueOf(entry.path("place").asText()),
        Optional.ofNullable(entry.get("item")).map(JsonNode::asInt),
        PrintedLetter.line(entry.path("printed").asText()),
        PrintedLetter.line(entry.path("reads").asText()),
        Optional.empty());
  }

  /** The address of a correction's letter. */
  static String href(CorrectionRow row) {
    return "/cases/" + row.caseNumber() + "/corrections/" + row.number();
  }

  /** The entity tag of a case with its corrections, without quotes. */
  static String tag(String caseTag, CaseCorrections corrections) {
    return corrections.version() == 0 ? caseTag : caseTag + "." + corrections.version();
  }

  /** What all of the case see of it among the case's own fields. */
  static ObjectNode named(CorrectionRow row) {
    var body = Json.object().put("number", row.number());
    return Json.text(body, "date", row.date()).put("href", href(row));
  }

  /** All of it. */
  static ObjectNode json(CorrectionRow row, Correction correction) {
    var body =
        Json.object()
            .put("number", row.number())
            .put("state", row.state().name())
            .put("assent", correction.assent());
    Json.text(body, "date", row.date());
    body.put("reason", correction.reason());
    body.set(
        "entries", correction.entries().stream().map(CorrectionForm::json).collect(Json.list()));
    Json.text(
        body, "href", Optional.of(href(row)).filter(_ -> row.state() == CorrectionState.ISSUED));
    return Json.text(body, "failure", row.failure());
  }

  private static ObjectNode json(Correction.Entry entry) {
    return Json.object()
        .put("place", entry.place().name())
        .put("item", entry.item().orElse(null))
        .put("printed", entry.printed())
        .put("reads", entry.reads())
        .put("replaces", entry.replaces().orElse(null));
  }
}
