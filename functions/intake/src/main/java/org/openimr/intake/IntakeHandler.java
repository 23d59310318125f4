package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.openimr.records.Backend;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/**
 * Lambda {@code intake}: queue messages with S3 events. Only messages that met a service error come
 * back; one that is no S3 event never will be, so it is noted and done with: the dead-letter queue
 * is for uploads.
 */
public final class IntakeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final S3Events events;
  private final Intake intake;
  private final Journal journal;

  /** As Lambda makes it: by the function's environment. */
  public IntakeHandler() {
    this(Backend.aws(System.getenv()), InstantSource.system());
  }

  private IntakeHandler(Backend backend, InstantSource clock) {
    this(
        backend.table(),
        backend.objects(),
        backend.settings(),
        clock,
        Journal.of("intake", clock, System.out));
  }

  /** With a table and buckets of any kind. */
  public IntakeHandler(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    this(
        new S3Events(settings.caseFiles()),
        Wiring.intake(table, objects, settings, clock, journal),
        journal);
  }

  IntakeHandler(S3Events events, Intake intake, Journal journal) {
    this.events = events;
    this.intake = intake;
    this.journal = journal;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, @Nullable Context context) {
    var again = new ArrayList<SQSBatchResponse.BatchItemFailure>();
    for (SQSEvent.SQSMessage message : batch.getRecords()) {
      try {
        take(message);
      } catch (CloudFault fault) {
        journal.note(Journal.Entry.of(fault));
        again.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(again);
  }

  private void take(SQSEvent.SQSMessage message) {
    events
        .arrivals(message.getBody())
        .ifPresentOrElse(
            arrivals -> arrivals.forEach(intake::take),
            () ->
                journal.note(
                    Journal.Entry.of(Journal.Kind.MESSAGE_IGNORED, message.getMessageId())));
  }
}
