package org.openimr.documents.internal.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.openimr.documents.internal.Meter;

/** Measures content streams before the parser, which has no budget, unpacks them whole. */
final class ContentStreams {
  private static final int CHUNK = 16_384;

  private final Meter meter;

  ContentStreams(Meter meter) {
    this.meter = meter;
  }

  /**
   * A content stream is about to be unpacked, for each use again: forms that draw forms multiply.
   *
   * @return whether it unpacks without damage
   */
  boolean sound(COSStream stream) throws IOException {
    meter.time();
    List<COSName> filters = filters(stream);
    meter.depth(filters.size());
    try (InputStream in = unpacked(stream, filters)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        meter.expanded(read);
      }
      return true;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  /** Only deflate is unpacked here: it is the one that hostile files use, and can be streamed. */
  private static InputStream unpacked(COSStream stream, List<COSName> filters) throws IOException {
    InputStream in = stream.createRawInputStream();
    for (COSName filter : filters) {
      if (!filter.equals(COSName.FLATE_DECODE)
          && !filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
        return in;
      }
      // Past the two bytes of the zlib header, as the parser does: its checksum is often missing.
      in.skipNBytes(2);
      in = new RawInflater(in);
    }
    return in;
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
