package org.openimr.local.bench;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.openimr.api.ApiHandler;
import org.openimr.api.ApiKeys;
import org.openimr.determine.DetermineHandler;
import org.openimr.evaluate.EvaluateHandler;
import org.openimr.intake.IntakeHandler;
import org.openimr.records.Backend;
import org.openimr.records.DynamoTable;
import org.openimr.records.Journal;
import org.openimr.records.S3Objects;
import org.openimr.records.Settings;
import org.openimr.schedule.ScheduleHandler;

/**
 * A function's first breath, in a JVM of its own: makes the handler, says so, gives it one event,
 * says so. Only the function's own package is on the class path, so a method may name only the
 * handler that it is for. Arguments: function, variant, and what the event tells of.
 */
public final class ColdStart {
  /** The variable with the bearer token of the request to the API. */
  static final String TOKEN = "BENCH_TOKEN";

  private static final int OK = 200;

  private ColdStart() {}

  /** Says {@code init}, then {@code answer} and how many entries of the batch failed. */
  public static void main(String[] arguments) {
    var clients = Variant.valueOf(arguments[1]);
    String subject = arguments[2];
    int failed =
        switch (Function.valueOf(arguments[0])) {
          case INTAKE -> intake(clients, subject);
          case EVALUATE -> evaluate(clients, subject);
          case DETERMINE -> determine(clients, subject);
          case SCHEDULE -> schedule(clients);
          case API -> api(clients, subject);
        };
    System.out.println("answer " + failed);
  }

  private static int intake(Variant variant, String notification) {
    IntakeHandler handler;
    if (variant.isDeployed()) {
      handler = new IntakeHandler();
    } else {
      var clients = variant.clients();
      handler =
          new IntakeHandler(
              new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()),
              new S3Objects(clients.s3()),
              Settings.EMBEDDED,
              InstantSource.system(),
              Journal.silent());
    }
    initialized();
    return handler.handleRequest(message(notification), null).getBatchItemFailures().size();
  }

  private static int evaluate(Variant variant, String caseNumber) {
    EvaluateHandler handler;
    if (variant.isDeployed()) {
      handler = new EvaluateHandler();
    } else {
      var clients = variant.clients();
      handler =
          new EvaluateHandler(
              new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()),
              new S3Objects(clients.s3()),
              Settings.EMBEDDED,
              InstantSource.system(),
              Journal.silent());
    }
    initialized();
    return failures(handler.handleRequest(change(caseNumber, "PARSED"), null));
  }

  private static int determine(Variant variant, String caseNumber) {
    DetermineHandler handler;
    if (variant.isDeployed()) {
      handler = new DetermineHandler();
    } else {
      var clients = variant.clients();
      handler =
          new DetermineHandler(
              new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()),
              new S3Objects(clients.s3()),
              Settings.EMBEDDED,
              InstantSource.system(),
              Journal.silent());
    }
    initialized();
    return failures(handler.handleRequest(change(caseNumber, "EVALUATED"), null));
  }

  private static int schedule(Variant variant) {
    ScheduleHandler handler;
    if (variant.isDeployed()) {
      handler = new ScheduleHandler();
    } else {
      var clients = variant.clients();
      handler =
          new ScheduleHandler(
              new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()),
              InstantSource.system(),
              Journal.silent());
    }
    initialized();
    return handler.handleRequest(Map.of(), null).isEmpty() ? 1 : 0;
  }

  /** A case is shown: a token verified by fetched keys, three reads and an event. */
  private static int api(Variant variant, String caseNumber) {
    ApiHandler handler;
    if (variant.isDeployed()) {
      handler = new ApiHandler();
    } else {
      var clients = variant.clients();
      handler =
          new ApiHandler(
              new Backend(
                  new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()),
                  new S3Objects(clients.s3()),
                  Settings.EMBEDDED),
              ApiKeys.of(System.getenv()),
              InstantSource.system(),
              Journal.silent());
    }
    initialized();
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod("GET")
            .withPath("/cases/" + caseNumber)
            .build();
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath("/cases/" + caseNumber)
            .withHeaders(Map.of("authorization", "Bearer " + System.getenv(TOKEN)))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
            .build();
    return handler.handleRequest(event, null).getStatusCode() == OK ? 0 : 1;
  }

  private static void initialized() {
    System.out.println("init");
  }

  /** The queue's message of an upload. */
  static SQSEvent message(String notification) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("059f36b4-87a3-44ab-83d2-661975830a7d");
    message.setBody(notification);
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  /** The stream's record of a case that came into a state. */
  static DynamodbEvent change(String caseNumber, String state) {
    var record = new DynamodbEvent.DynamodbStreamRecord();
    record.setDynamodb(
        new StreamRecord()
            .withSequenceNumber("111100000000000000000000001")
            .withNewImage(
                Map.of(
                    "pk", new AttributeValue().withS("CASE#" + caseNumber),
                    "sk", new AttributeValue().withS("CASE"),
                    "caseNumber", new AttributeValue().withS(caseNumber),
                    "state", new AttributeValue().withS(state),
                    "revision", new AttributeValue().withN("1"))));
    var event = new DynamodbEvent();
    event.setRecords(List.of(record));
    return event;
  }

  private static int failures(StreamsEventResponse answer) {
    return answer.getBatchItemFailures().size();
  }
}
