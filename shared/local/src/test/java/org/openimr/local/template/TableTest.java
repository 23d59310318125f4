package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openimr.records.Index;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class TableTest {
  @Test
  @DisplayName("DYNAMODB_PITR_ENABLED, CKV_AWS_28")
  void theTableCanBeTakenBackToAnyMoment(ExpandedTemplate template) {
    assertEquals(
        yaml("{PointInTimeRecoveryEnabled: true}"),
        template.properties("CasesTable").path("PointInTimeRecoverySpecification"));
  }

  @Test
  @DisplayName("DYNAMODB_TABLE_ENCRYPTED_KMS, CKV_AWS_119")
  void theTableIsEncryptedWithTheKey(ExpandedTemplate template) {
    assertEquals(
        yaml("{SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: {'Fn::GetAtt': [Key, Arn]}}"),
        template.properties("CasesTable").path("SSESpecification"));
  }

  @Test
  @DisplayName("DynamoDB deletion protection")
  void theTableCannotBeDeletedByMistake(ExpandedTemplate template) {
    assertEquals(yaml("true"), template.properties("CasesTable").path("DeletionProtectionEnabled"));
  }

  @Test
  @DisplayName("The stream carries the new image, which the filters of the functions look at")
  void theStreamCarriesTheNewRow(ExpandedTemplate template) {
    assertEquals(
        yaml("{StreamViewType: NEW_IMAGE}"),
        template.properties("CasesTable").path("StreamSpecification"));
  }

  @Test
  @DisplayName("The indexes of the table are those that the code asks")
  void theIndexesAreThoseOfTheCode(ExpandedTemplate template) {
    var indexes =
        Arrays.stream(Index.values())
            .map(
                index ->
                    ("{IndexName: '%s', KeySchema: [{AttributeName: '%s', KeyType: HASH},"
                            + " {AttributeName: '%s', KeyType: RANGE}],"
                            + " Projection: {ProjectionType: ALL}}")
                        .formatted(
                            index.tableName(), index.partitionAttribute(), index.sortAttribute()))
            .collect(Collectors.joining(",", "[", "]"));
    assertEquals(yaml(indexes), template.properties("CasesTable").path("GlobalSecondaryIndexes"));
  }
}
