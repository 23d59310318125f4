package org.openimr.api.internal.routes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.ContentHash;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.CaseHead;
import org.openimr.records.CloudFault;
import org.openimr.records.DocumentPointer;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;

/**
 * {@code GET /cases/{caseNumber}/determination} by {@code Accept}. Only the set that the head
 * points at is read, and only if it has the head's hash.
 */
public final class ShowDetermination implements Endpoint {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Duration VALID = Duration.ofSeconds(60);

  /** Lambda answers up to 6 MB, which is 4.5 of a PDF in base64. */
  private static final long LARGE = 4_000_000;

  private final ObjectStore objects;
  private final Presigner presigner;
  private final Settings settings;
  private final Audit audit;

  /** Determinations of a store. */
  public ShowDetermination(
      ObjectStore objects, Presigner presigner, Settings settings, Audit audit) {
    this.objects = objects;
    this.presigner = presigner;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var form = Form.wanted(call.parameters().text("Accept").orElse("*/*"));
    if (form.isEmpty()) {
      return Outcome.rejected(
          Code.NOT_ACCEPTABLE,
          "There are application/json, text/plain, text/html and application/pdf.");
    }
    var set = visible(call.theCase());
    if (set.isEmpty()) {
      return Outcome.rejected(
          Code.NO_DETERMINATION, "There is no determination of this case that you may see yet.");
    }
    return document(call, form.get(), set.get());
  }

  /** Documents and the bucket that they lie in. */
  private record Visible(String bucket, DocumentPointer set) {}

  /** The final documents once the case is issued; until then the draft, for who sees drafts. */
  private Optional<Visible> visible(CaseView view) {
    return view.state() == CaseState.ISSUED
        ? view.head()
            .flatMap(CaseHead::adoption)
            .flatMap(AdoptionPointer::documents)
            .map(set -> new Visible(settings.determinations(), set))
        : view.head()
            .filter(_ -> view.draft())
            .flatMap(CaseHead::proposal)
            .map(set -> new Visible(settings.derived(), set));
  }

  private Outcome<Response> document(Call call, Form form, Visible visible) {
    String hash = form.hash(visible.set());
    if (EntityTags.has(call.request(), hash)) {
      return Outcome.accepted(EntityTags.unchanged(hash));
    }
    var name = new ObjectName(visible.bucket(), form.key(visible.set()));
    try (ObjectContent content = open(name)) {
      boolean large = content.size() > LARGE;
      byte[] bytes = large ? new byte[0] : content.stream().readAllBytes();
      if (!large && !ContentHash.of(bytes).equals(hash)) {
        return Outcome.rejected(
            Code.DOCUMENT_MISMATCH, "The stored document is another one. Staff has been told.");
      }
      audit.read(call, "READ_DETERMINATION", form.name());
      return Outcome.accepted(
          large
              ? Response.empty(SEE_OTHER)
                  .with("location", presigner.get(name, VALID).uri().toString())
              : Response.of(OK, form.contentType(), bytes).with("etag", EntityTags.quoted(hash)));
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  private ObjectContent open(ObjectName name) {
    return objects
        .open(name, Optional.empty())
        .orElseThrow(() -> new IllegalStateException("a document that a head points at is gone"));
  }
}
