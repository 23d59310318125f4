package org.openimr.cloud.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;

/** S3's event of a new object, as it stands in a message's body. */
final class Notification {
  private Notification() {}

  static String of(StoredObject object, String eventName, long number) {
    String sequencer = String.format(Locale.ROOT, "%018X", number);
    String bucket = object.name().bucket();
    // Every text in it is a hash, a bucket or URL-encoded, so nothing needs JSON escapes.
    return String.format(
        Locale.ROOT,
        """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
        "eventTime":"%s","eventName":"%s","userIdentity":{"principalId":"EMBEDDED"},\
        "requestParameters":{"sourceIPAddress":"127.0.0.1"},\
        "responseElements":{"x-amz-request-id":"%s","x-amz-id-2":"%s"},\
        "s3":{"s3SchemaVersion":"1.0","configurationId":"uploads",\
        "bucket":{"name":"%s","ownerIdentity":{"principalId":"EMBEDDED"},"arn":"arn:aws:s3:::%s"},\
        "object":{"key":"%s","size":%d,"eTag":"%s","versionId":"%s","sequencer":"%s"}}}]}""",
        object.modified(),
        eventName,
        sequencer,
        sequencer,
        bucket,
        bucket,
        encoded(object.name().key()),
        object.body().size(),
        object.eTag(),
        object.versionId(),
        sequencer);
  }

  /** S3 encodes a key as a form does, and leaves its slashes. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
  }
}
