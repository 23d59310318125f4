package org.openimr.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Functions that write down what they get, and fail where they are told to. */
final class Recording {
  private Recording() {}

  /** A reader of the queue. */
  record Messages(List<String> bodies, Predicate<String> fails)
      implements RequestHandler<SQSEvent, SQSBatchResponse> {
    Messages(Predicate<String> fails) {
      this(new CopyOnWriteArrayList<>(), fails);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
      for (SQSMessage message : event.getRecords()) {
        bodies.add(message.getBody());
        if (fails.test(message.getBody())) {
          failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
        }
      }
      return new SQSBatchResponse(failures);
    }
  }

  /** A reader of changes: writes "partition version" of each that it could take. */
  record Changes(List<String> taken, List<String> seen, Predicate<String> fails)
      implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    Changes(Predicate<String> fails) {
      this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>(), fails);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
      for (DynamodbStreamRecord change : event.getRecords()) {
        String text = text(change);
        seen.add(text);
        if (fails.test(text)) {
          String number = change.getDynamodb().getSequenceNumber();
          return new StreamsEventResponse(
              List.of(new StreamsEventResponse.BatchItemFailure(number)));
        }
        taken.add(text);
      }
      return new StreamsEventResponse(List.of());
    }

    private static String text(DynamodbStreamRecord change) {
      var image = change.getDynamodb().getNewImage();
      return Objects.requireNonNull(image.get("pk")).getS()
          + " "
          + Objects.requireNonNull(image.get("version")).getN();
    }
  }
}
