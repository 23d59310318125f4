package org.openimr.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.cloud.Cloud;
import org.openimr.intake.ImportHandler;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Puts published letters under {@code published/} and has the import function take them, as the
 * state machine does on AWS. A letter's place is its content's hash, so the same letter is imported
 * once, whatever it is called and however often. Safe for threads.
 */
final class LetterImporting {
  private static final String PREFIX = "published/";

  /** As often as the state machine calls the function for a batch. */
  private static final int ATTEMPTS = 3;

  private final ObjectStore objects;
  private final Settings settings;
  private final Uploads uploads;
  private final ImportHandler handler;

  LetterImporting(Cloud cloud, ImportHandler handler) {
    this.objects = cloud.objects();
    this.settings = cloud.settings();
    this.uploads = new Uploads(cloud.table());
    this.handler = handler;
  }

  /** What became of a letter. */
  enum Fate {
    IMPORTED,
    ALREADY_THERE,
    REFUSED
  }

  /** A file and what became of it; a refusal has its reason. */
  record Result(Path file, Fate fate, Optional<Rejection> reason) {}

  private record Letter(Path file, String key, String hash, boolean known) {
    private Map<String, Object> entry() {
      return Map.of("Key", key, "Etag", hash);
    }
  }

  /**
   * Imports files, or finds that they are.
   *
   * @throws CloudFault if a letter could not be done for a reason that is not its own
   */
  List<Result> add(List<Path> files) {
    List<Letter> letters = files.stream().map(this::place).toList();
    List<Map<String, Object>> entries =
        letters.stream().filter(letter -> !letter.known()).map(Letter::entry).distinct().toList();
    if (!entries.isEmpty()) {
      take(entries);
    }
    return letters.stream().map(this::result).toList();
  }

  private Letter place(Path file) {
    byte[] bytes = OpenedFile.bytes(file);
    String hash = OpenedFile.sha256(bytes);
    String key = PREFIX + Uploading.folder(file) + hash;
    boolean known = row(key, hash).filter(row -> row.state() != UploadState.RECEIVED).isPresent();
    if (!known
        && objects.putIfAbsent(name(key), bytes, "application/octet-stream") == Placed.DIFFERENT) {
      throw new IllegalStateException("an object under another one's hash");
    }
    return new Letter(file, key, hash, known);
  }

  private void take(List<Map<String, Object>> entries) {
    var faults = new ArrayList<CloudFault>();
    while (faults.size() < ATTEMPTS) {
      // Each call is an attempt of its own, also after the process was killed.
      var event =
          Map.<String, Object>of(
              "batch", "desk", "attempt", UUID.randomUUID().toString(), "Items", entries);
      try {
        handler.handleRequest(event, null);
        return;
      } catch (CloudFault fault) {
        faults.add(fault);
      }
    }
    throw faults.getLast();
  }

  private Result result(Letter letter) {
    var row = row(letter.key(), letter.hash()).orElseThrow();
    Optional<Rejection> reason = row.reason();
    Fate fate = letter.known() ? Fate.ALREADY_THERE : Fate.IMPORTED;
    return new Result(letter.file(), reason.isPresent() ? Fate.REFUSED : fate, reason);
  }

  private Optional<UploadRow> row(String key, String hash) {
    return uploads.find(UploadRow.id(name(key), Optional.of(hash)));
  }

  private ObjectName name(String key) {
    return new ObjectName(settings.caseFiles(), key);
  }
}
