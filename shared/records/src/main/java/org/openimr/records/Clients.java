package org.openimr.records;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openimr.records.internal.aws.Builds;
import org.openimr.records.internal.aws.Faults;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The SDK's clients, built once per process. They use the JDK's URL connections: no HTTP library to
 * load when a function starts.
 */
public record Clients(DynamoDbClient dynamoDb, S3Client s3) implements AutoCloseable {
  /** To reach a service. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** For a service to send the next bytes. */
  public static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  /** Calls in all, with the SDK's jittered back-off between them. */
  public static final int ATTEMPTS = 5;

  /**
   * Clients of a function: region, credentials and an emulator's {@code AWS_ENDPOINT_URL} from its
   * environment, no file is read.
   */
  public static Clients of(Map<String, String> environment) {
    return Builds.of(environment).clients();
  }

  /** Clients of an emulator, with its usual keys {@code test} and {@code test}. */
  public static Clients at(URI endpoint) {
    return at(endpoint, "test", "test");
  }

  /** Clients of an emulator or of the embedded cloud's S3 endpoint. */
  public static Clients at(URI endpoint, String accessKey, String secretKey) {
    return new Builds(
            Builds.EMULATOR_REGION, Builds.keys(accessKey, secretKey), Optional.of(endpoint))
        .clients();
  }

  /**
   * A client of another service, set as those of a function are.
   *
   * @param builder of the client, as its own class makes it
   */
  public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(
      B builder, Map<String, String> environment) {
    return Builds.of(environment).client(builder);
  }

  /** What the SDK threw, as the one fault that callers know. */
  public static CloudFault fault(String operation, SdkException cause) {
    return Faults.fault(operation, cause);
  }

  @Override
  public void close() {
    dynamoDb.close();
    s3.close();
  }
}
