package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class QueuesTest {
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String POLICY = "AWS::SQS::QueuePolicy";

  @Test
  @DisplayName("SQS_QUEUE_KMS_MASTER_KEY_ID, CKV_AWS_27")
  void everyQueueIsEncryptedWithTheKey(ExpandedTemplate template) {
    assertEquals(
        Set.of(
            "IntakeQueue",
            "IntakeDeadLetterQueue",
            "RecognitionQueue",
            "RecognitionDeadLetterQueue"),
        template.names(QUEUE, queue -> queue.path("KmsMasterKeyId").equals(yaml("{Ref: Key}"))));
  }

  @Test
  @DisplayName("SQSQueueSSLRequestsOnly")
  void everyQueueRefusesPlainHttp(ExpandedTemplate template) {
    assertEquals(
        template.names(QUEUE),
        new TreeSet<>(
            template.referredToBy(
                POLICY,
                policy -> ExpandedTemplate.deniesPlainHttp(policy.path("PolicyDocument"), "sqs:*"),
                "/Queues/0/Ref")));
  }

  @Test
  @DisplayName("SQS queue policy: no wildcard action or principal is allowed; C2: source account")
  void onlyTheCaseFilesBucketMaySend(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: UploadEvents, Effect: Allow, Principal: {Service: 's3.amazonaws.com'},"
                + " Action: 'sqs:SendMessage', Resource: {'Fn::GetAtt': [IntakeQueue, Arn]},"
                + " Condition: {StringEquals: {'aws:SourceAccount': {Ref: 'AWS::AccountId'}},"
                + " ArnEquals: {'aws:SourceArn': {'Fn::Sub': 'arn:${AWS::Partition}:s3:::"
                + template.properties("CaseFilesBucket").at("/BucketName/Fn::Sub").asText()
                + "'}}}}"),
        ExpandedTemplate.statement(
            template.properties("IntakeQueuePolicy").path("PolicyDocument"), "UploadEvents"));
  }

  @Test
  @DisplayName("SQS queue policy: no wildcard action or principal is allowed")
  void onlyTextractsTopicAndTheTimerMaySendToRecognition(ExpandedTemplate template) {
    var policy = template.properties("RecognitionQueuePolicy").path("PolicyDocument");
    assertEquals(
        yaml(
            "[{ArnEquals: {'aws:SourceArn': {Ref: RecognitionTopic}}},"
                + " {ArnEquals: {'aws:SourceArn': {'Fn::GetAtt': [RecognitionTimer, Arn]}}}]"),
        yaml(
            "[%s, %s]"
                .formatted(
                    ExpandedTemplate.statement(policy, "Answers").path("Condition"),
                    ExpandedTemplate.statement(policy, "Timer").path("Condition"))));
  }

  @Test
  @DisplayName("SQS queue policy: nobody else is let in")
  void noQueueLetsEverybodyIn(ExpandedTemplate template) {
    assertEquals(
        Set.of(),
        template.names(
            POLICY, policy -> ExpandedTemplate.allowsEverybody(policy.path("PolicyDocument"))));
  }

  @Test
  @DisplayName("SQSQueueDLQ, LAMBDA_DLQ_CHECK")
  void aMessageThatFailsFiveTimesIsKept(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{deadLetterTargetArn: {'Fn::GetAtt': [IntakeDeadLetterQueue, Arn]},"
                + " maxReceiveCount: 5}"),
        template.properties("IntakeQueue").path("RedrivePolicy"));
    assertEquals(
        yaml(
            "{deadLetterTargetArn: {'Fn::GetAtt': [RecognitionDeadLetterQueue, Arn]},"
                + " maxReceiveCount: 5}"),
        template.properties("RecognitionQueue").path("RedrivePolicy"));
  }

  @Test
  @DisplayName("B7: visibility of at least six times the function's time-out")
  void aMessageStaysHiddenWhileItIsWorkedOn(ExpandedTemplate template) {
    var visibility = template.properties("IntakeQueue").path("VisibilityTimeout").asInt();
    assertTrue(visibility >= 6 * template.properties("IntakeFunction").path("Timeout").asInt());
  }
}
