package org.openimr.cloud.internal.awssdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.gaul.s3proxy.blobstore.SdkRequests.ByteRange;

/**
 * The part of an object that a request asks for.
 *
 * @param first its first byte
 * @param length in bytes
 * @param whole the object's size
 */
record Ranged(long first, long length, long whole) {
  private static final int UNSATISFIABLE = 416;

  static Ranged of(String header, long size) {
    ByteRange range = SdkRequests.parseRange(header);
    Long from = range == null ? null : range.first();
    Long to = range == null ? null : range.last();
    long first = from == null ? Math.max(0, size - (to == null ? size : to)) : from;
    long last = from == null || to == null ? size - 1 : Math.min(to, size - 1);
    if (first > last) {
      throw S3Exceptions.fromStatusCode(UNSATISFIABLE);
    }
    return new Ranged(first, last - first + 1, size);
  }

  String contentRange() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + whole;
  }

  InputStream of(InputStream bytes) throws IOException {
    bytes.skipNBytes(first);
    return new Limited(bytes, length);
  }

  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(bytes, offset, (int) Math.min(count, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
