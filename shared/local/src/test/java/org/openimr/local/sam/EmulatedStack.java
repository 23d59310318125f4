package org.openimr.local.sam;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openimr.local.template.ExpandedTemplate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.s3.S3Client;

/** The template's table and buckets in LocalStack, under the names of the sample events. */
final class EmulatedStack implements AutoCloseable {
  // The last tag that needs no account.
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");
  private static final String TABLE = "imr-cases";
  private static final String CASE_FILES = "imr-case-files";
  private static final String DERIVED = "imr-derived";
  private static final String DETERMINATIONS = "imr-determinations";

  private final LocalStackContainer container;
  private final DynamoDbClient dynamoDb;
  private final S3Client s3;

  private EmulatedStack(LocalStackContainer container) {
    this.container = container;
    var keys = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "testtest"));
    // LocalStack loads a service when it is first asked for, which takes it some seconds.
    var patience =
        ClientOverrideConfiguration.builder().apiCallTimeout(Duration.ofMinutes(2)).build();
    this.dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .overrideConfiguration(patience)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
            .build();
    this.s3 =
        S3Client.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .forcePathStyle(true)
            .overrideConfiguration(patience)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
            .build();
  }

  /** Starts LocalStack and makes what the functions work with. */
  @SuppressWarnings("resource") // closed with the stack
  static EmulatedStack start(ExpandedTemplate template) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw SamCli.missing("no Docker engine answers");
    }
    var container = new LocalStackContainer(IMAGE).withServices("s3", "dynamodb");
    container.start();
    var stack = new EmulatedStack(container);
    stack.dynamoDb.createTable(table(template.properties("CasesTable")));
    Stream.of(CASE_FILES, DERIVED, DETERMINATIONS)
        .forEach(bucket -> stack.s3.createBucket(request -> request.bucket(bucket)));
    return stack;
  }

  URI endpoint() {
    return container.getEndpoint();
  }

  /**
   * Variables of the functions, as {@code --env-vars} takes them: a container's own 127.0.0.1 is
   * not this machine's.
   */
  Map<String, Map<String, String>> variables() {
    return Map.of(
        "Parameters",
        Map.of(
            "AWS_ENDPOINT_URL", "http://host.docker.internal:" + endpoint().getPort(),
            "TABLE_NAME", TABLE,
            "CASE_FILES_BUCKET", CASE_FILES,
            "DERIVED_BUCKET", DERIVED,
            "DETERMINATIONS_BUCKET", DETERMINATIONS));
  }

  void upload(String key, Path file) {
    s3.putObject(request -> request.bucket(CASE_FILES).key(key), file);
  }

  /** An attribute of a row that must be there. */
  AttributeValue attribute(String partition, String sort, String name) {
    var row =
        dynamoDb
            .getItem(
                request -> request.tableName(TABLE).key(key(partition, sort)).consistentRead(true))
            .item();
    return Optional.ofNullable(row.get(name)).orElseThrow();
  }

  /** Sets a text of a row behind the functions' back. */
  void set(String partition, String sort, String attribute, String text) {
    dynamoDb.updateItem(
        request ->
            request
                .tableName(TABLE)
                .key(key(partition, sort))
                .updateExpression("SET #attribute = :text")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS(text))));
  }

  /** Keys of drafts under a prefix, in order. */
  List<String> drafts(String prefix) {
    return s3
        .listObjectsV2Paginator(request -> request.bucket(DERIVED).prefix(prefix))
        .contents()
        .stream()
        .map(object -> object.key())
        .toList();
  }

  byte[] draft(String key) throws IOException {
    return s3.getObjectAsBytes(request -> request.bucket(DERIVED).key(key)).asByteArray();
  }

  @Override
  public void close() {
    dynamoDb.close();
    s3.close();
    container.close();
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  /** The table as the template has it, so that both cannot differ. */
  private static CreateTableRequest table(JsonNode properties) {
    return CreateTableRequest.builder()
        .tableName(TABLE)
        .billingMode(properties.path("BillingMode").asText())
        .keySchema(keys(properties.path("KeySchema")))
        .attributeDefinitions(
            elements(properties.path("AttributeDefinitions"))
                .map(
                    attribute ->
                        AttributeDefinition.builder()
                            .attributeName(attribute.path("AttributeName").asText())
                            .attributeType(attribute.path("AttributeType").asText())
                            .build())
                .toList())
        .globalSecondaryIndexes(
            elements(properties.path("GlobalSecondaryIndexes"))
                .map(
                    index ->
                        GlobalSecondaryIndex.builder()
                            .indexName(index.path("IndexName").asText())
                            .keySchema(keys(index.path("KeySchema")))
                            .projection(
                                projection ->
                                    projection.projectionType(
                                        index.at("/Projection/ProjectionType").asText()))
                            .build())
                .toList())
        .build();
  }

  private static List<KeySchemaElement> keys(JsonNode schema) {
    return elements(schema)
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.path("AttributeName").asText())
                    .keyType(key.path("KeyType").asText())
                    .build())
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
