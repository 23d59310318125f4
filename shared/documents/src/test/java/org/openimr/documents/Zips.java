package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** ZIP archives as the tests need them, the hostile ones too: written record by record. */
final class Zips {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private record Central(
      String name, int flags, int method, long crc, long packed, long size, int header, int mode) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Central> entries = new ArrayList<>();

  /** An archive of texts: name, content, name, content. */
  static byte[] of(String... namesAndTexts) {
    var zip = new Zips();
    for (int at = 0; at < namesAndTexts.length; at += 2) {
      zip.with(namesAndTexts[at], namesAndTexts[at + 1].getBytes(UTF_8));
    }
    return zip.bytes();
  }

  /** One more file, packed. */
  Zips with(String name, byte[] content) {
    byte[] packed = deflated(content);
    return entry(name, 0, DEFLATED, crc(content), packed, content.length, 0);
  }

  /** One more file, not packed. */
  Zips stored(String name, byte[] content) {
    return entry(name, 0, STORED, crc(content), content, content.length, 0);
  }

  /** One more file that needs a password, by its flag. */
  Zips locked(String name) {
    return entry(name, 1, DEFLATED, 0, new byte[20], 30, 0);
  }

  /** One more file, packed by that method. */
  Zips method(String name, int method) {
    return entry(name, 0, method, 0, new byte[20], 30, 0);
  }

  /** One more file with that mode of Unix. */
  Zips mode(String name, int mode, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    return entry(name, 0, STORED, crc(bytes), bytes, bytes.length, mode);
  }

  /** One more file whose directory entry tells another size. */
  Zips lying(String name, byte[] content, long size) {
    return entry(name, 0, DEFLATED, crc(content), deflated(content), size, 0);
  }

  /** One more file whose content is damaged. */
  Zips damaged(String name, byte[] content) {
    return entry(name, 0, STORED, crc(content) + 1, content, content.length, 0);
  }

  /** Another entry of the directory for the last file: both share its bytes. */
  Zips again(String name) {
    Central last = entries.getLast();
    entries.add(
        new Central(
            name,
            last.flags(),
            last.method(),
            last.crc(),
            last.packed(),
            last.size(),
            last.header(),
            last.mode()));
    return this;
  }

  private Zips entry(
      String name, int flags, int method, long crc, byte[] packed, long size, int mode) {
    var central = new Central(name, flags, method, crc, packed.length, size, out.size(), mode);
    out.writeBytes(local(central));
    out.writeBytes(packed);
    entries.add(central);
    return this;
  }

  /** The archive. */
  byte[] bytes() {
    int directory = out.size();
    entries.forEach(entry -> out.writeBytes(central(entry)));
    int size = out.size() - directory;
    out.writeBytes(
        buffer(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) entries.size())
            .putShort((short) entries.size())
            .putInt(size)
            .putInt(directory)
            .putShort((short) 0)
            .array());
    return out.toByteArray();
  }

  private static byte[] local(Central entry) {
    byte[] name = entry.name().getBytes(UTF_8);
    return buffer(30 + name.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) entry.flags())
        .putShort((short) entry.method())
        .putInt(0)
        .putInt((int) entry.crc())
        .putInt((int) entry.packed())
        .putInt((int) entry.size())
        .putShort((short) name.length)
        .putShort((short) 0)
        .put(name)
        .array();
  }

  private static byte[] central(Central entry) {
    byte[] name = entry.name().getBytes(UTF_8);
    return buffer(46 + name.length)
        .putInt(0x02014b50)
        .putShort((short) (3 << 8 | 20))
        .putShort((short) 20)
        .putShort((short) entry.flags())
        .putShort((short) entry.method())
        .putInt(0)
        .putInt((int) entry.crc())
        .putInt((int) entry.packed())
        .putInt((int) entry.size())
        .putShort((short) name.length)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(entry.mode() << 16)
        .putInt(entry.header())
        .put(name)
        .array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflated(byte[] content) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      var packed = new ByteArrayOutputStream();
      byte[] chunk = new byte[8_192];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static long crc(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
