package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.ReviewAction;

/**
 * A reviewer's words on an item, held against the proposal and the case file: an item that no rule
 * decides is decided, an override has its guideline, its reason and its place in the record, and
 * each place says what is quoted from it.
 */
final class ReviewForm {
  private ReviewForm() {}

  /** The review that a body describes. */
  static Outcome<ItemReview> read(JsonNode body, ItemEvaluation item, CaseFile file) {
    var action = ReviewAction.valueOf(body.path("action").asText());
    var decision =
        Optional.ofNullable(body.get("decision")).map(JsonNode::asText).map(Decision::valueOf);
    var guideline = Optional.ofNullable(body.get("guideline")).map(ReviewForm::guideline);
    var rationale =
        Optional.ofNullable(body.get("rationale"))
            .map(JsonNode::asText)
            .filter(text -> !text.isBlank());
    List<Anchor> evidence =
        StreamSupport.stream(body.path("evidence").spliterator(), false)
            .map(ReviewForm::anchor)
            .toList();
    Outcome<Decision> decided =
        switch (action) {
          case ADOPT -> adopted(item, decision);
          case OVERRIDE -> overridden(decision, guideline, rationale, evidence);
        };
    return decided.then(
        what ->
            resolved(evidence, file)
                .then(
                    places ->
                        Outcome.accepted(
                            new ItemReview(
                                item.number(), action, what, guideline, rationale, places))));
  }

  private static Outcome<Decision> adopted(ItemEvaluation item, Optional<Decision> decision) {
    if (item.decision() == Decision.UNDETERMINED) {
      return Outcome.rejected(
          Code.ITEM_UNDECIDED,
          "No rule decides this item, so there is nothing to adopt. Send OVERRIDE with your own"
              + " decision.");
    }
    return decision.filter(given -> given != item.decision()).isPresent()
        ? refused("The proposal is " + item.decision() + ". Send OVERRIDE to decide otherwise.")
        : Outcome.accepted(item.decision());
  }

  private static Outcome<Decision> overridden(
      Optional<Decision> decision,
      Optional<CitedGuideline> guideline,
      Optional<String> rationale,
      List<Anchor> evidence) {
    if (decision.isEmpty()) {
      return refused("An override needs a decision.");
    }
    if (rationale.isEmpty()) {
      return refused("An override needs a rationale: why you decide so.");
    }
    if (guideline.isEmpty()) {
      return refused("An override needs the guideline that you rely on, with edition and section.");
    }
    return evidence.isEmpty()
        ? refused("An override needs evidence: at least one passage of the case file.")
        : Outcome.accepted(decision.get());
  }

  private static Outcome<Decision> refused(String sentence) {
    return Outcome.rejected(Code.REVIEW_REFUSED, sentence);
  }

  /** The places as the case file has them, with how sure the recognition of a picture was. */
  private static Outcome<List<Anchor>> resolved(List<Anchor> evidence, CaseFile file) {
    Map<String, AnchoredText> texts = new HashMap<>();
    file.documents().forEach(document -> texts.put(document.id(), AnchoredText.of(document)));
    var places = new ArrayList<Anchor>();
    for (int i = 0; i < evidence.size(); i++) {
      var chosen = evidence.get(i);
      var place =
          Optional.ofNullable(texts.get(chosen.document())).flatMap(text -> text.resolved(chosen));
      if (chosen.quote().isBlank() || place.isEmpty()) {
        return Outcome.rejected(
            Code.ANCHOR_UNRESOLVED,
            "evidence["
                + i
                + "] does not stand in the case file where it says: document, page, line, start,"
                + " end and quote must be those of the page as it is shown.");
      }
      places.add(place.get());
    }
    return Outcome.accepted(List.copyOf(places));
  }

  private static CitedGuideline guideline(JsonNode body) {
    return new CitedGuideline(
        body.path("title").asText().strip(),
        body.path("edition").asText().strip(),
        body.path("section").asText().strip());
  }

  private static Anchor anchor(JsonNode body) {
    return new Anchor(
        body.path("document").asText(),
        body.path("page").asInt(),
        body.path("line").asInt(),
        body.path("start").asInt(),
        body.path("end").asInt(),
        body.path("quote").asText());
  }
}
