package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openimr.casefile.Outcome;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;

/** Opens and reads files without any cloud, for commands that only look. */
final class OpenedFile {
  private final FileOpener opener;
  private final CaseReader reader = new CaseReader();

  /** By an opener that recognises no text. */
  OpenedFile() {
    this(new FileOpener());
  }

  /** By an opener of one's own. */
  OpenedFile(FileOpener opener) {
    this.opener = opener;
  }

  /** What a file holds, or why it was not taken. */
  Outcome<CaseReader.Read> read(Path file) {
    byte[] bytes = bytes(file);
    return opener.open(bytes).then(submitted -> reader.read(submitted, sha256(bytes)));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
