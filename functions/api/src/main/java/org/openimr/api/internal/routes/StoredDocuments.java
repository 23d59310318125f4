package org.openimr.api.internal.routes;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.ContentHash;
import org.openimr.records.CloudFault;
import org.openimr.records.DocumentPointer;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Presigner;

/** Documents that a record points at, shown only if they have the record's hash. */
final class StoredDocuments {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Duration VALID = Duration.ofSeconds(60);

  /** Lambda answers up to 6 MB, which is 4.5 of a PDF in base64. */
  private static final long LARGE = 4_000_000;

  private final ObjectStore objects;
  private final Presigner presigner;
  private final Audit audit;

  StoredDocuments(ObjectStore objects, Presigner presigner, Audit audit) {
    this.objects = objects;
    this.presigner = presigner;
    this.audit = audit;
  }

  /**
   * Documents and where they lie.
   *
   * @param name of each, without the extension
   */
  record Shelf(String bucket, DocumentPointer set, String name) {
    private ObjectName object(Form form) {
      return new ObjectName(bucket, form.key(set, name));
    }
  }

  /** The form that a call asks for. */
  static Outcome<Form> wanted(Call call) {
    return Form.wanted(call.parameters().text("Accept").orElse("*/*"))
        .<Outcome<Form>>map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.rejected(
                    Code.NOT_ACCEPTABLE,
                    "There are application/json, text/plain, text/html and application/pdf."));
  }

  /**
   * The document, or an address of it where it is large.
   *
   * @param event that says that it was read
   */
  Outcome<Response> answer(Call call, Form form, Shelf shelf, String event) {
    String hash = form.hash(shelf.set());
    if (EntityTags.has(call.request(), hash)) {
      return Outcome.accepted(EntityTags.unchanged(hash));
    }
    var object = shelf.object(form);
    try (ObjectContent content = open(object)) {
      boolean large = content.size() > LARGE;
      byte[] bytes = large ? new byte[0] : content.stream().readAllBytes();
      if (!large && !ContentHash.of(bytes).equals(hash)) {
        return mismatch();
      }
      audit.read(call, event, form.name());
      return Outcome.accepted(
          large
              ? Response.empty(SEE_OTHER)
                  .with("location", presigner.get(object, VALID).uri().toString())
              : Response.of(OK, form.contentType(), bytes).with("etag", EntityTags.quoted(hash)));
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  /** The bytes of a document, for what is held against it. */
  Outcome<byte[]> read(Form form, Shelf shelf) {
    try (ObjectContent content = open(shelf.object(form))) {
      byte[] bytes = content.stream().readAllBytes();
      return ContentHash.of(bytes).equals(form.hash(shelf.set()))
          ? Outcome.accepted(bytes)
          : mismatch();
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  private static <T> Outcome<T> mismatch() {
    return Outcome.rejected(
        Code.DOCUMENT_MISMATCH, "The stored document is another one. Staff has been told.");
  }

  private ObjectContent open(ObjectName name) {
    return objects
        .open(name, Optional.empty())
        .orElseThrow(() -> new IllegalStateException("a document that a record points at is gone"));
  }
}
