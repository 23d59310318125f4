package org.openimr.records;

import java.util.Map;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The table and the buckets that a function works with, and their names. */
public record Backend(Table table, ObjectStore objects, Settings settings) {
  /** Those on AWS, or on an emulator, by a function's environment. */
  public static Backend aws(Map<String, String> environment) {
    // Before a snapshot the time costs nothing and the code is warm in every copy; without one
    // the initialization is billed and the first event waits for it.
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      SdkWarmUp.warmUp(DynamoDbClient.class, S3Client.class);
    }
    var settings = Settings.of(environment);
    var clients = Clients.of(environment);
    return new Backend(
        new DynamoTable(clients.dynamoDb(), settings.table()),
        new S3Objects(clients.s3()),
        settings);
  }
}
