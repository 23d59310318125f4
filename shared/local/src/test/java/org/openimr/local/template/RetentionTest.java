package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class RetentionTest {
  private static final List<String> TYPES_OF_DATA =
      List.of(
          "AWS::DynamoDB::Table",
          "AWS::KMS::Key",
          "AWS::Logs::LogGroup",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy");

  @Test
  @DisplayName("KMS: a key that goes takes all records with it; CKV_AWS_28, CKV_AWS_21 need both")
  void dataAndItsKeyOutliveTheStack(ExpandedTemplate template) {
    var data = data(template);
    assertEquals(
        data,
        data.stream()
            .filter(name -> retained(template.resource(name)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  @DisplayName("C2: retained resources with fixed names block a second deploy")
  void namesEndInTheParameter(ExpandedTemplate template) {
    var named =
        Stream.of("BucketName", "TableName", "QueueName", "AliasName", "TopicName", "LogGroupName")
            .flatMap(property -> template.root().path("Resources").findValues(property).stream())
            .map(name -> name.path("Fn::Sub").asText())
            .filter(name -> name.contains("imr"))
            .toList();
    assertEquals(
        List.of(10L, 10L),
        List.of(
            (long) named.size(),
            named.stream().filter(name -> name.endsWith("-${NameEnd}")).count()));
  }

  private static Set<String> data(ExpandedTemplate template) {
    return TYPES_OF_DATA.stream()
        .flatMap(type -> template.names(type).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean retained(JsonNode resource) {
    return resource.path("DeletionPolicy").asText().equals("Retain")
        && resource.path("UpdateReplacePolicy").asText().equals("Retain");
  }
}
