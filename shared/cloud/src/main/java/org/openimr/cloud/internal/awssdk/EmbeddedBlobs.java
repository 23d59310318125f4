package org.openimr.cloud.internal.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import org.openimr.cloud.internal.store.EmbeddedObjects;
import org.openimr.cloud.internal.store.ObjectPut;
import org.openimr.cloud.internal.store.StoredObject;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The three buckets of the embedded cloud, as s3proxy asks for them. */
public final class EmbeddedBlobs implements BlobStore {
  private static final String BYTES = "application/octet-stream";
  private static final int FORBIDDEN = 403;
  private static final int NOT_MODIFIED = 304;
  private static final long LEAST_PART = 5 << 20;
  private static final List<String> BUCKETS =
      List.of(
          Settings.EMBEDDED.caseFiles(),
          Settings.EMBEDDED.derived(),
          Settings.EMBEDDED.determinations());

  private final EmbeddedObjects objects;
  private final Uploads uploads;

  /** The buckets of a store. */
  public EmbeddedBlobs(EmbeddedObjects objects) {
    this.objects = objects;
    this.uploads = new Uploads(objects);
  }

  @Override
  public ListBucketsResponse list() {
    return ListBucketsResponse.builder()
        .buckets(
            BUCKETS.stream()
                .map(name -> Bucket.builder().name(name).creationDate(Instant.EPOCH).build())
                .toList())
        .build();
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    List<StoredObject> newest = new ArrayList<>();
    eachVersion(
        known(request.bucket()),
        request.prefix(),
        (object, latest) -> {
          if (latest && !object.marker()) {
            newest.add(object);
          }
        });
    return Listing.of(request, newest);
  }

  private interface VersionVisitor {
    void visit(StoredObject object, boolean latest);
  }

  private void eachVersion(String bucket, @Nullable String prefix, VersionVisitor visitor) {
    Optional<ObjectName> before = Optional.empty();
    for (StoredObject object : objects.versions(bucket, prefix == null ? "" : prefix)) {
      visitor.visit(object, before.filter(object.name()::equals).isEmpty());
      before = Optional.of(object.name());
    }
  }

  private static String known(String bucket) {
    if (!BUCKETS.contains(bucket)) {
      throw S3Exceptions.noSuchBucket(bucket, "the embedded cloud has three buckets");
    }
    return bucket;
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    known(request.bucket());
    return HeadBucketResponse.builder().build();
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    if (BUCKETS.contains(request.bucket())) {
      throw S3Exceptions.bucketAlreadyOwnedByYou(request.bucket());
    }
    throw S3Exceptions.invalidRequest("the embedded cloud has three buckets and makes no other");
  }

  @Override
  public void deleteBucket(String bucket) {
    throw S3Exceptions.bucketNotEmpty(known(bucket));
  }

