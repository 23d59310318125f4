package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.openimr.api.internal.http.Json;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;

/** A reviewer's entry as the API shows it, and as a line of a roster. */
final class ReviewerForm {
  private static final String FOR_LIFE = "LIFETIME";

  private ReviewerForm() {}

  /** What the reviewer may do, and the ties: nothing of who it is. */
  static ObjectNode credentials(Credentials of) {
    var body = Json.object().put("id", of.pseudonym().value());
    body.set("licences", of.licences().stream().map(ReviewerForm::licence).collect(Json.list()));
    body.set(
        "certifications",
        of.certifications().stream().map(ReviewerForm::certification).collect(Json.list()));
    var specialties = body.putArray("specialties");
    of.specialties().forEach(specialty -> specialties.add(specialty.name()));
    body.put("practisingSince", of.practisingSince().toString())
        .put("hoursPerWeek", of.hoursPerWeek())
        .put("qualifiedMedicalEvaluator", of.qualifiedMedicalEvaluator())
        .put("disciplined", of.disciplined());
    body.set(
        "affiliations",
        of.affiliations().stream().map(ReviewerForm::affiliation).collect(Json.list()));
    return body;
  }

  private static JsonNode licence(Licence licence) {
    return Json.object()
        .put("state", licence.state().name())
        .put("kind", licence.kind().name())
        .put("status", licence.status().name())
        .put("expiry", licence.expiry().toString());
  }

  private static JsonNode certification(BoardCertification held) {
    var certification =
        Json.object().put("board", held.board().name()).put("specialty", held.specialty().name());
    return Json.text(certification, "expiry", held.lastDay());
  }

  private static JsonNode affiliation(Affiliation affiliation) {
    return Json.object()
        .put("party", affiliation.party().value())
        .put("link", affiliation.link().name())
        .put("tie", affiliation.tie().code());
  }

  /** Who the reviewer is: for staff that asks for it, and nowhere else. */
  static ObjectNode identity(ReviewerIdentity of) {
    var body = Json.object().put("familyName", of.familyName()).put("givenName", of.givenName());
    Json.text(body, "email", of.email());
    body.set(
        "licenceNumbers",
        of.licenceNumbers().stream().map(ReviewerForm::number).collect(Json.list()));
    var parties = body.putObject("partyNames");
    of.partyNames().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(party -> parties.put(party.getKey().value(), party.getValue()));
    return body;
  }

  private static JsonNode number(LicenceNumber number) {
    return Json.object()
        .put("state", number.state().name())
        .put("kind", number.kind().name())
        .put("number", number.number());
  }

  /** A body as a roster of one line: what is wrong with it is found as in an import. */
  static String csv(Pseudonym pseudonym, JsonNode body) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("pseudonym", pseudonym.value());
    cells.put("family_name", body.path("familyName").asText());
    cells.put("given_name", body.path("givenName").asText());
    cells.put("email", body.path("email").asText(""));
    cells.put(
        "licences", entries(body.path("licences"), "state", "kind", "number", "status", "expiry"));
    cells.put(
        "certifications", entries(body.path("certifications"), "board", "specialty", "expiry"));
    cells.put("specialties", joined(body.path("specialties"), JsonNode::asText));
    cells.put("practising_since", body.path("practisingSince").asText());
    cells.put("hours_per_week", body.path("hoursPerWeek").asText());
    cells.put("qme", yesOrNo(body.path("qualifiedMedicalEvaluator")));
    cells.put("disciplined", yesOrNo(body.path("disciplined")));
    cells.put("affiliations", entries(body.path("affiliations"), "link", "tie", "party"));
    return String.join(",", cells.keySet())
        + "\n"
        + cells.values().stream().map(ReviewerForm::cell).collect(Collectors.joining(","))
        + "\n";
  }

  private static String entries(JsonNode list, String... parts) {
    return joined(
        list,
        entry ->
            Arrays.stream(parts)
                .map(part -> entry.path(part).asText(FOR_LIFE))
                .map(text -> text.equals("null") ? FOR_LIFE : text)
                .collect(Collectors.joining("|")));
  }

  private static String joined(JsonNode list, Function<JsonNode, String> form) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(form)
        .collect(Collectors.joining(";"));
  }

  private static String yesOrNo(JsonNode value) {
    return value.asBoolean() ? "YES" : "NO";
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
