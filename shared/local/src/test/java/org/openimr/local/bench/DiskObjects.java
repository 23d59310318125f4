package org.openimr.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;

/** Buckets in a folder: what is in them does not weigh on the heap that is measured. */
final class DiskObjects implements ObjectStore {
  private final Path folder;

  DiskObjects(Path folder) {
    this.folder = folder;
  }

  /** Where an object's bytes are. */
  Path path(ObjectName name) {
    String whole = name.bucket() + "/" + name.key();
    return folder.resolve(HexFormat.of().formatHex(whole.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
    try {
      Path file = path(name);
      return Files.exists(file)
          ? Optional.of(
              new ObjectContent(Files.size(file), Optional.empty(), Files.newInputStream(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
    put(name, body, contentType);
    return Placed.CREATED;
  }

  @Override
  public Optional<String> put(ObjectName name, byte[] body, String contentType) {
    try {
      Files.write(path(name), body);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
