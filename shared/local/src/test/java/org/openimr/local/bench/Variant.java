package org.openimr.local.bench;

import java.net.URI;
import java.util.Map;
import org.openimr.records.Clients;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** How a function comes by its clients. */
enum Variant {
  /** As it is deployed. */
  DEPLOYED("as deployed"),
  /** The same settings on the HTTP client that the SDK takes by itself. */
  DEFAULT_HTTP("the SDK's default HTTP client (Apache 5)"),
  /** The SDK's defaults throughout: HTTP client, credentials, region, profile files. */
  SDK_DEFAULTS("none of our measures: the SDK's defaults"),
  /** As it is deployed and before a snapshot, where the SDK is warmed up. */
  SNAP_START("as deployed, before a snapshot: SdkWarmUp in the initialization");

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Made by the handler's public constructor without arguments, as Lambda does. */
  boolean isDeployed() {
    return this == DEPLOYED || this == SNAP_START;
  }

  /** What the variant adds to a function's environment. */
  Map<String, String> environment() {
    return this == SNAP_START
        ? Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
        : Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  }

  /** Clients of a variant that is not as deployed. */
  Clients clients() {
    return switch (this) {
      case DEFAULT_HTTP -> ours();
      case SDK_DEFAULTS -> new Clients(DynamoDbClient.create(), S3Client.create());
      case DEPLOYED, SNAP_START -> Clients.of(System.getenv());
    };
  }

  private static Clients ours() {
    return new Clients(
        settings(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB")
            .httpClient(Apache5HttpClient.create())
            .build(),
        settings(S3Client.builder(), "AWS_ENDPOINT_URL_S3")
            .httpClient(Apache5HttpClient.create())
            .disableS3ExpressSessionAuth(true)
            .serviceConfiguration(S3Configuration.builder().expectContinueEnabled(false).build())
            .build());
  }

  private static <B extends AwsClientBuilder<B, ?>> B settings(B builder, String endpoint) {
    return builder
        .region(Region.of(System.getenv("AWS_REGION")))
        .endpointOverride(URI.create(System.getenv(endpoint)))
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(Clients.ATTEMPTS)
                        .build())
                .defaultProfileFile(ProfileFile.aggregator().build())
                .build());
  }
}
