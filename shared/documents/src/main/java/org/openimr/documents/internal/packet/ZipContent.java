package org.openimr.documents.internal.packet;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.documents.internal.Meter;

/** The content of entries: never more than the directory announced, and only if it is whole. */
final class ZipContent {
  private static final int CHUNK = 65_536;

  private final Meter meter;

  ZipContent(Meter meter) {
    this.meter = meter;
  }

  /** The content of an entry, or why it is left out. */
  Outcome<byte[]> of(byte[] archive, ZipEntry entry) {
    if (entry.encrypted()) {
      return Outcome.rejected(
          Code.ENCRYPTED_FILE, "It is locked by a password. Remove the lock and send it again.");
    }
    if (entry.size() > meter.budgets().uploadBytes()) {
      return Outcome.rejected(
          Code.FILE_TOO_LARGE,
          "It has more than %,d bytes. Split it and send the parts one by one."
              .formatted(meter.budgets().uploadBytes()));
    }
    return switch (entry.method()) {
      case ZipEntry.STORED -> stored(archive, entry);
      case ZipEntry.DEFLATED -> inflated(archive, entry);
      default ->
          Outcome.rejected(
              Code.UNSUPPORTED_TYPE,
              "It is packed in a way that is not known here. Pack it anew and send it again.");
    };
  }

  private Outcome<byte[]> stored(byte[] archive, ZipEntry entry) {
    if (entry.packedSize() != entry.size()) {
      return damaged();
    }
    meter.expanded(entry.size());
    int start = entry.start();
    return whole(Arrays.copyOfRange(archive, start, start + entry.packedSize()), entry);
  }

  private Outcome<byte[]> inflated(byte[] archive, ZipEntry entry) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(archive, entry.start(), entry.packedSize());
      byte[] content = new byte[(int) entry.size()];
      int filled = 0;
      int read = -1;
      while (filled < content.length && read != 0) {
        read = inflater.inflate(content, filled, Math.min(CHUNK, content.length - filled));
        filled += read;
        meter.expanded(read);
        meter.time();
      }
      boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0;
      return ended && inflater.finished() && filled == content.length
          ? whole(content, entry)
          : damaged();
    } catch (DataFormatException e) {
      return damaged();
    } finally {
      inflater.end();
    }
  }

  private static Outcome<byte[]> whole(byte[] content, ZipEntry entry) {
    var crc = new CRC32();
    crc.update(content);
    return crc.getValue() == entry.crc() ? Outcome.accepted(content) : damaged();
  }

  private static <T> Outcome<T> damaged() {
    return Outcome.rejected(
        Code.UNREADABLE_FILE, "It is damaged. Check the original and send it again.");
  }
}
