package org.openimr.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;

/** Puts files under {@code incoming/}, and remembers which upload was which file. */
final class Uploading {
  private final ObjectStore objects;
  private final Settings settings;
  private final Map<String, Path> pathOfUpload = new LinkedHashMap<>();
  private int count;

  Uploading(ObjectStore objects, Settings settings) {
    this.objects = objects;
    this.settings = settings;
  }

  /**
   * Puts a file. Its name stays here: it may hold a worker's name, and object names are logged. A
   * folder that is named as a case number makes its files that case's.
   */
  void put(Path file) {
    count++;
    byte[] bytes = OpenedFile.bytes(file);
    String key = "incoming/%s%06d-%s".formatted(folder(file), count, OpenedFile.sha256(bytes));
    var name = new ObjectName(settings.caseFiles(), key);
    Optional<String> version = objects.put(name, bytes, "application/octet-stream");
    pathOfUpload.put(UploadRow.id(name, version), file);
  }

  /** The folder for a file's object: its own folder's name, where that is a case number. */
  static String folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent())
        .flatMap(parent -> Optional.ofNullable(parent.getFileName()))
        .flatMap(name -> CaseNumber.of(name.toString()))
        .map(caseNumber -> caseNumber + "/")
        .orElse("");
  }

  /** Ids of all uploads so far, in order. */
  List<String> ids() {
    return List.copyOf(pathOfUpload.keySet());
  }

  /** Which file an upload was. */
  Path path(String upload) {
    return Optional.ofNullable(pathOfUpload.get(upload))
        .orElseThrow(() -> new IllegalArgumentException("not an upload of this run"));
  }
}
