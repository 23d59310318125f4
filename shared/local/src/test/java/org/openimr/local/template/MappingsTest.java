package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class MappingsTest {
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  private static final Set<String> OF_THE_STREAM =
      Set.of("EvaluateFunctionCases", "DetermineFunctionCases");

  @Test
  @DisplayName("B7: ReportBatchItemFailures")
  void everyMappingTakesPartialFailures(ExpandedTemplate template) {
    assertEquals(
        template.names(MAPPING),
        template.names(
            MAPPING,
            mapping ->
                mapping.path("FunctionResponseTypes").equals(yaml("['ReportBatchItemFailures']"))));
  }

  @Test
  @DisplayName("C2: MaximumConcurrency in place of reserved concurrency")
  void intakeDoesNotOutrunTheTable(ExpandedTemplate template) {
    assertEquals(
        yaml("{MaximumConcurrency: {Ref: IntakeConcurrency}}"),
        template.properties("IntakeFunctionUploads").path("ScalingConfig"));
  }

  @Test
  @DisplayName(
      "B7: without bisecting, retries and an age one bad record blocks its shard for a day")
  void aBadRecordDoesNotHoldUpTheStream(ExpandedTemplate template) {
    assertEquals(OF_THE_STREAM, template.names(MAPPING, MappingsTest::givesUpEarly));
  }

  @Test
  @DisplayName("C2: only an S3 destination keeps the record")
  void recordsThatWereGivenUpOnAreKept(ExpandedTemplate template) {
    var destination = yaml("{OnFailure: {Destination: {'Fn::GetAtt': [DerivedBucket, Arn]}}}");
    assertEquals(
        OF_THE_STREAM,
        template.names(MAPPING, mapping -> mapping.path("DestinationConfig").equals(destination)));
  }

  @Test
  @DisplayName("The stream has two readers and never a third")
  void theStreamHasTwoReaders(ExpandedTemplate template) {
    assertEquals(
        OF_THE_STREAM,
        template.names(
            MAPPING,
            mapping ->
                mapping
                    .path("EventSourceArn")
                    .equals(yaml("{'Fn::GetAtt': [CasesTable, StreamArn]}"))));
  }

  @Test
  @DisplayName("The filters of evaluate match parsed head rows and kept letters")
  void evaluateSeesParsedCasesAndKeptLetters(ExpandedTemplate template) {
    assertEquals(
        List.of(yaml(rowIn("'CASE'", "'PARSED'")), yaml(rowIn("'PRECEDENT'", "'KEPT'"))),
        filters(template, "EvaluateFunctionCases"));
  }

  @Test
  @DisplayName("The filters of determine match evaluated and adopted head rows, and corrections")
  void determineSeesEvaluatedAndAdoptedCasesAndCorrections(ExpandedTemplate template) {
    assertEquals(
        List.of(
            yaml(rowIn("'CASE'", "'EVALUATED', 'ADOPTED'")),
            yaml(rowIn("{prefix: 'CORRECTION#'}", "'REQUESTED', 'ASSENTED'"))),
        filters(template, "DetermineFunctionCases"));
  }

  private static String rowIn(String sort, String states) {
    return "{eventName: ['INSERT', 'MODIFY'], dynamodb: {NewImage: {sk: {S: [%s]}, state: {S: [%s]}}}}"
        .formatted(sort, states);
  }

  private static List<JsonNode> filters(ExpandedTemplate template, String mapping) {
    var filters = new ArrayList<JsonNode>();
    for (JsonNode filter : template.properties(mapping).at("/FilterCriteria/Filters")) {
      filters.add(yaml(filter.path("Pattern").asText()));
    }
    return filters;
  }

  private static boolean givesUpEarly(JsonNode mapping) {
    return mapping.path("BisectBatchOnFunctionError").asBoolean()
        && mapping.path("MaximumRetryAttempts").asInt(-1) == 5
        && mapping.path("MaximumRecordAgeInSeconds").asInt(-1) == 3600;
  }
}
