package org.openimr.cloud.internal.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.openimr.cloud.internal.store.Body;
import org.openimr.cloud.internal.store.EmbeddedObjects;
import org.openimr.cloud.internal.store.ObjectPut;
import org.openimr.records.ObjectName;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads in parts that are under way. They do not outlive the process. */
final class Uploads {
  private final EmbeddedObjects objects;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  Uploads(EmbeddedObjects objects) {
    this.objects = objects;
  }

  private record Upload(CreateMultipartUploadRequest request, NavigableMap<Integer, Body> parts) {}

  MultipartUpload start(CreateMultipartUploadRequest request) {
    String id = UUID.randomUUID().toString().replace("-", "");
    uploads.put(id, new Upload(request, new ConcurrentSkipListMap<>()));
    return new MultipartUpload(id, request);
  }

  String add(String id, int number, InputStream in) {
    Body part = objects.keep(in);
    find(id).parts().put(number, part);
    return '"' + part.md5() + '"';
  }

  private Upload find(String id) {
    Upload upload = uploads.get(id);
    if (upload == null) {
      throw NoSuchUploadException.builder().message("no such upload").statusCode(404).build();
    }
    return upload;
  }

  List<Part> parts(String id) {
    List<Part> parts = new ArrayList<>();
    find(id)
        .parts()
        .forEach(
            (number, body) ->
                parts.add(
                    Part.builder()
                        .partNumber(number)
                        .size(body.size())
                        .eTag('"' + body.md5() + '"')
                        .build()));
    return parts;
  }

  List<software.amazon.awssdk.services.s3.model.MultipartUpload> underWay(String bucket) {
    return new TreeMap<>(uploads)
        .entrySet().stream()
            .filter(entry -> entry.getValue().request().bucket().equals(bucket))
            .map(
                entry ->
                    software.amazon.awssdk.services.s3.model.MultipartUpload.builder()
                        .uploadId(entry.getKey())
                        .key(entry.getValue().request().key())
                        .build())
            .toList();
  }

  void end(String id) {
    uploads.remove(id);
  }

  /** The whole object: the named parts in their order. */
  ObjectPut whole(String id, List<Integer> numbers) {
    Upload upload = find(id);
    List<Body> parts =
        numbers.stream()
            .map(number -> Optional.ofNullable(upload.parts().get(number)).orElseThrow())
            .toList();
    CreateMultipartUploadRequest request = upload.request();
    return new ObjectPut(
        new ObjectName(request.bucket(), request.key()),
        objects.keep(joined(parts)),
        Optional.of(eTag(parts)),
        Optional.ofNullable(request.contentType()).orElse("application/octet-stream"),
        request.metadata(),
        "ObjectCreated:CompleteMultipartUpload");
  }

  private InputStream joined(List<Body> parts) {
    var streams = parts.stream().map(LazyPart::new).toList();
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Opens a part when its turn comes: an upload has up to 10,000. */
  private final class LazyPart extends InputStream {
    private final Body part;
    private Optional<InputStream> open = Optional.empty();

    LazyPart(Body part) {
      this.part = part;
    }

    private InputStream stream() {
      InputStream stream = open.orElseGet(() -> objects.bytes(part));
      open = Optional.of(stream);
      return stream;
    }

    @Override
    public int read() throws IOException {
      return stream().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return stream().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (open.isPresent()) {
        open.get().close();
      }
    }
  }

  /** S3's: the MD5 of the parts' MD5s, and how many they are. */
  private static String eTag(List<Body> parts) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      parts.forEach(part -> md5.update(HexFormat.of().parseHex(part.md5())));
      return HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
