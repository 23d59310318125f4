package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class BucketsTest {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String POLICY = "AWS::S3::BucketPolicy";
  private static final Set<String> OF_HEALTH_RECORDS =
      Set.of("CaseFilesBucket", "DerivedBucket", "DeterminationsBucket");
  private static final Set<String> ALL =
      Set.of("AccessLogBucket", "CaseFilesBucket", "DerivedBucket", "DeterminationsBucket");

  @Test
  @DisplayName("S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED, CKV_AWS_53 to 56")
  void noBucketCanBeMadePublic(ExpandedTemplate template) {
    var closed =
        yaml(
            "{BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true,"
                + " RestrictPublicBuckets: true}");
    assertEquals(
        ALL,
        template.names(
            BUCKET, bucket -> bucket.path("PublicAccessBlockConfiguration").equals(closed)));
  }

  @Test
  @DisplayName("CKV_AWS_20, CKV_AWS_57: no access lists at all")
  void noBucketHasAccessLists(ExpandedTemplate template) {
    var ownerOnly = yaml("{Rules: [{ObjectOwnership: BucketOwnerEnforced}]}");
    assertEquals(
        ALL,
        template.names(
            BUCKET,
            bucket ->
                bucket.path("OwnershipControls").equals(ownerOnly)
                    && !bucket.has("AccessControl")));
  }

  @Test
  @DisplayName("S3_BUCKET_SSL_REQUESTS_ONLY, which one policy anywhere satisfies: here for each")
  void everyBucketRefusesPlainHttp(ExpandedTemplate template) {
    assertEquals(
        ALL,
        template.referredToBy(
            POLICY,
            policy -> ExpandedTemplate.deniesPlainHttp(policy.path("PolicyDocument"), "s3:*"),
            "/Bucket/Ref"));
  }

  @Test
  @DisplayName("S3_BUCKET_POLICY_GRANTEE_CHECK, _PUBLIC_READ_PROHIBITED, _PUBLIC_WRITE_PROHIBITED")
  void noBucketLetsEverybodyIn(ExpandedTemplate template) {
    assertEquals(
        Set.of(),
        template.names(
            POLICY, policy -> ExpandedTemplate.allowsEverybody(policy.path("PolicyDocument"))));
  }

  @Test
  @DisplayName("S3_DEFAULT_ENCRYPTION_KMS, CKV_AWS_145")
  void healthRecordsAreEncryptedWithTheKey(ExpandedTemplate template) {
    var withTheKey =
        yaml(
            "{ServerSideEncryptionConfiguration: [{BucketKeyEnabled: true,"
                + " ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms',"
                + " KMSMasterKeyID: {'Fn::GetAtt': [Key, Arn]}}}]}");
    assertEquals(
        OF_HEALTH_RECORDS,
        template.names(BUCKET, bucket -> bucket.path("BucketEncryption").equals(withTheKey)));
  }

  @Test
  @DisplayName("S3_BUCKET_VERSIONING_ENABLED, CKV_AWS_21")
  void everyBucketKeepsVersions(ExpandedTemplate template) {
    assertEquals(
        ALL,
        template.names(
            BUCKET,
            bucket -> bucket.at("/VersioningConfiguration/Status").asText().equals("Enabled")));
  }

  @Test
  @DisplayName("S3_BUCKET_LOGGING_ENABLED, CKV_AWS_18")
  void accessToHealthRecordsIsLogged(ExpandedTemplate template) {
    assertEquals(
        OF_HEALTH_RECORDS,
        template.names(
            BUCKET,
            bucket ->
                bucket
                    .at("/LoggingConfiguration/DestinationBucketName")
                    .equals(yaml("{Ref: AccessLogBucket}"))));
  }

  @Test
  @DisplayName("C2: S3 delivers access logs only to a bucket with its own keys and without a lock")
  void accessLogsCanBeDelivered(ExpandedTemplate template) {
    var logs = template.properties("AccessLogBucket");
    assertEquals(
        yaml("['AES256', false]"),
        yaml(
            "['%s', %s]"
                .formatted(
                    logs.at(
                            "/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                + "/ServerSideEncryptionByDefault/SSEAlgorithm")
                        .asText(),
                    logs.has("ObjectLockConfiguration"))));
  }

  @Test
  @DisplayName("S3_BUCKET_DEFAULT_LOCK_ENABLED; C2: the retention is the bucket's default")
  void onlyFinalDeterminationsAreLocked(ExpandedTemplate template) {
    var retention = yaml("{Mode: GOVERNANCE, Days: {Ref: DeterminationRetentionDays}}");
    assertEquals(
        Set.of("DeterminationsBucket"),
        template.names(
            BUCKET,
            bucket ->
                bucket.path("ObjectLockEnabled").asBoolean()
                    && bucket
                        .at("/ObjectLockConfiguration/Rule/DefaultRetention")
                        .equals(retention)));
  }

  @Test
  @DisplayName("C2: a whole-bucket notification and a function that writes there are a loop")
  void onlyUploadsUnderIncomingAreAnnounced(ExpandedTemplate template) {
    var uploads =
        yaml(
            "{QueueConfigurations: [{Event: 's3:ObjectCreated:*',"
                + " Queue: {'Fn::GetAtt': [IntakeQueue, Arn]},"
                + " Filter: {S3Key: {Rules: [{Name: prefix, Value: 'incoming/'}]}}}]}");
    assertEquals(uploads, template.properties("CaseFilesBucket").path("NotificationConfiguration"));
  }

  @Test
  @DisplayName("C2: S3 tests the queue when the notification is made")
  void theQueueLetsS3InBeforeTheNotificationIsMade(ExpandedTemplate template) {
    assertEquals(
        yaml("'IntakeQueuePolicy'"), template.resource("CaseFilesBucket").path("DependsOn"));
  }

  @Test
  @DisplayName("HIPAA retention: uploads and determinations never expire")
  void noVersionOfAnOriginalOrADeterminationExpires(ExpandedTemplate template) {
    assertEquals(
        Set.of("AccessLogBucket", "DerivedBucket"), template.names(BUCKET, BucketsTest::expires));
  }

  private static boolean expires(JsonNode bucket) {
    return ExpandedTemplate.elements(bucket.at("/LifecycleConfiguration/Rules")).stream()
        .anyMatch(rule -> rule.has("ExpirationInDays") || rule.has("NoncurrentVersionExpiration"));
  }
}
