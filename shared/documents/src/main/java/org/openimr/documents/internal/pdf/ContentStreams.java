package org.openimr.documents.internal.pdf;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.openimr.documents.internal.Meter;

/** Measures streams before the parser, which has no budget, unpacks them whole. */
final class ContentStreams {
  private static final int CHUNK = 16_384;

  private static final Set<COSName> DEFLATE =
      Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

  private static final Set<COSName> OTHERS =
      Set.of(
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION);

  private final Meter meter;

  ContentStreams(Meter meter) {
    this.meter = meter;
  }

  /**
   * A stream is about to be unpacked, for each use again: forms that draw forms multiply.
   *
   * @return whether it unpacks without damage
   * @throws IOException where it is packed as a picture, which would be unpacked to all its pixels
   */
  boolean sound(COSStream stream) throws IOException {
    meter.time();
    List<COSName> filters = filters(stream);
    meter.depth(filters.size());
    InputStream in = new BufferedInputStream(stream.createRawInputStream());
    try {
      for (int at = 0; at < filters.size(); at++) {
        in = unpacked(in, stream, filters.get(at), at);
      }
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        meter.expanded(read);
      }
      return true;
    } catch (ZipException | EOFException e) {
      return false;
    } finally {
      in.close();
    }
  }

  private InputStream unpacked(InputStream in, COSStream stream, COSName filter, int at)
      throws IOException {
    if (DEFLATE.contains(filter)) {
      // Past the two bytes of the zlib header, as the parser does: its checksum is often missing.
      in.skipNBytes(2);
      return new RawInflater(in);
    }
    if (!OTHERS.contains(filter)) {
      throw new IOException("content is packed by " + filter.getName());
    }
    try (in;
        var out = new Metered()) {
      FilterFactory.INSTANCE.getFilter(filter).decode(in, out, stream, at);
      return new ByteArrayInputStream(out.whole());
    }
  }

  /** Counts what is unpacked while it is. */
  private final class Metered extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
      meter.expanded(1);
      bytes.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      meter.expanded(length);
      bytes.write(some, from, length);
    }

    byte[] whole() {
      return bytes.toByteArray();
    }
  }

  /** Frees its inflater's memory when it is closed, not when it is collected. */
  private static final class RawInflater extends InflaterInputStream {
    RawInflater(InputStream in) {
      super(in, new Inflater(true), CHUNK);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    return switch (filters) {
      case COSName name -> List.of(name);
      case COSArray names ->
          names.toList().stream()
              .filter(COSName.class::isInstance)
              .map(COSName.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }
}
