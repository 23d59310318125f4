package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.ReviewAction;
import org.openimr.records.CaseHead;

/**
 * {@code GET /cases/{caseNumber}/documents/{documentId}}: a page by lines, with the passages of the
 * proposal. Spans count code points of the document's text (design section 3.2).
 */
public final class ShowDocument implements Endpoint {
  private static final int OK = 200;

  private final RecentBodies bodies;
  private final Audit audit;

  /** Documents of these bodies. */
  public ShowDocument(RecentBodies bodies, Audit audit) {
    this.bodies = bodies;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    String id = call.parameters().text("documentId").orElseThrow();
    int page = call.parameters().whole("page");
    var head = call.theCase().head();
    var document = head.map(bodies::file).flatMap(file -> document(file, id));
    if (document.isEmpty()) {
      return Outcome.rejected(Code.DOCUMENT_NOT_FOUND, "The case has no document of this id.");
    }
    if (page > document.get().pages()) {
      return Outcome.rejected(
          Code.PAGE_NOT_FOUND, "The document has " + document.get().pages() + " pages.");
    }
    audit.read(call, "READ_DOCUMENT", id + " page " + page);
    var passages =
        head
            .filter(_ -> call.theCase().showsDecisions())
            .flatMap(bodies::evaluation)
            .map(evaluation -> Passages.of(evaluation, document.get().id(), page))
            .orElse(List.of())
            .stream()
            .filter(passage -> stands(call, passage))
            .toList();
    return Outcome.accepted(Response.json(OK, body(document.get(), page, passages)));
  }

  /** Of an overridden item the rules' passages are for who sees drafts. */
  private boolean stands(Call call, Passages.Passage passage) {
    return call.theCase().draft()
        || passage
            .item()
            .flatMap(number -> call.theCase().head().map(head -> adopted(head, number)))
            .orElse(true);
  }

  private boolean adopted(CaseHead head, int number) {
    return head.adoption().map(bodies::adoption).stream()
        .flatMap(adoption -> adoption.reviewers().stream())
        .map(reviewer -> reviewer.review(number))
        .anyMatch(review -> review.action() == ReviewAction.ADOPT);
  }

  /** A duplicate's text is that of the document that is kept in its place. */
  private static Optional<CaseDocument> document(CaseFile file, String id) {
    return file.documents().stream()
        .filter(document -> document.id().equals(id))
        .findFirst()
        .or(() -> Optional.ofNullable(file.duplicates().get(id)));
  }

  private static JsonNode body(CaseDocument document, int page, List<Passages.Passage> passages) {
    var body = Json.object().put("document", document.id()).put("type", document.type().name());
    Json.text(body, "date", document.date());
    body.put("page", page)
        .put("pages", document.pages())
        .put("readable", !document.unreadablePages().contains(page));
    body.set("lines", lines(document, page));
    body.set("passages", passages.stream().map(ShowDocument::passage).collect(Json.list()));
    return body;
  }

  private static ArrayNode lines(CaseDocument document, int page) {
    var text = AnchoredText.of(document);
    var lines = new ArrayList<JsonNode>();
    int start = pageStart(text.text(), page);
    int end = text.text().indexOf('\f', start);
    int stop = end < 0 ? text.text().length() : end;
    while (start < stop) {
      int lineEnd = text.text().indexOf('\n', start);
      int to = lineEnd < 0 || lineEnd > stop ? stop : lineEnd;
      var anchor = text.anchor(start, to);
      var line =
          Json.object()
              .put("line", anchor.line())
              .put("start", anchor.start())
              .put("end", anchor.end())
              .put("text", anchor.quote());
      anchor.confidence().ifPresent(sure -> line.put("confidence", sure));
      lines.add(line);
      start = to + 1;
    }
    return lines.stream().collect(Json.list());
  }

  private static int pageStart(String text, int page) {
    int start = 0;
    for (int i = 1; i < page; i++) {
      start = text.indexOf('\f', start) + 1;
    }
    return start;
  }

  private static JsonNode passage(Passages.Passage passage) {
    var line = Json.object().put("item", passage.item().orElse(null));
    Json.text(line, "criterion", passage.criterion());
    Json.text(line, "result", passage.result());
    passage.anchor().confidence().ifPresent(sure -> line.put("confidence", sure));
    return line.put("line", passage.anchor().line())
        .put("start", passage.anchor().start())
        .put("end", passage.anchor().end());
  }
}
