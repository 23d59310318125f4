package org.openimr.determine;

import java.util.Optional;
import org.openimr.letter.DocumentSet;
import org.openimr.procedure.ContentHash;
import org.openimr.records.DocumentPointer;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;

/**
 * Puts documents of one name into a bucket, each unless one is there, JSON last: where the JSON
 * lies, the others do.
 */
final class DocumentFolder {
  private final ObjectStore objects;
  private final String bucket;
  private final String name;

  DocumentFolder(ObjectStore objects, String bucket, String name) {
    this.objects = objects;
    this.bucket = bucket;
    this.name = name;
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
    var document = new ObjectName(bucket, folder + "/" + name + "." + extension);
    return switch (objects.putIfAbsent(document, body, contentType)) {
      case CREATED, SAME -> true;
      case DIFFERENT -> false;
    };
  }
}
