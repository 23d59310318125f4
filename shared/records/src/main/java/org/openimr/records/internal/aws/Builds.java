package org.openimr.records.internal.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.openimr.records.Clients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How the SDK's clients are built: what to say to every one of them. */
public record Builds(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
  /** Where emulators say that they are. */
  public static final Region EMULATOR_REGION = Region.US_EAST_1;

  /** Fixed keys. */
  public static AwsCredentialsProvider keys(String accessKey, String secretKey) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
  }

  /** The region of the environment; without one the SDK's own search. */
  public static Region region(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("AWS_REGION"))
        .map(Region::of)
        .orElseGet(() -> DefaultAwsRegionProviderChain.builder().build().getRegion());
  }

  /**
   * Lambda hands out keys in the environment, with SnapStart by an endpoint. Asked for directly,
   * they spare the classes of the SDK's whole chain, which is left to a desk.
   */
  public static AwsCredentialsProvider credentials(Map<String, String> environment) {
    if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      return ContainerCredentialsProvider.create();
    }
    return environment.containsKey("AWS_ACCESS_KEY_ID")
        ? EnvironmentVariableCredentialsProvider.create()
        : DefaultCredentialsProvider.builder().build();
  }

  /** By a function's environment. */
  public static Builds of(Map<String, String> environment) {
    return new Builds(region(environment), credentials(environment), endpoint(environment));
  }

  private static Optional<URI> endpoint(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))
        .filter(url -> !url.isBlank())
        .map(URI::create);
  }

  /** What signs addresses. Emulators answer to paths, not to bucket names as hosts. */
  public S3Presigner presigner() {
    var builder = S3Presigner.builder();
    builder
        .region(region)
        .credentialsProvider(credentials)
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(endpoint.isPresent()).build())
        .disableS3ExpressSessionAuth(true);
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Both clients. */
  public Clients clients() {
    return new Clients(dynamoDb(), s3());
  }

  /** A client of another service. */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return common(builder).httpClient(http()).build();
  }

  private DynamoDbClient dynamoDb() {
    return common(DynamoDbClient.builder()).httpClient(http()).build();
  }

  /**
   * Emulators answer to paths, not to bucket names as hosts. Bodies are whole in memory, so they
   * need no {@code aws-chunked} frames: s3proxy answers and closes before it has read the last
   * frame, and the client, still writing that, would repeat a put that was done.
   */
  private S3Client s3() {
    return common(S3Client.builder())
        .httpClient(http())
        .forcePathStyle(endpoint.isPresent())
        .disableS3ExpressSessionAuth(true)
        .serviceConfiguration(
            S3Configuration.builder()
                // URL connections wait a second for a "100 Continue" that not every emulator sends.
                .expectContinueEnabled(false)
                .chunkedEncodingEnabled(false)
                .build())
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B common(B builder) {
    builder.region(region).credentialsProvider(credentials).overrideConfiguration(settings());
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }

  private static ClientOverrideConfiguration settings() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(Clients.ATTEMPTS)
                .build())
        // Nothing is read from a home folder.
        .defaultProfileFile(ProfileFile.aggregator().build())
        .build();
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Clients.CONNECT_TIMEOUT)
        .socketTimeout(Clients.READ_TIMEOUT)
        .build();
  }
}
