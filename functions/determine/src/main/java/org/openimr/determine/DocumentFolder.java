package org.openimr.determine;

import java.util.Optional;
import org.openimr.letter.DocumentSet;
import org.openimr.procedure.ContentHash;
import org.openimr.records.DocumentPointer;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;

/**
 * Puts a determination's documents into a bucket, each unless one is there, JSON last: where the
 * JSON lies, the others do.
 */
final class DocumentFolder {
  private final ObjectStore objects;
  private final String bucket;

  DocumentFolder(ObjectStore objects, String bucket) {
    this.objects = objects;
    this.bucket = bucket;
  }

  /**
   * Puts a set.
   *
   * @return the pointer at it; empty where a document lies there with other bytes
   */
  Optional<DocumentPointer> put(String folder, DocumentSet set) {
    boolean placed =
        put(folder, "pdf", set.pdf(), "application/pdf")
            && put(folder, "html", set.html(), "text/html; charset=utf-8")
            && put(folder, "txt", set.text(), "text/plain; charset=utf-8")
            && put(folder, "json", set.json(), "application/json");
    return placed
        ? Optional.of(
            new DocumentPointer(
                folder,
                ContentHash.of(set.json()),
                ContentHash.of(set.text()),
                ContentHash.of(set.html()),
                ContentHash.of(set.pdf())))
        : Optional.empty();
  }

  private boolean put(String folder, String extension, byte[] body, String contentType) {
    var name = new ObjectName(bucket, folder + "/determination." + extension);
    return switch (objects.putIfAbsent(name, body, contentType)) {
      case CREATED, SAME -> true;
      case DIFFERENT -> false;
    };
  }
}
