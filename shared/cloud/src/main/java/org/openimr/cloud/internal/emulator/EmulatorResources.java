package org.openimr.cloud.internal.emulator;

import java.net.URI;
import java.time.Duration;
import org.openimr.records.Clients;
import org.openimr.records.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What an emulator has for us: made if missing. */
public record EmulatorResources(
    SqsClient sqs, DynamoDbStreamsClient streams, EmulatorQueue queue, String streamArn)
    implements AutoCloseable {
  /** An emulator loads a service when it is first asked for. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Makes table, queue, buckets and notification. */
  public static EmulatorResources ensure(URI endpoint, Clients clients, Settings settings) {
    SqsClient sqs = common(SqsClient.builder(), endpoint).httpClient(http()).build();
    DynamoDbStreamsClient streams =
        common(DynamoDbStreamsClient.builder(), endpoint).httpClient(http()).build();
    EmulatorQueue queue = EmulatorQueue.ensure(sqs);
    String streamArn =
        EmulatorQueue.call(
            "CreateResources",
            () -> {
              EmulatorTable.ensure(clients.dynamoDb(), settings.table());
              EmulatorBuckets.ensure(clients.s3(), settings, queue.arn());
              return clients
                  .dynamoDb()
                  .describeTable(r -> r.tableName(settings.table()))
                  .table()
                  .latestStreamArn();
            });
    return new EmulatorResources(sqs, streams, queue, streamArn);
  }

  private static <B extends AwsClientBuilder<B, ?>> B common(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(c -> c.defaultProfileFile(ProfileFile.aggregator().build()));
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Clients.CONNECT_TIMEOUT)
        .socketTimeout(PATIENCE)
        .build();
  }

  @Override
  public void close() {
    sqs.close();
    streams.close();
  }
}
