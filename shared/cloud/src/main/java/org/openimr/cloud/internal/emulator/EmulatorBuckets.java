package org.openimr.cloud.internal.emulator;

import org.openimr.records.Settings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3KeyFilter;

/** The buckets in an emulator, as the template makes them on AWS. */
final class EmulatorBuckets {
  private EmulatorBuckets() {}

  /** Makes the buckets unless they are there, and has the queue told of uploads. */
  static void ensure(S3Client client, Settings settings, String queueArn) {
    ensure(client, settings.caseFiles(), false);
    ensure(client, settings.derived(), false);
    ensure(client, settings.determinations(), true);
    NotificationConfiguration notification =
        NotificationConfiguration.builder().queueConfigurations(uploads(queueArn)).build();
    client.putBucketNotificationConfiguration(
        r -> r.bucket(settings.caseFiles()).notificationConfiguration(notification));
  }

  private static QueueConfiguration uploads(String queueArn) {
    FilterRule incoming =
        FilterRule.builder().name(FilterRuleName.PREFIX).value("incoming/").build();
    return QueueConfiguration.builder()
        .id("uploads")
        .queueArn(queueArn)
        .events(Event.S3_OBJECT_CREATED)
        .filter(f -> f.key(S3KeyFilter.builder().filterRules(incoming).build()))
        .build();
  }

  private static void ensure(S3Client client, String bucket, boolean locked) {
    try {
      client.createBucket(r -> r.bucket(bucket).objectLockEnabledForBucket(locked));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
      // It is there.
    }
    client.putBucketVersioning(
        r ->
            r.bucket(bucket)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
  }
}
