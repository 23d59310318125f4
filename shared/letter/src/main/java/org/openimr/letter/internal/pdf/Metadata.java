package org.openimr.letter.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a PDF says of itself, from the letter alone: the engine would put in its own clock.
 *
 * @param createdAt to the second, which is all that PDF and XMP both hold
 */
record Metadata(String title, String subject, Instant createdAt) {
  private static final String PRODUCER = "OpenIMR";

  /** The entries that ISO 19005-2 (PDF/A) and ISO 14289-1 (PDF/UA) ask for. */
  private static final String XMP = "/org/openimr/letter/metadata.xmp";

  Metadata {
    createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Puts it in place of the engine's, with a document id that is a hash of the content. */
  void replace(PDDocument document, String content) throws IOException {
    var time = GregorianCalendar.from(createdAt.atZone(ZoneOffset.UTC));
    var information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(subject);
    information.setAuthor(PRODUCER);
    information.setProducer(PRODUCER);
    information.setCreationDate(time);
    information.setModificationDate(time);
    document.setDocumentInformation(information);
    document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp())));
    document.setDocumentId(hash(content));
  }

  private byte[] xmp() throws IOException {
    try (InputStream in = Metadata.class.getResourceAsStream(XMP)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("%title%", escaped(title))
          .replace("%subject%", escaped(subject))
          .replace("%created%", createdAt.toString())
          .replace("%producer%", PRODUCER)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static long hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
