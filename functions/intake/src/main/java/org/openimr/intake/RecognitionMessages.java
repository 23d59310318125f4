package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;

/**
 * Takes queue messages one by one: those of Textract's topic, delivered raw ({@code JobId}, {@code
 * JobTag} with the upload's id; the {@code Status} is not believed but asked for), and the timer's
 * {@code {"recognition": "go-on"}}.
 */
final class RecognitionMessages {
  private final Recognising recognising;
  private final Journal journal;
  private final JsonMapper mapper = new JsonMapper();

  RecognitionMessages(Recognising recognising, Journal journal) {
    this.recognising = recognising;
    this.journal = journal;
  }

  /** Whether a message is done; if not it must come again, and in the end among the dead. */
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
    JsonNode body = body(message.getBody());
    String job = body.path("JobId").asText();
    String upload = body.path("JobTag").asText();
    if (body.path("recognition").asText().equals("go-on")) {
      recognising.goOnWithAll();
    } else if (!job.isEmpty() && !upload.isEmpty()) {
      recognising.answered(upload, job);
    } else {
      journal.note(Journal.Entry.of(Journal.Kind.MESSAGE_IGNORED, message.getMessageId()));
    }
  }

  private JsonNode body(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException notJson) {
      return mapper.missingNode();
    }
  }
}
