package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lambda {@code recognition}: queue messages that tell of text which was recognised, and a timer's.
 * Only what is not done comes back.
 */
public final class RecognitionHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final RecognitionMessages messages;

  /** As Lambda makes it: by the function's environment. */
  public RecognitionHandler() {
    this(Wiring.recognitionOnAws());
  }

  RecognitionHandler(RecognitionMessages messages) {
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
