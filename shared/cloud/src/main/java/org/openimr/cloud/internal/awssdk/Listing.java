package org.openimr.cloud.internal.awssdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.cloud.internal.store.StoredObject;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A page of a bucket's listing, with what shares a prefix up to a delimiter as one entry. */
final class Listing {
  private static final int MOST_KEYS = 1000;

  private final ListObjectsV2Request request;
  private final String prefix;
  private final int limit;
  private final List<S3Object> contents = new ArrayList<>();
  private final List<CommonPrefix> folders = new ArrayList<>();
  private String last = "";

  private Listing(ListObjectsV2Request request) {
    this.request = request;
    this.prefix = Optional.ofNullable(request.prefix()).orElse("");
    this.limit = Math.min(Optional.ofNullable(request.maxKeys()).orElse(MOST_KEYS), MOST_KEYS);
  }

  /** A page of newest versions in the order of their keys. */
  static ListObjectsV2Response of(ListObjectsV2Request request, List<StoredObject> objects) {
    return new Listing(request).page(objects);
  }

  private ListObjectsV2Response page(List<StoredObject> objects) {
    String after =
        Optional.ofNullable(request.continuationToken())
            .or(() -> Optional.ofNullable(request.startAfter()))
            .orElse("");
    boolean more = false;
    for (StoredObject object : objects) {
      String entry = entry(object.name().key());
      if (entry.compareTo(after) <= 0 || entry.equals(last)) {
        continue;
      }
      if (contents.size() + folders.size() == limit) {
        more = true;
        break;
      }
      add(entry, object);
    }
    return answer(more);
  }

  /** The key itself, or the folder that stands for it. */
  private String entry(String key) {
    String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
    int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return end < 0 ? key : key.substring(0, end + delimiter.length());
  }

  private void add(String entry, StoredObject object) {
    last = entry;
    if (entry.equals(object.name().key())) {
      contents.add(
          S3Object.builder()
              .key(entry)
              .eTag(BlobAnswers.quoted(object))
              .size(object.body().size())
              .lastModified(object.modified())
              .storageClass("STANDARD")
              .build());
    } else {
      folders.add(CommonPrefix.builder().prefix(entry).build());
    }
  }

  private ListObjectsV2Response answer(boolean more) {
    ListObjectsV2Response.Builder page =
        ListObjectsV2Response.builder()
            .name(request.bucket())
            .prefix(prefix)
            .maxKeys(limit)
            .keyCount(contents.size() + folders.size())
            .contents(contents)
            .commonPrefixes(folders)
            .isTruncated(more);
    return more ? page.nextContinuationToken(last).build() : page.build();
  }
}
