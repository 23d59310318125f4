package org.openimr.cloud.internal.awssdk;

import org.openimr.cloud.internal.store.StoredObject;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Stored objects in the words of S3's answers. */
final class BlobAnswers {
  private BlobAnswers() {}

  static String quoted(StoredObject object) {
    return '"' + object.eTag() + '"';
  }

  static HeadObjectResponse head(StoredObject object) {
    return HeadObjectResponse.builder()
        .contentLength(object.body().size())
        .contentType(object.contentType())
        .eTag(quoted(object))
        .lastModified(object.modified())
        .metadata(object.metadata())
        .versionId(object.versionId())
        .build();
  }

  static GetObjectResponse.Builder get(StoredObject object) {
    return GetObjectResponse.builder()
        .contentLength(object.body().size())
        .contentType(object.contentType())
        .eTag(quoted(object))
        .lastModified(object.modified())
        .metadata(object.metadata())
        .versionId(object.versionId());
  }

  static ObjectVersion version(StoredObject object, boolean latest) {
    return ObjectVersion.builder()
        .key(object.name().key())
        .versionId(object.versionId())
        .isLatest(latest)
        .eTag(quoted(object))
        .size(object.body().size())
        .lastModified(object.modified())
        .storageClass("STANDARD")
        .build();
  }

  static DeleteMarkerEntry marker(StoredObject object, boolean latest) {
    return DeleteMarkerEntry.builder()
        .key(object.name().key())
        .versionId(object.versionId())
        .isLatest(latest)
        .lastModified(object.modified())
        .build();
  }
}
