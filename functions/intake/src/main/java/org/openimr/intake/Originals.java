package org.openimr.intake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectStore;
import org.openimr.records.UploadRow;

/**
 * The bytes of uploads.
 *
 * @param largest how many bytes an upload may have
 */
record Originals(ObjectStore objects, long largest) {
  private static final long MOST_IN_MEMORY = 4 << 20;

  /**
   * What is read of an upload's bytes, or why they are not taken.
   *
   * @param reading takes them from 0 to the limit, and keeps nothing of the buffer
   * @throws CloudFault if the bucket did not give them
   */
  <T> Outcome<T> read(UploadRow upload, Function<ByteBuffer, T> reading) {
    try (var content = objects.open(upload.object(), upload.versionId()).orElse(null)) {
      if (content == null) {
        return Outcome.rejected(
            Code.OBJECT_MISSING, "The file was gone before it could be read. Upload it again.");
      }
      if (content.size() > largest) {
        return Outcome.rejected(
            Code.FILE_TOO_LARGE,
            "The file has more than "
                + largest / 1_000_000
                + " MB. Upload its papers in several smaller files.");
      }
      return Outcome.accepted(read(content, reading));
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  /** Few bytes are read in memory, many in a file: a packet of 100 MB takes none of the heap. */
  static <T> T read(ObjectContent content, Function<ByteBuffer, T> reading) throws IOException {
    if (content.size() > MOST_IN_MEMORY) {
      return readInFile(content, reading);
    }
    byte[] bytes = new byte[(int) content.size()];
    whole(content.stream().readNBytes(bytes, 0, bytes.length), content);
    return reading.apply(ByteBuffer.wrap(bytes));
  }

  /** The file is this process's own: nobody but its owner reads it, and it is gone afterwards. */
  private static <T> T readInFile(ObjectContent content, Function<ByteBuffer, T> reading)
      throws IOException {
    Path file = Files.createTempFile("openimr-upload", null);
    try {
      try (var out = Files.newOutputStream(file)) {
        whole(content.stream().transferTo(out), content);
      }
      try (var channel = FileChannel.open(file);
          var arena = Arena.ofShared()) {
        return reading.apply(
            channel.map(MapMode.READ_ONLY, 0, content.size(), arena).asByteBuffer());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void whole(long read, ObjectContent content) throws IOException {
    if (read != content.size()) {
      throw new IOException("the object ended early");
    }
  }
}
