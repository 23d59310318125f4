package org.openimr.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.documents.TextRecognition;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.UploadRow;

/**
 * Recognises nothing, and notes what there would be to recognise while a file is read. A PDF within
 * an archive is put where the service finds it, for the service reads nothing but objects: under
 * its hash, so that a repeat puts nothing twice. For the reading of one file.
 */
final class ScanFinder implements TextRecognition {
  /** Where the PDFs of archives lie; the bucket forgets them after a while. */
  static final String PREFIX = "scans/";

  private final UploadRow upload;
  private final String contentHash;
  private final ObjectStore objects;
  private final String bucket;
  private final Map<String, ScanWork.File> found = new LinkedHashMap<>();

  /**
   * A finder for an upload.
   *
   * @param contentHash SHA-256 of its bytes
   * @param bucket for the PDFs of archives
   */
  ScanFinder(UploadRow upload, String contentHash, ObjectStore objects, String bucket) {
    this.upload = upload;
    this.contentHash = contentHash;
    this.objects = objects;
    this.bucket = bucket;
  }

  /** What was found. */
  ScanWork work() {
    return new ScanWork(List.copyOf(found.values()));
  }

  @Override
  public Optional<Recognised> recognise(Scan page) {
    ScanWork.File file = found.get(page.hash());
    if (file == null) {
      file = found(page);
    }
    found.put(page.hash(), file.withPage(page.number()));
    return Optional.empty();
  }

  private ScanWork.File found(Scan page) {
    if (page.hash().equals(contentHash)) {
      return ScanWork.File.found(page.hash(), upload.object(), upload.versionId());
    }
    var place = new ObjectName(bucket, PREFIX + page.hash() + ".pdf");
    try {
      objects.putIfAbsent(place, page.pdf(), "application/pdf");
    } catch (CloudFault fault) {
      // The reader of files takes any other failure for one of the file.
      throw new RecognitionFailedException("the bucket did not take a PDF", fault);
    }
    return ScanWork.File.found(page.hash(), place, Optional.empty());
  }
}
