package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;

/**
 * Takes queue messages one by one, so that what goes wrong with one leaves the others alone. A
 * message that is no S3 event never will be: it is noted and done with, for the dead-letter queue
 * is for uploads.
 */
final class MessageIntake {
  private final S3Events events;
  private final Intake intake;
  private final Journal journal;

  MessageIntake(S3Events events, Intake intake, Journal journal) {
    this.events = events;
    this.intake = intake;
    this.journal = journal;
  }

  /**
   * Whether a message is done; if not it must come again. A defect of the program is counted as an
   * attempt at the upload, so the message ends with a code and not among the dead letters. An error
   * of the machine, such as a lack of memory, may end the process.
   */
  // Only what one message is about is unknown to us here; every other message must go on.
  @SuppressWarnings("CatchingUnchecked")
  boolean isDone(SQSEvent.SQSMessage message) {
    try {
      take(message);
      return true;
    } catch (CloudFault fault) {
      journal.note(Journal.Entry.of(fault));
    } catch (RuntimeException defect) {
      journal.note(Journal.Entry.ofDefect(defect));
    }
    return false;
  }

  private void take(SQSEvent.SQSMessage message) {
    var delivery = Delivery.of(message);
    events
        .arrivals(message.getBody())
        .ifPresentOrElse(
            arrivals -> arrivals.forEach(arrival -> intake.take(arrival, delivery)),
            () ->
                journal.note(
                    Journal.Entry.of(Journal.Kind.MESSAGE_IGNORED, message.getMessageId())));
  }
}
