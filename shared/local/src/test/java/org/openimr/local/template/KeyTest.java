package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class KeyTest {
  @Test
  @DisplayName("CMK_BACKING_KEY_ROTATION_ENABLED, CKV_AWS_7")
  void theKeyRotates(ExpandedTemplate template) {
    assertEquals(yaml("true"), template.properties("Key").path("EnableKeyRotation"));
  }

  @Test
  @DisplayName("KMS_NO_WILDCARD_PRINCIPAL, CKV_AWS_33")
  void nobodyOutsideMayUseTheKey(ExpandedTemplate template) {
    assertFalse(ExpandedTemplate.allowsEverybody(policy(template)));
  }

  @Test
  @DisplayName("C2: without this S3 delivers nothing to an encrypted queue, and nothing says so")
  void s3MayEncryptForTheQueue(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: UploadEvents, Effect: Allow, Principal: {Service: 's3.amazonaws.com'},"
                + " Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: '*', Condition: {"
                + "StringEquals: {'aws:SourceAccount': {Ref: 'AWS::AccountId'}},"
                + "ArnEquals: {'aws:SourceArn': {'Fn::Sub': 'arn:${AWS::Partition}:s3:::"
                + template.properties("CaseFilesBucket").at("/BucketName/Fn::Sub").asText()
                + "'}}}}"),
        ExpandedTemplate.statement(policy(template), "UploadEvents"));
  }

  @Test
  @DisplayName("C2: without this no log group can be made with the key")
  void theLogsServiceMayUseTheKeyForLogGroupsOfTheAccount(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: LogGroups, Effect: Allow,"
                + " Principal: {Service: {'Fn::Sub': 'logs.${AWS::Region}.${AWS::URLSuffix}'}},"
                + " Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*',"
                + " 'kms:GenerateDataKey*', 'kms:DescribeKey'], Resource: '*', Condition: {ArnLike:"
                + " {'kms:EncryptionContext:aws:logs:arn': {'Fn::Sub': 'arn:${AWS::Partition}:logs:"
                + "${AWS::Region}:${AWS::AccountId}:log-group:*'}}}}"),
        ExpandedTemplate.statement(policy(template), "LogGroups"));
  }

  @Test
  @DisplayName("SNS_ENCRYPTED_KMS: without this no alarm reaches an encrypted topic")
  void alarmsMayUseTheKeyForTheTopic(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: Alarms, Effect: Allow, Principal: {Service: 'cloudwatch.amazonaws.com'},"
                + " Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*',"
                + " Condition: {StringEquals: {'aws:SourceAccount': {Ref: 'AWS::AccountId'}}}}"),
        ExpandedTemplate.statement(policy(template), "Alarms"));
  }

  @Test
  @DisplayName("C2: without this neither the topic nor the timer reaches an encrypted queue")
  void recognitionsMessengersMayUseTheKeyWhereItIsOn(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "[HasTextRecognition, {Sid: RecognitionMessages, Effect: Allow,"
                + " Principal: {Service: ['sns.amazonaws.com', 'events.amazonaws.com']},"
                + " Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*', Condition:"
                + " {StringEquals: {'aws:SourceAccount': {Ref: 'AWS::AccountId'}}}},"
                + " {Ref: 'AWS::NoValue'}]"),
        ExpandedTemplate.statements(policy(template)).stream()
            .filter(statement -> statement.has("Fn::If"))
            .map(statement -> statement.path("Fn::If"))
            .findFirst()
            .orElseThrow());
  }

  private static JsonNode policy(ExpandedTemplate template) {
    return template.properties("Key").path("KeyPolicy");
  }
}
