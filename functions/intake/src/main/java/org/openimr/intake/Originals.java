package org.openimr.intake;

import java.io.IOException;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectStore;
import org.openimr.records.UploadRow;

/**
 * The bytes of uploads.
 *
 * @param largest how many bytes an upload may have
 */
record Originals(ObjectStore objects, long largest) {
  /**
   * The bytes of an upload, or why they are not taken.
   *
   * @throws CloudFault if the bucket did not give them
   */
  Outcome<byte[]> bytes(UploadRow upload) {
    try (var content = objects.open(upload.object(), upload.versionId()).orElse(null)) {
      if (content == null) {
        return Outcome.rejected(
            Code.OBJECT_MISSING, "The file was gone before it could be read. Upload it again.");
      }
      if (content.size() > largest) {
        return Outcome.rejected(
            Code.FILE_TOO_LARGE,
            "The file has more than "
                + largest / 1_000_000
                + " MB. Upload its papers in several smaller files.");
      }
      return Outcome.accepted(bytes(content));
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  /** Reads into one array of the known size: a case file of 50 MB is in memory once, not twice. */
  private static byte[] bytes(ObjectContent content) throws IOException {
    byte[] bytes = new byte[(int) content.size()];
    if (content.stream().readNBytes(bytes, 0, bytes.length) < bytes.length) {
      throw new IOException("the object ended early");
    }
    return bytes;
  }
}
