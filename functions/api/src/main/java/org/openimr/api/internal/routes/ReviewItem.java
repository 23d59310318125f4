package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.Code;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Commit;
import org.openimr.records.Identities;
import org.openimr.records.ReviewRow;
import org.openimr.records.Reviews;

/**
 * {@code PUT /cases/{caseNumber}/items/{number}/review}: what the reviewer decides on one item, in
 * place of what the reviewer has said of it before. Nothing stands before the case is adopted.
 */
public final class ReviewItem implements Endpoint {
  private static final int OK = 200;

  private final ReviewDesk desk;
  private final Reviews reviews;
  private final RecentBodies recent;
  private final Bodies bodies;
  private final Identities identities;

  /** Reviews in these records. */
  ReviewItem(
      ReviewDesk desk, Reviews reviews, RecentBodies recent, Bodies bodies, Identities identities) {
    this.desk = desk;
    this.reviews = reviews;
    this.recent = recent;
    this.bodies = bodies;
    this.identities = identities;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    int number = call.parameters().whole("number");
    return desk.open(call)
        .then(
            opened ->
                item(opened.head(), number)
                    .then(
                        item ->
                            ReviewForm.read(call.body(), item, recent.file(opened.head()))
                                .then(review -> written(call, opened, review))));
  }

  private Outcome<ItemEvaluation> item(CaseHead head, int number) {
    return recent.evaluation(head).stream()
        .flatMap(evaluation -> evaluation.items().stream())
        .filter(item -> item.number() == number)
        .findFirst()
        .<Outcome<ItemEvaluation>>map(Outcome::accepted)
        .orElseGet(
            () -> Outcome.rejected(Code.ITEM_NOT_FOUND, "The case has no item of this number."));
  }

  /** The words go into the determination, which must not tell whose they are. */
  private boolean namesItsReviewer(ReviewDesk.Opened opened, ItemReview review) {
    String words =
        Stream.concat(
                review.rationale().stream(),
                review.guideline().map(CitedGuideline::citation).stream())
            .collect(Collectors.joining("\n"));
    return identities.isNamedIn(words, opened.reviewer());
  }

  private Outcome<Response> written(Call call, ReviewDesk.Opened opened, ItemReview review) {
    if (namesItsReviewer(opened, review)) {
      return Outcome.rejected(
          Code.REVIEW_REFUSED,
          "The review tells who you are. A determination states credentials only (Labor Code"
              + " 4610.6(f)); take name, licence number and address out.");
    }
    var row =
        new ReviewRow(
            opened.reviewer(),
            review.number(),
            review.action(),
            review.decision(),
            bodies.put(review),
            call.now());
    var after = opened.head().touched(call.now());
    var event =
        CaseEvent.of(after, call.caller().actor(), "ITEM_REVIEWED", "item " + review.number());
    if (reviews.put(opened.head(), after, row, event) == Commit.REFUSED) {
      return Outcome.rejected(
          Code.VERSION_CHANGED, "Somebody wrote to the case at the same moment. Read it again.");
    }
    return Outcome.accepted(
        Response.json(OK, json(review)).with("etag", EntityTags.quoted(after.etag())));
  }

  /** A review as answers have it. */
  static ObjectNode json(ItemReview review) {
    var body =
        Json.object()
            .put("number", review.number())
            .put("action", review.action().name())
            .put("decision", review.decision().name());
    body.set("guideline", review.guideline().map(ReviewItem::json).orElse(null));
    Json.text(body, "rationale", review.rationale());
    body.set("evidence", review.evidence().stream().map(ReviewItem::json).collect(Json.list()));
    return body;
  }

  private static ObjectNode json(CitedGuideline guideline) {
    return Json.object()
        .put("title", guideline.title())
        .put("edition", guideline.edition())
        .put("section", guideline.section());
  }

  private static ObjectNode json(Anchor anchor) {
    return Json.object()
        .put("document", anchor.document())
        .put("page", anchor.page())
        .put("line", anchor.line())
        .put("start", anchor.start())
        .put("end", anchor.end())
        .put("quote", anchor.quote());
  }
}
