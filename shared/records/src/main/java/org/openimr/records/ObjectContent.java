package org.openimr.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * An object that is open for reading; close it.
 *
 * @param size in bytes
 * @param sha256 lower case hex, where it was put with one
 * @param stream its bytes; a failure while reading is an {@link IOException} and means "retry"
 */
public record ObjectContent(long size, Optional<String> sha256, InputStream stream)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
