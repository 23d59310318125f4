package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  @DisplayName("CLOUDWATCH_ALARM_ACTION_CHECK")
  void everyAlarmIsSentToTheTopic(ExpandedTemplate template) {
    assertEquals(
        template.names(ALARM),
        template.names(
            ALARM, alarm -> alarm.path("AlarmActions").equals(yaml("[{Ref: AlarmTopic}]"))));
  }

  @Test
  @DisplayName("Well-Architected Serverless Lens: errors of each function")
  void everyFunctionsErrorsRaiseAnAlarm(ExpandedTemplate template) {
    assertEquals(FunctionsTest.functions(), watched(template, metric("AWS/Lambda", "Errors")));
  }

  @Test
  @DisplayName("Well-Architected Serverless Lens: throttles of each function")
  void everyFunctionsThrottlesRaiseAnAlarm(ExpandedTemplate template) {
    assertEquals(FunctionsTest.functions(), watched(template, metric("AWS/Lambda", "Throttles")));
  }

  @Test
  @DisplayName("B7: age of the stream for both of its readers")
  void bothReadersOfTheStreamAreWatchedForFallingBehind(ExpandedTemplate template) {
    assertEquals(
        Set.of("EvaluateFunction", "DetermineFunction"),
        watched(template, metric("AWS/Lambda", "IteratorAge")));
  }

  @Test
  @DisplayName(
      "B7: depth of the dead letter queue, age of the oldest message, failed cases, defects")
  void whatIsLeftOfUploadsAndCasesRaisesAnAlarm(ExpandedTemplate template) {
    assertEquals(
        Set.of(
            "DeadLetterAlarm",
            "RecognitionDeadLetterAlarm",
            "OldestUploadAlarm",
            "FailedCaseAlarm",
            "DefectAlarm"),
        template.names(
            ALARM,
            metric("AWS/SQS", "ApproximateNumberOfMessagesVisible")
                .or(metric("AWS/SQS", "ApproximateAgeOfOldestMessage"))
                .or(metric("OpenIMR", "CasesFailed"))
                .or(metric("OpenIMR", "Defects"))));
  }

  @Test
  @DisplayName("Design 2: FAILED from any step has an alarm, letters of corrections included")
  void aCorrectionThatFailsRaisesAnAlarm(ExpandedTemplate template) {
    assertEquals(
        Set.of("FailedCorrectionAlarm"),
        template.names(ALARM, metric("OpenIMR", "CorrectionsFailed")));
  }

  @Test
  @DisplayName("A clock that went past its last day is somebody's to see at once")
  void anOverdueClockRaisesAnAlarm(ExpandedTemplate template) {
    assertEquals(
        Set.of("OverdueClockAlarm"), template.names(ALARM, metric("OpenIMR", "ClocksOverdue")));
  }

  @Test
  @DisplayName("The guarantee itself is watched: silence is what alarms")
  void aScheduleThatDoesNotRunRaisesAnAlarm(ExpandedTemplate template) {
    assertEquals(
        yaml("'breaching'"), template.properties("ScheduleSilentAlarm").path("TreatMissingData"));
  }

  @Test
  @DisplayName("SNS_ENCRYPTED_KMS, CKV_AWS_26")
  void everyTopicIsEncryptedWithTheKey(ExpandedTemplate template) {
    assertEquals(
        Set.of("AlarmTopic", "RecognitionTopic"),
        template.names(
            "AWS::SNS::Topic", topic -> topic.path("KmsMasterKeyId").equals(yaml("{Ref: Key}"))));
  }

  @Test
  @DisplayName("SNSTopicSSLPublishOnly")
  void theTopicRefusesPlainHttp(ExpandedTemplate template) {
    assertEquals(
        Set.of("AlarmTopicPolicy", "RecognitionTopicPolicy"),
        template.names(
            "AWS::SNS::TopicPolicy",
            policy ->
                ExpandedTemplate.deniesPlainHttp(policy.path("PolicyDocument"), "sns:Publish")));
  }

  private static Predicate<JsonNode> metric(String namespace, String name) {
    return alarm ->
        alarm.path("Namespace").asText().equals(namespace)
            && alarm.path("MetricName").asText().equals(name);
  }

  private static Set<String> watched(ExpandedTemplate template, Predicate<JsonNode> metric) {
    return Stream.of(template.referredToBy(ALARM, metric, "/Dimensions/0/Value/Ref"))
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
