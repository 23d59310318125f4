package org.openimr.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.CaseNumber;
import org.openimr.cloud.Delivery;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import org.openimr.records.Clients;
import org.openimr.records.CloudFault;
import org.openimr.records.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** {@code --stack}: what it asks CloudFormation, how it waits, and that nothing else asks. */
class StackTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.json");
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final List<String> asked = new ArrayList<>();
  private HttpServer cloudFormation;
  private String answer = "";
  private int status = 200;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    cloudFormation =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloudFormation.createContext("/", this::answer);
    cloudFormation.start();
  }

  @AfterEach
  void stop() {
    cloudFormation.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String signed = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add(
        signed.replaceFirst("^AWS4-HMAC-SHA256 Credential=(\\w+)/\\d{8}/([^,]+),.*$", "$1 $2"));
    asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    exchange.sendResponseHeaders(status, 0);
    try (var body = exchange.getResponseBody()) {
      body.write(answer.getBytes(UTF_8));
    }
  }

  private Map<String, String> outputs(String stack) {
    URI endpoint = URI.create("http://127.0.0.1:" + cloudFormation.getAddress().getPort());
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
    return new DescribeStacks(endpoint, Region.US_WEST_2, credentials).outputs(stack);
  }

  @Test
  void takesTheNamesFromTheStacksOutputs() throws IOException {
    answer = recorded("describe-stacks.xml");

    assertEquals(
        new Settings(
            "imr-CasesTable-1A2B3C",
            "imr-casefilesbucket-4d5e6f",
            "imr-derivedbucket-7a8b9c",
            "imr-determinationsbucket-0d1e2f"),
        StackOption.settings(outputs("imr")));
  }

  @Test
  void asksBySignedRequest() throws IOException {
    answer = recorded("describe-stacks.xml");
    outputs("imr & co");

    assertEquals(
        List.of(
            "AKIDEXAMPLE us-west-2/cloudformation/aws4_request",
            "Action=DescribeStacks&Version=2010-05-15&StackName=imr+%26+co"),
        asked);
  }

  @Test
  void saysWhyThereIsNoAnswer() throws IOException {
    status = 400;
    answer = recorded("describe-stacks-error.xml");

    assertEquals("DescribeStacks: stack gone: ValidationError", fault("gone"));
  }

  @Test
  void saysThatAStackIsNotOfOpenImr() {
    var fault =
        assertThrows(
            CloudFault.class, () -> StackOption.settings(Map.of("CasesTableName", "imr-cases")));

    assertEquals(
        "DescribeStacks: the stack has no output CaseFilesBucketName, so it is not one of OpenIMR",
        fault.getMessage());
  }

  @Test
  void readsNoEntityOfAnAnswer() {
    answer =
        "<!DOCTYPE a [<!ENTITY file SYSTEM \""
            + SAMPLE.toUri()
            + "\">]><a><OutputKey>CasesTableName</OutputKey><OutputValue>&file;</OutputValue></a>";

    assertEquals("DescribeStacks: an answer that is no XML", fault("imr"));
  }

  private String fault(String stack) {
    var fault = assertThrows(CloudFault.class, () -> outputs(stack));
    return String.valueOf(fault.getMessage());
  }

  @Test
  void showsBucketsWithoutTheAccountsNumber() {
    assertEquals(
        "openimr: stack imr: files go to bucket imr-<account>-files, documents come from bucket"
            + " imr-derived",
        StackOption.notice(
            "imr", new Settings("t", "imr-123456789012-files", "imr-derived", "imr-final")));
  }

  @Test
  void waitsForFunctionsThatRunElsewhere() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());
        Delivery elsewhere = cloud.delivery(functions(cloud).consumers());
        Desk desk = desk(cloud, Duration.ofSeconds(60))) {
      var uploading = new Uploading(desk.objects(), desk.settings());
      uploading.put(SAMPLE);
      uploading.put(SAMPLE);
      elsewhere.run();

      desk.settle(uploading.ids());

      assertEquals(
          Optional.of("CM15-0212345\tPROPOSED\tOVERTURNED,UPHELD"),
          new CaseOutput(desk, folder).write(new CaseNumber("CM15-0212345")));
    }
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());
        Desk desk = desk(cloud, Duration.ofMillis(200))) {
      var uploading = new Uploading(desk.objects(), desk.settings());
      uploading.put(SAMPLE);

      var fault = assertThrows(CloudFault.class, () -> desk.settle(uploading.ids()));

      assertTrue(
          String.valueOf(fault.getMessage())
              .startsWith("wait for the stack: 1 of 1 files have not come to rest in 0 s"));
    }
  }

  private static Functions functions(EmbeddedCloud cloud) {
    return new Functions(cloud, InstantSource.system(), EventObserver.SILENT);
  }

  private static Desk desk(EmbeddedCloud cloud, Duration timeout) {
    var rest = new StackRest(cloud.table(), MOMENT, timeout);
    return Desk.elsewhere(cloud.table(), cloud.objects(), cloud.settings(), rest::await, () -> {});
  }

  @Test
  void nothingButTheFlagReachesAnAccount() {
    var house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.openimr.local", "org.openimr.cloud");
    var others =
        ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveSimpleName("StackOption")
            .and()
            .doNotHaveSimpleName("DescribeStacks");
    others.should().dependOnClassesThat().haveSimpleName("DescribeStacks").check(house);
    others.should().dependOnClassesThat().haveSimpleName("DefaultCredentialsProvider").check(house);
    others.should().callMethod(Clients.class, "of", Map.class).check(house);
  }

  private static String recorded(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(StackTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
