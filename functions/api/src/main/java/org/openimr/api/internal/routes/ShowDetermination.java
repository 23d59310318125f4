package org.openimr.api.internal.routes;

import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.CaseHead;
import org.openimr.records.Corrections;
import org.openimr.records.ObjectStore;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;

/**
 * {@code GET /cases/{caseNumber}/determination} by {@code Accept}. Only the set that the head
 * points at is read, and only if it has the head's hash. It is the determination as it was issued:
 * of what corrects it the header {@code Link} tells.
 */
public final class ShowDetermination implements Endpoint {
  private static final String NAME = "determination";

  private final StoredDocuments documents;
  private final Settings settings;
  private final Corrections corrections;

  /** Determinations of a store. */
  public ShowDetermination(
      ObjectStore objects,
      Presigner presigner,
      Settings settings,
      Corrections corrections,
      Audit audit) {
    this.documents = new StoredDocuments(objects, presigner, audit);
    this.settings = settings;
    this.corrections = corrections;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return StoredDocuments.wanted(call)
        .then(
            form ->
                visible(call.theCase())
                    .map(shelf -> documents.answer(call, form, shelf, "READ_DETERMINATION"))
                    .orElseGet(
                        () ->
                            Outcome.rejected(
                                Code.NO_DETERMINATION,
                                "There is no determination of this case that you may see yet.")))
        .then(response -> Outcome.accepted(linked(call.theCase(), response)));
  }

  /** The final documents once the case is issued; until then the draft, for who sees drafts. */
  private Optional<StoredDocuments.Shelf> visible(CaseView view) {
    return view.state() == CaseState.ISSUED
        ? view.head().flatMap(head -> issued(head, settings))
        : view.head()
            .filter(_ -> view.draft())
            .flatMap(CaseHead::proposal)
            .map(set -> new StoredDocuments.Shelf(settings.derived(), set, NAME));
  }

  /** The determination that was issued. */
  static Optional<StoredDocuments.Shelf> issued(CaseHead head, Settings settings) {
    return head.adoption()
        .flatMap(AdoptionPointer::documents)
        .map(set -> new StoredDocuments.Shelf(settings.determinations(), set, NAME));
  }

  /** Says which corrections there are (RFC 8288). */
  private Response linked(CaseView view, Response response) {
    if (view.state() != CaseState.ISSUED) {
      return response;
    }
    String links =
        corrections.of(view.caseNumber()).issued().stream()
            .map(row -> "<" + CorrectionForm.href(row) + ">; rel=\"urn:openimr:correction\"")
            .collect(Collectors.joining(", "));
    return links.isEmpty() ? response : response.with("link", links);
  }
}
