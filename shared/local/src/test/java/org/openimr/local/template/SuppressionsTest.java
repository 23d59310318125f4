package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that are set aside, as a whole: the reasons stand in the template beside each. */
@Tag("template")
@ExtendWith(TemplateParameter.class)
class SuppressionsTest {
  private static final List<String> OF_A_FUNCTION =
      List.of("LAMBDA_DLQ_CHECK", "LAMBDA_CONCURRENCY_CHECK", "LAMBDA_INSIDE_VPC");
  private static final List<String> OF_A_BUCKET =
      List.of("S3_BUCKET_DEFAULT_LOCK_ENABLED", "S3_BUCKET_REPLICATION_ENABLED");

  @Test
  @DisplayName("Trap 5: what SAM expands must still carry the suppression")
  void theRulesSetAsideAreTheseAndNoOthers(ExpandedTemplate template) {
    assertEquals(reviewed(), suppressed(template));
  }

  private static SortedMap<String, List<String>> reviewed() {
    var reviewed = new TreeMap<String, List<String>>();
    FunctionsTest.functions().forEach(function -> reviewed.put(function, OF_A_FUNCTION));
    reviewed.put("ScheduleFunctionEventInvokeConfig", OF_A_FUNCTION);
    reviewed.put("CursorSecret", List.of("SECRETSMANAGER_ROTATION_ENABLED_CHECK"));
    reviewed.put("CaseFilesBucket", OF_A_BUCKET);
    reviewed.put("DerivedBucket", OF_A_BUCKET);
    reviewed.put("DeterminationsBucket", List.of("S3_BUCKET_REPLICATION_ENABLED"));
    reviewed.put(
        "AccessLogBucket",
        List.of(
            "S3_BUCKET_DEFAULT_LOCK_ENABLED",
            "S3_DEFAULT_ENCRYPTION_KMS",
            "S3_BUCKET_LOGGING_ENABLED",
            "S3_BUCKET_REPLICATION_ENABLED"));
    reviewed.put(
        "CasesTable",
        List.of(
            "DYNAMODB_AUTOSCALING_ENABLED",
            "DYNAMODB_THROUGHPUT_LIMIT_CHECK",
            "DYNAMODB_IN_BACKUP_PLAN"));
    return reviewed;
  }

  private static SortedMap<String, List<String>> suppressed(ExpandedTemplate template) {
    return template.root().path("Resources").properties().stream()
        .filter(resource -> resource.getValue().at("/Metadata/guard").isObject())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                resource ->
                    ExpandedTemplate.elements(
                            resource.getValue().at("/Metadata/guard/SuppressedRules"))
                        .stream()
                        .map(rule -> rule.asText())
                        .toList(),
                (one, other) -> one,
                TreeMap::new));
  }
}
