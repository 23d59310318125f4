package org.openimr.cloud.internal.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Bytes of objects by their hash, in memory or as files of a folder. */
public sealed interface Bodies {
  /** Keeps bytes; those that are kept already are kept once. */
  Body keep(InputStream bytes) throws IOException;

  /** Opens bytes that were kept. */
  InputStream open(Body body) throws IOException;

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static Body copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    InputStream hashed = new DigestInputStream(new DigestInputStream(in, sha256), md5);
    long size = hashed.transferTo(out);
    HexFormat hex = HexFormat.of();
    return new Body(hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()), size);
  }

  /** In memory. */
  record InMemory(Map<String, byte[]> bytes) implements Bodies {
    /** With nothing in it. */
    public InMemory() {
      this(new ConcurrentHashMap<>());
    }

    @Override
    public Body keep(InputStream in) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Body body = copy(in, out);
      bytes.putIfAbsent(body.sha256(), out.toByteArray());
      return body;
    }

    @Override
    public InputStream open(Body body) {
      return new ByteArrayInputStream(Objects.requireNonNull(bytes.get(body.sha256())));
    }
  }

  /** As files, each written elsewhere and moved to its name when it is whole. */
  record InFolder(Path folder) implements Bodies {
    @Override
    public Body keep(InputStream in) throws IOException {
      Path unfinished = Files.createTempFile(Files.createDirectories(folder), "unfinished", null);
      try {
        Body body;
        try (OutputStream out = Files.newOutputStream(unfinished)) {
          body = copy(in, out);
        }
        Path file = file(body);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return body;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }

    @Override
    public InputStream open(Body body) throws IOException {
      return Files.newInputStream(file(body));
    }

    private Path file(Body body) {
      return folder.resolve(body.sha256().substring(0, 2)).resolve(body.sha256());
    }
  }
}
