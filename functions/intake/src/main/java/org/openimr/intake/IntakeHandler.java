package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.openimr.documents.FileOpener;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Lambda {@code intake}: queue messages with S3 events. Only what is not done comes back. */
public final class IntakeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final MessageIntake messages;

  /** As Lambda makes it: by the function's environment. */
  public IntakeHandler() {
    this(Wiring.onAws());
  }

  /** With a table and buckets of any kind. */
  public IntakeHandler(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    this(Wiring.messages(table, objects, settings, clock, journal));
  }

  /** With a table and buckets of any kind, and an opener of one's own. */
  public IntakeHandler(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      FileOpener opener) {
    this(Wiring.messages(table, objects, settings, clock, journal, opener));
  }

  IntakeHandler(MessageIntake messages) {
    this.messages = messages;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, @Nullable Context context) {
    return new SQSBatchResponse(
        batch.getRecords().stream()
            .filter(message -> !messages.isDone(message))
            .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
            .toList());
  }
}
