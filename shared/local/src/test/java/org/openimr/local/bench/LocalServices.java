package org.openimr.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.S3Endpoint;
import org.openimr.cloud.internal.emulator.EmulatorTable;
import org.openimr.evaluate.EvaluateHandler;
import org.openimr.intake.IntakeHandler;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Clients;
import org.openimr.records.DynamoTable;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local and the embedded cloud's S3 endpoint on this machine's loopback. */
final class LocalServices {
  private static final String ACCESS_KEY = "desk";
  private static final String SECRET_KEY = "desk-secret";
  private static final Path SAMPLE = Samples.events().resolve("case-file.json");

  private final Server dynamoDb;
  private final EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());
  private final S3Endpoint s3 = cloud.s3(0, ACCESS_KEY, SECRET_KEY);
  private final DynamoDbClient client;
  private final DynamoTable table;
  private int cases;

  private LocalServices(Server dynamoDb) {
    this.dynamoDb = dynamoDb;
    this.client = Clients.at(table(), ACCESS_KEY, SECRET_KEY).dynamoDb();
    EmulatorTable.ensure(client, Settings.EMBEDDED.table());
    this.table = new DynamoTable(client, Settings.EMBEDDED.table());
  }

  /** Starts both; DynamoDB Local's own server would listen on every interface. */
  static LocalServices start() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
    server.start();
    return new LocalServices(server);
  }

  private URI table() {
    var connector = (ServerConnector) dynamoDb.getConnectors()[0];
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** A function's environment. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", S3Endpoint.REGION,
        "AWS_ACCESS_KEY_ID", ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
        "AWS_ENDPOINT_URL_S3", s3.uri().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", table().toString(),
        "TABLE_NAME", Settings.EMBEDDED.table(),
        "CASE_FILES_BUCKET", Settings.EMBEDDED.caseFiles(),
        "DERIVED_BUCKET", Settings.EMBEDDED.derived(),
        "DETERMINATIONS_BUCKET", Settings.EMBEDDED.determinations());
  }

  /** A new case, brought to where a function takes it up. */
  NewCase caseFor(Function function) {
    var added = upload();
    if (function != Function.INTAKE && function != Function.SCHEDULE) {
      handled(
          new IntakeHandler(
                  table,
                  cloud.objects(),
                  Settings.EMBEDDED,
                  InstantSource.system(),
                  Journal.silent())
              .handleRequest(ColdStart.message(added.notification()), null)
              .getBatchItemFailures()
              .isEmpty());
    }
    if (function == Function.DETERMINE) {
      handled(
          new EvaluateHandler(
                  table,
                  cloud.objects(),
                  Settings.EMBEDDED,
                  InstantSource.system(),
                  Journal.silent())
              .handleRequest(ColdStart.change(added.caseNumber(), "PARSED"), null)
              .getBatchItemFailures()
              .isEmpty());
    }
    return added;
  }

  private static void handled(boolean done) {
    if (!done) {
      throw new IllegalStateException("the case could not be made ready");
    }
  }

  private NewCase upload() {
    cases++;
    String caseNumber = "CM15-%07d".formatted(cases);
    String key = "incoming/" + caseNumber + "/case-file.json";
    try {
      byte[] body = Samples.renamed(Files.readString(SAMPLE), caseNumber);
      cloud
          .objects()
          .put(new ObjectName(Settings.EMBEDDED.caseFiles(), key), body, "application/json");
      return new NewCase(caseNumber, Samples.notification(key, body.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a case stands. */
  Optional<CaseState> state(NewCase of) {
    return new Cases(table).head(new CaseNumber(of.caseNumber())).map(CaseHead::state);
  }

  /** Stops both. */
  void stop() throws Exception {
    client.close();
    s3.close();
    cloud.close();
    dynamoDb.stop();
  }

  /** A case, and what S3 tells the queue of its upload. */
  record NewCase(String caseNumber, String notification) {}
}
