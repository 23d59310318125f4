package org.openimr.cloud.internal.emulator;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openimr.cloud.internal.delivery.Inbox;
import org.openimr.cloud.internal.delivery.QueuePump;
import org.openimr.records.CloudFault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of uploads in an emulator, with its dead letters. */
public final class EmulatorQueue implements Inbox {
  private static final String NAME = "imr-uploads";
  private static final String DEAD_LETTERS = "imr-uploads-dlq";
  private static final String VISIBILITY_SECONDS = "900";

  private final SqsClient client;
  private final String url;
  private final String arn;

  private EmulatorQueue(SqsClient client, String url, String arn) {
    this.client = client;
    this.url = url;
    this.arn = arn;
  }

  /** The queue, made unless it is there. */
  public static EmulatorQueue ensure(SqsClient client) {
    return call(
        "CreateQueue",
        () -> {
          String dead = client.createQueue(r -> r.queueName(DEAD_LETTERS)).queueUrl();
          String redrive =
              String.format(
                  "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}",
                  arn(client, dead), QueuePump.MOST_RECEIPTS);
          String url =
              client
                  .createQueue(
                      r ->
                          r.queueName(NAME)
                              .attributes(
                                  Map.of(
                                      QueueAttributeName.VISIBILITY_TIMEOUT,
                                      VISIBILITY_SECONDS,
                                      QueueAttributeName.REDRIVE_POLICY,
                                      redrive)))
                  .queueUrl();
          return new EmulatorQueue(client, url, arn(client, url));
        });
  }

  private static String arn(SqsClient client, String url) {
    return client
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  /** Its name for a bucket's notification. */
  public String arn() {
    return arn;
  }

  static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new CloudFault(operation, e.awsErrorDetails().errorCode(), e);
    } catch (SdkException e) {
      throw new CloudFault(operation, e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public List<SQSMessage> receive(int limit) {
    return call(
            "ReceiveMessage",
            () ->
                client.receiveMessage(
                    r ->
                        r.queueUrl(url)
                            .maxNumberOfMessages(limit)
                            .waitTimeSeconds(0)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)))
        .messages()
        .stream()
        .map(this::received)
        .toList();
  }

  private SQSMessage received(Message message) {
    SQSMessage received = new SQSMessage();
    received.setMessageId(message.messageId());
    received.setReceiptHandle(message.receiptHandle());
    received.setBody(message.body());
    received.setMd5OfBody(message.md5OfBody());
    received.setAttributes(message.attributesAsStrings());
    received.setMessageAttributes(Map.of());
    received.setEventSource("aws:sqs");
    received.setEventSourceArn(arn);
    received.setAwsRegion("us-east-1");
    return received;
  }

  @Override
  public void delete(SQSMessage message) {
    call(
        "DeleteMessage",
        () -> client.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.getReceiptHandle())));
  }

  @Override
  public void release(SQSMessage message, Duration delay) {
    call(
        "ChangeMessageVisibility",
        () ->
            client.changeMessageVisibility(
                r ->
                    r.queueUrl(url)
                        .receiptHandle(message.getReceiptHandle())
                        .visibilityTimeout((int) delay.toSeconds())));
  }

  @Override
  public void onArrival(Runnable listener) {
    // SQS has no way to tell: the queue is polled.
  }
}
