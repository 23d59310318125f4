package org.openimr.intake;

import java.util.Map;
import java.util.Optional;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectName;

/**
 * A service that recognises the text of PDFs which lie in a bucket, and answers later. Safe for
 * threads.
 *
 * <p>Both methods throw {@link CloudFault} where the service did not answer, failed or is not set
 * up: the caller may repeat the call.
 */
interface TextDetection {
  /** Where a function finds the topic that Textract tells of its answers. */
  String TOPIC = "TEXTRACT_TOPIC_ARN";

  /** Where it finds the role by which Textract may. */
  String ROLE = "TEXTRACT_ROLE_ARN";

  /**
   * Amazon Textract by a function's environment; empty where it names no topic: then the template
   * has it off, and no class of Textract's client is loaded.
   */
  static Optional<TextDetection> of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(TOPIC))
        .filter(topic -> !topic.isBlank())
        .map(
            topic ->
                Textract.of(
                    environment, topic, Optional.ofNullable(environment.get(ROLE)).orElseThrow()));
  }

  /** Starts a job; the same request again is the same job. */
  Started start(Request request);

  /** Where a job stands. */
  Answer answer(String job);

  /**
   * What is to be recognised.
   *
   * @param token the same for repeats of a request; letters and digits, at most 64
   * @param upload its id, which the service says again when it is done
   * @param versionId which version of the PDF; the newest where empty
   */
  record Request(String token, String upload, ObjectName pdf, Optional<String> versionId) {}

  /** What became of a start. */
  sealed interface Started {
    /** The job goes on by itself. */
    record Job(String id) implements Started {}

    /** The service has as much to do as it takes: the same request may be made later. */
    record Busy() implements Started {}

    /** The service will never take this file; why, as its own error code. */
    record Refused(String code) implements Started {}
  }

  /** Where a job stands. */
  sealed interface Answer {
    /** It goes on. */
    record Running() implements Answer {}

    /** What was recognised; pages that the service could not read are not there. */
    record Read(RecognisedPages pages) implements Answer {}

    /** It ended without text, or is forgotten; why, as a code. */
    record Failed(String code) implements Answer {}
  }
}
