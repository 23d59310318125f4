package org.openimr.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openimr.records.Clients;
import org.openimr.records.CloudFault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.textract.TextractClient;
import software.amazon.awssdk.services.textract.model.BadDocumentException;
import software.amazon.awssdk.services.textract.model.Block;
import software.amazon.awssdk.services.textract.model.DocumentTooLargeException;
import software.amazon.awssdk.services.textract.model.GetDocumentTextDetectionResponse;
import software.amazon.awssdk.services.textract.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.textract.model.InvalidJobIdException;
import software.amazon.awssdk.services.textract.model.InvalidParameterException;
import software.amazon.awssdk.services.textract.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.textract.model.JobStatus;
import software.amazon.awssdk.services.textract.model.LimitExceededException;
import software.amazon.awssdk.services.textract.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.textract.model.S3Object;
import software.amazon.awssdk.services.textract.model.StartDocumentTextDetectionRequest;
import software.amazon.awssdk.services.textract.model.ThrottlingException;
import software.amazon.awssdk.services.textract.model.UnsupportedDocumentException;

/**
 * Amazon Textract's asynchronous text detection (API version 2018-06-27): PDFs of up to 3,000 pages
 * and 500 MB, which this system's uploads never exceed. Textract keeps an answer for seven days,
 * encrypted by itself, and hands it out by pages; nothing is copied to a bucket before it is asked
 * for.
 */
final class Textract implements TextDetection {
  /** The service's largest page of an answer. */
  private static final int BLOCKS = 1_000;

  private static final Set<JobStatus> WITH_TEXT =
      Set.of(JobStatus.SUCCEEDED, JobStatus.PARTIAL_SUCCESS);

  private final TextractClient client;
  private final String topic;
  private final String role;

  /**
   * Textract by a client.
   *
   * @param topic ARN of the topic that it tells when a job is done
   * @param role ARN of the role by which it may
   */
  Textract(TextractClient client, String topic, String role) {
    this.client = client;
    this.topic = topic;
    this.role = role;
  }

  /** Textract by a function's environment. */
  static TextDetection of(Map<String, String> environment, String topic, String role) {
    return new Textract(Clients.of(TextractClient.builder(), environment), topic, role);
  }

  @Override
  public Started start(Request request) {
    try {
      return new Started.Job(client.startDocumentTextDetection(job(request)).jobId());
    } catch (LimitExceededException
        | ProvisionedThroughputExceededException
        | ThrottlingException busy) {
      return new Started.Busy();
    } catch (BadDocumentException
        | DocumentTooLargeException
        | UnsupportedDocumentException
        | InvalidS3ObjectException
        | InvalidParameterException
        | IdempotentParameterMismatchException refused) {
      return new Started.Refused(code(refused));
    } catch (SdkException e) {
      throw new CloudFault("StartDocumentTextDetection", code(e), e);
    }
  }

  private StartDocumentTextDetectionRequest job(Request request) {
    var object =
        S3Object.builder()
            .bucket(request.pdf().bucket())
            .name(request.pdf().key())
            .version(request.versionId().orElse(null))
            .build();
    return StartDocumentTextDetectionRequest.builder()
        .documentLocation(location -> location.s3Object(object))
        .clientRequestToken(request.token())
        .jobTag(request.upload())
        .notificationChannel(channel -> channel.snsTopicArn(topic).roleArn(role))
        .build();
  }

  @Override
  public Answer answer(String job) {
    var blocks = new ArrayList<Block>();
    var unread = new HashSet<Integer>();
    Optional<String> next = Optional.empty();
    do {
      Optional<String> from = next;
      var page = called(() -> page(job, from));
      if (page.isEmpty()) {
        return new Answer.Failed("INVALID_JOB_ID");
      }
      var answer = page.get();
      if (answer.jobStatus() == JobStatus.IN_PROGRESS) {
        return new Answer.Running();
      }
      if (!WITH_TEXT.contains(answer.jobStatus())) {
        return new Answer.Failed(answer.jobStatusAsString());
      }
      blocks.addAll(TextractLines.of(answer.blocks()));
      answer.warnings().forEach(warning -> unread.addAll(warning.pages()));
      next = Optional.ofNullable(answer.nextToken());
    } while (next.isPresent());
    return new Answer.Read(TextractLines.pages(blocks, unread));
  }

  private GetDocumentTextDetectionResponse page(String job, Optional<String> next) {
    return client.getDocumentTextDetection(
        ask -> ask.jobId(job).maxResults(BLOCKS).nextToken(next.orElse(null)));
  }

  /** Empty where the service knows no such job, or no longer does. */
  private static Optional<GetDocumentTextDetectionResponse> called(
      Supplier<GetDocumentTextDetectionResponse> call) {
    try {
      return Optional.of(call.get());
    } catch (InvalidJobIdException forgotten) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new CloudFault("GetDocumentTextDetection", code(e), e);
    }
  }

  /** Messages stay out: they may name objects. */
  private static String code(SdkException thrown) {
    return List.<SdkException>of(thrown).stream()
        .filter(AwsServiceException.class::isInstance)
        .map(AwsServiceException.class::cast)
        .flatMap(answered -> Optional.ofNullable(answered.awsErrorDetails()).stream())
        .map(details -> details.errorCode())
        .findFirst()
        .orElseGet(() -> thrown.getClass().getSimpleName());
  }
}
