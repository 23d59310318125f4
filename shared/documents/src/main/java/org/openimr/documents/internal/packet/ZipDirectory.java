package org.openimr.documents.internal.packet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.documents.internal.FileKind;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.UploadRefusedException;

/**
 * The central directory of an archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16),
 * checked as a whole before a byte is unpacked. A reader of our own, because the platform's needs a
 * file or believes the local headers, neither it nor the usual library refuses entries that share
 * bytes, and that library would double the size of the function.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;

  /** Of the upper half of the external attributes on Unix: what kind of file it is. */
  private static final int KIND = 0xF000;

  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;

  private final ByteBuffer bytes;
  private final Meter meter;

  private ZipDirectory(byte[] bytes, Meter meter) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.meter = meter;
  }

  /** An entry with the place of its local header. */
  private record Placed(ZipEntry entry, int header, int end) {}

  /**
   * The entries, or why the archive cannot be read.
   *
   * @throws UploadRefusedException for an archive that is made to do harm or goes over a budget
   */
  static Outcome<List<ZipEntry>> of(byte[] bytes, Meter meter) {
    try {
      return new ZipDirectory(bytes, meter).entries();
    } catch (IndexOutOfBoundsException e) {
      return damaged();
    }
  }

  private Outcome<List<ZipEntry>> entries() {
    Optional<Integer> end = end();
    if (end.isEmpty()) {
      return damaged();
    }
    int at = end.get();
    boolean split = unsigned16(at + 4) != 0 || unsigned16(at + 6) != 0;
    int count = unsigned16(at + 10);
    long start = unsigned32(at + 16);
    if (split || start == IN_ZIP64 || start > at) {
      return damaged();
    }
    meter.entries(count);
    List<Placed> placed = new ArrayList<>();
    int next = (int) start;
    for (int number = 1; number <= count; number++) {
      if (signature(next) != CENTRAL) {
        return damaged();
      }
      if (tooBigForMemory(next) || signature((int) unsigned32(next + 42)) != LOCAL) {
        return damaged();
      }
      placed.add(placed(number, next));
      next += CENTRAL_SIZE + unsigned16(next + 28) + unsigned16(next + 30) + unsigned16(next + 32);
    }
    return next > at ? damaged() : checked(placed, (int) start);
  }

  /** The end record whose comment ends with the file. */
  private Optional<Integer> end() {
    int lowest = Math.max(0, bytes.limit() - END_SIZE - LONGEST_COMMENT);
    for (int at = bytes.limit() - END_SIZE; at >= lowest; at--) {
      if (signature(at) == END && at + END_SIZE + unsigned16(at + 20) == bytes.limit()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private boolean tooBigForMemory(int at) {
    return unsigned32(at + 20) > bytes.limit()
        || unsigned32(at + 24) == IN_ZIP64
        || unsigned32(at + 42) > bytes.limit();
  }

  private Placed placed(int number, int at) {
    byte[] raw = new byte[unsigned16(at + 28)];
    bytes.get(at + CENTRAL_SIZE, raw);
    String name = EntryName.decode(raw);
    List<String> path = EntryName.safe(name).orElseThrow(() -> unsafe(number));
    int kind = unsigned16(at + 40) & KIND;
    if (kind != 0 && kind != REGULAR && kind != FOLDER) {
      throw unsafe(number);
    }
    int flags = unsigned16(at + 8);
    int header = (int) unsigned32(at + 42);
    int start = header + LOCAL_SIZE + unsigned16(header + 26) + unsigned16(header + 28);
    int packed = (int) unsigned32(at + 20);
    var entry =
        new ZipEntry(
            number,
            path,
            name.endsWith("/"),
            (flags & 1) != 0,
            unsigned16(at + 10),
            unsigned32(at + 16),
            start,
            packed,
            unsigned32(at + 24));
    return new Placed(entry, header, start + packed);
  }

  /** Entries that share bytes unpack to the product of their sizes: the quoted-overlap bomb. */
  private Outcome<List<ZipEntry>> checked(List<Placed> placed, int directory) {
    int free = 0;
    long size = 0;
    for (Placed each : placed.stream().sorted(Comparator.comparingInt(Placed::header)).toList()) {
      if (each.header() < free) {
        throw new UploadRefusedException(
            new Rejection(
                Code.EXPANSION_LIMIT,
                "Two entries of the ZIP archive share the same bytes, as no honest archive does."
                    + " Pack the papers anew and send the archive again."));
      }
      if (each.end() > directory || each.end() < each.header()) {
        return damaged();
      }
      free = each.end();
      size += each.entry().size();
    }
    meter.announced(size);
    List<ZipEntry> entries = placed.stream().map(Placed::entry).toList();
    return office(entries)
        ? FileKind.refused("an Office file or another document that is packed as a ZIP archive")
        : Outcome.accepted(entries);
  }

  /** Documents of office programs are archives of parts that are no papers by themselves. */
  private static boolean office(List<ZipEntry> entries) {
    return entries.stream()
        .map(ZipEntry::path)
        .anyMatch(
            path ->
                path.equals(List.of("[Content_Types].xml")) || path.equals(List.of("mimetype")));
  }

  private int signature(int at) {
    return bytes.getInt(at);
  }

  private int unsigned16(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private long unsigned32(int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  private static UploadRefusedException unsafe(int number) {
    return new UploadRefusedException(
        new Rejection(
            Code.UNSAFE_PATH,
            "The name of entry %d of the ZIP archive leaves its folder, or the entry is a link. Pack"
                    .formatted(number)
                + " the papers themselves, under plain names, and send the archive again."));
  }

  private static <T> Outcome<T> damaged() {
    return Outcome.rejected(
        Code.UNREADABLE_FILE,
        "The ZIP archive is damaged, cut off or in several parts. Check that it opens, pack its"
            + " papers into one new archive, and send it again.");
  }
}
