package org.openimr.determine;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/**
 * Lambda {@code determine}: records of the table's stream. At the first service error it names that
 * record: Lambda delivers the shard again from there, so nothing after it is tried.
 */
public final class DetermineHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final Steps steps;
  private final Journal journal;

  /** As Lambda makes it: by the function's environment. */
  public DetermineHandler() {
    this(Wiring.onAws());
  }

  private DetermineHandler(Wiring.Wired wired) {
    this(wired.steps(), wired.journal());
  }

  /** With a table and buckets of any kind. */
  public DetermineHandler(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    this(Wiring.steps(table, objects, settings, clock, journal), journal);
  }

  DetermineHandler(Steps steps, Journal journal) {
    this.steps = steps;
    this.journal = journal;
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent batch, @Nullable Context context) {
    for (DynamodbEvent.DynamodbStreamRecord entry : batch.getRecords()) {
      try {
        Images.head(entry).ifPresent(steps::run);
        Images.correction(entry).ifPresent(steps::run);
      } catch (CloudFault fault) {
        journal.note(Journal.Entry.of(fault));
        var from = entry.getDynamodb().getSequenceNumber();
        return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(from)));
      }
    }
    return new StreamsEventResponse(List.of());
  }
}