  @Override
  public BucketCannedACL getContainerAccess(String bucket) {
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public void setContainerAccess(String bucket, BucketCannedACL access) {
    throw S3Exceptions.invalidRequest("buckets are private");
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
    throw S3Exceptions.invalidRequest("objects are private");
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    known(request.bucket());
    return GetBucketVersioningResponse.builder().status(BucketVersioningStatus.ENABLED).build();
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    List<ObjectVersion> versions = new ArrayList<>();
    List<DeleteMarkerEntry> markers = new ArrayList<>();
    eachVersion(
        known(request.bucket()),
        request.prefix(),
        (object, latest) -> {
          if (object.marker()) {
            markers.add(BlobAnswers.marker(object, latest));
          } else {
            versions.add(BlobAnswers.version(object, latest));
          }
        });
    return ListObjectVersionsResponse.builder()
        .name(request.bucket())
        .prefix(request.prefix())
        .versions(versions)
        .deleteMarkers(markers)
        .isTruncated(false)
        .build();
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return BlobAnswers.head(require(request.bucket(), request.key(), request.versionId()));
  }

  private StoredObject require(String bucket, String key, @Nullable String versionId) {
    ObjectName name = new ObjectName(known(bucket), key);
    Optional<StoredObject> found = objects.find(name, Optional.ofNullable(versionId));
    if (found.isPresent() && !found.get().marker()) {
      return found.get();
    }
    if (versionId != null && found.isEmpty()) {
      throw S3Exceptions.noSuchVersion(bucket, key, versionId, "no such version");
    }
    throw found
        .map(marker -> S3Exceptions.noSuchKeyDeleteMarker(bucket, key, marker.versionId(), "gone"))
        .orElseGet(() -> S3Exceptions.noSuchKey(bucket, key, "no such object"));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    StoredObject object = require(request.bucket(), request.key(), request.versionId());
    if (request.ifMatch() != null && !names(request.ifMatch(), object)) {
      throw S3Exceptions.preconditionFailed(null);
    }
    if (request.ifNoneMatch() != null && names(request.ifNoneMatch(), object)) {
      throw S3Exceptions.fromStatusCode(NOT_MODIFIED);
    }
    GetObjectResponse.Builder answer = BlobAnswers.get(object);
    try {
      if (request.range() == null) {
        return answer(answer, objects.bytes(object.body()));
      }
      Ranged range = Ranged.of(request.range(), object.body().size());
      answer.contentLength(range.length()).contentRange(range.contentRange());
      return answer(answer, range.of(objects.bytes(object.body())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResponseInputStream<GetObjectResponse> answer(
      GetObjectResponse.Builder answer, InputStream bytes) {
    return new ResponseInputStream<>(answer.build(), AbortableInputStream.create(bytes));
  }

  private static boolean names(String condition, StoredObject object) {
    return condition.equals("*") || condition.replace("\"", "").equals(object.eTag());
  }

  private static Predicate<Optional<StoredObject>> condition(
      @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return there ->
        (ifMatch == null || there.filter(object -> names(ifMatch, object)).isPresent())
            && (ifNoneMatch == null
                || there.filter(object -> names(ifNoneMatch, object)).isEmpty());
  }

  private StoredObject put(ObjectPut put, Predicate<Optional<StoredObject>> condition) {
    return objects.put(put, condition).orElseThrow(() -> S3Exceptions.preconditionFailed(null));
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    known(request.bucket());
    ObjectPut put =
        new ObjectPut(
            new ObjectName(request.bucket(), request.key()),
            objects.keep(payload),
            Optional.empty(),
            Optional.ofNullable(request.contentType()).orElse(BYTES),
            request.metadata(),
            "ObjectCreated:Put");
    StoredObject made = put(put, condition(request.ifMatch(), request.ifNoneMatch()));
    return PutObjectResponse.builder()
        .eTag(BlobAnswers.quoted(made))
        .versionId(made.versionId())
        .build();
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    StoredObject source =
        require(request.sourceBucket(), request.sourceKey(), request.sourceVersionId());
    boolean replace = request.metadataDirective() == MetadataDirective.REPLACE;
    ObjectPut put =
        new ObjectPut(
            new ObjectName(known(request.destinationBucket()), request.destinationKey()),
            source.body(),
            Optional.empty(),
            replace && request.contentType() != null ? request.contentType() : source.contentType(),
            replace ? request.metadata() : source.metadata(),
            "ObjectCreated:Copy");
    StoredObject made = put(put, _ -> true);
    return CopyObjectResponse.builder()
        .versionId(made.versionId())
        .copyObjectResult(r -> r.eTag(BlobAnswers.quoted(made)).lastModified(made.modified()))
        .build();
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    ObjectName name = new ObjectName(known(request.bucket()), request.key());
    if (request.versionId() == null) {
      StoredObject marker = objects.delete(name);
      return DeleteObjectResponse.builder()
          .deleteMarker(true)
          .versionId(marker.versionId())
          .build();
    }
    if (name.bucket().equals(Settings.EMBEDDED.determinations())) {
      // Object Lock, which this bucket has on AWS.
      throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
    objects.find(name, Optional.of(request.versionId())).ifPresent(objects::deleteVersion);
    return DeleteObjectResponse.builder().versionId(request.versionId()).build();
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    known(request.bucket());
    return uploads.start(request);
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    uploads.end(upload.id());
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    return UploadPartResponse.builder()
        .eTag(uploads.add(upload.id(), request.partNumber(), payload))
        .build();
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    List<Integer> numbers =
        request.multipartUpload().parts().stream().map(CompletedPart::partNumber).toList();
    StoredObject made =
        put(
            uploads.whole(upload.id(), numbers),
            condition(request.ifMatch(), request.ifNoneMatch()));
    uploads.end(upload.id());
    return CompleteMultipartUploadResponse.builder()
        .bucket(upload.containerName())
        .key(upload.blobName())
        .eTag(BlobAnswers.quoted(made))
        .versionId(made.versionId())
        .build();
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    return uploads.parts(upload.id());
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String bucket) {
    return uploads.underWay(known(bucket));
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return LEAST_PART;
  }
}
