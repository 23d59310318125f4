package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.documents.TextRecognition.Line;
import org.openimr.intake.TextDetection.Answer;
import org.openimr.intake.TextDetection.Request;
import org.openimr.intake.TextDetection.Started;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectName;

class TextractTest {
  private static final Request REQUEST =
      new Request("a1", "b2", new ObjectName("bucket", "incoming/a"), Optional.of("v3"));

  private final RecordedTextract recorded = new RecordedTextract();
  private final TextDetection textract = recorded.service();

  @Test
  void startsAJobOnAVersionOfAnObject() throws IOException {
    assertEquals(new Started.Job("job-1"), textract.start(REQUEST));
    assertEquals(
        List.of(
            new JsonMapper()
                .readTree(
                    """
                    {"DocumentLocation": {"S3Object": {"Bucket": "bucket", "Name": "incoming/a", "Version": "v3"}},
                     "ClientRequestToken": "a1", "JobTag": "b2",
                     "NotificationChannel": {"SNSTopicArn": "%s", "RoleArn": "%s"}}
                    """
                        .formatted(RecordedTextract.TOPIC, RecordedTextract.ROLE))),
        recorded.started());
  }

  @Test
  void startsARepeatedRequestOnce() {
    assertEquals(textract.start(REQUEST), textract.start(REQUEST));
  }

  @Test
  void waitsWhereTooManyJobsRun() {
    recorded.refusing("limit-exceeded.json");
    assertEquals(new Started.Busy(), textract.start(REQUEST));
  }

  @Test
  void givesUpAFileThatIsNoDocumentForTheService() {
    recorded.refusing("unsupported-document.json");
    assertEquals(new Started.Refused("UnsupportedDocumentException"), textract.start(REQUEST));
  }

  @Test
  void saysThatTheServiceFailedAndNotTheFile() {
    recorded.refusing("internal-error.json");
    var fault = assertThrows(CloudFault.class, () -> textract.start(REQUEST));
    assertEquals("StartDocumentTextDetection: InternalServerError", fault.getMessage());
  }

  @Test
  void readsAllPagesOfAnAnswerAndPutsCellsOfARowOnOneLine() {
    recorded.answering("first-page-of-answer.json", "last-page-of-answer.json");
    assertEquals(
        new Answer.Read(
            new RecognisedPages(
                new TreeMap<>(
                    Map.of(
                        1,
                        List.of(new Line("PROGRESS REPORT", 99)),
                        2,
                        List.of(
                            new Line("CURRENT MEDICATIONS", 99),
                            new Line("Naproxen 550 mg 60", 71),
                            new Line("Tramadol 50 mg 90", 96),
                            new Line("Pain without medication is 8 of 10.", 94)))))),
        textract.answer("job-1"));
  }

  @Test
  void leavesOutThePagesThatTheServiceCouldNotRead() {
    recorded.answering("partial.json");
    assertEquals(
        new Answer.Read(
            new RecognisedPages(
                new TreeMap<>(
                    Map.of(2, List.of(new Line("The plan is massage therapy, six visits.", 93)))))),
        textract.answer("job-1"));
  }

  @Test
  void waitsForAJobThatRuns() {
    assertEquals(new Answer.Running(), textract.answer("job-1"));
  }

  @Test
  void saysWhyAJobGaveNoText() {
    assertEquals(
        List.of(new Answer.Failed("FAILED"), new Answer.Failed("INVALID_JOB_ID")),
        List.of(
            recorded.answering("failed.json").service().answer("job-1"),
            recorded.answering("invalid-job-id.json").service().answer("job-1")));
  }

  @Test
  void isOffWithoutATopic() {
    assertEquals(Optional.empty(), TextDetection.of(Map.of("AWS_REGION", "us-west-2")));
  }
}
