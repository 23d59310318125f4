package org.openimr.letter.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What printed a letter: a hash, made by the build, of everything that has a say in its bytes. That
 * is this module's sources (code, template, words, styles, fonts, color profile, schema) and the
 * versions of the libraries that print.
 */
public final class RendererVersion {
  private static final String RESOURCE = "/org/openimr/letter/renderer-version.txt";

  private static final int DIGITS = 16;

  private RendererVersion() {}

  /** 16 hexadecimal digits. */
  public static String read() {
    try (InputStream in = RendererVersion.class.getResourceAsStream(RESOURCE)) {
      byte[] hash = Objects.requireNonNull(in).readNBytes(DIGITS);
      return new String(hash, StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
