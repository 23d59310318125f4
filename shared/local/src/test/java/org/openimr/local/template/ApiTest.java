package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class ApiTest {
  static final String ACCESS_LOG = "ApiAccessLog";

  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.[A-Za-z.]+");
  private static final JsonNode PATH = yaml("'/$default'");

  static boolean isPermissionOfTheGateway(JsonNode permission) {
    return permission.path("Principal").asText().equals("apigateway.amazonaws.com")
        && permission.path("SourceArn").toString().contains("${__ApiId__}");
  }

  private static JsonNode definition(ExpandedTemplate template) {
    return template.properties("Api").path("Body");
  }

  @Test
  @DisplayName("Design 3.5: one route for everything, behind the authorizer")
  void theOneRouteAsksForAToken(ExpandedTemplate template) {
    var paths = definition(template).path("paths");
    var route = paths.path(PATH.asText()).path("x-amazon-apigateway-any-method");
    assertEquals(
        List.of(1, yaml("[{Token: []}]"), "2.0"),
        List.of(
            paths.size(),
            route.path("security"),
            route.at("/x-amazon-apigateway-integration/payloadFormatVersion").asText()));
  }

  @Test
  @DisplayName("B2: HTTP routes reach published versions by the alias")
  void theRouteCallsTheAlias(ExpandedTemplate template) {
    assertEquals(
        true,
        definition(template).toString().contains("${ApiFunctionAliaslive}"),
        definition(template).toString());
  }

  @Test
  @DisplayName("Design 3.5: issuer and audience are parameters")
  void theAuthorizerKnowsIssuerAndAudience(ExpandedTemplate template) {
    assertEquals(
        yaml("{issuer: {Ref: TokenIssuer}, audience: [{Ref: TokenAudience}]}"),
        definition(template)
            .at(
                "/components/securitySchemes/Token/x-amazon-apigateway-authorizer/jwtConfiguration"));
  }

  @Test
  @DisplayName("Embedded issuers are no https addresses: a deployed stack cannot name one")
  void theIssuerIsAnAddressOfTheWeb(ExpandedTemplate template) {
    String pattern = template.root().at("/Parameters/TokenIssuer/AllowedPattern").asText();
    assertFalse(Pattern.matches(pattern, "urn:openimr:embedded"), pattern);
  }

  @Test
  @DisplayName("CKV_AWS_95, API_GWV2_ACCESS_LOGS_ENABLED: without path, query or token")
  void accessLogsHaveNoHealthInformation(ExpandedTemplate template) {
    var stage = template.properties("ApiApiGatewayDefaultStage");
    var logged = new TreeSet<String>();
    var variables = VARIABLE.matcher(stage.at("/AccessLogSettings/Format").asText());
    while (variables.find()) {
      logged.add(variables.group().substring("$context.".length()));
    }
    assertEquals(
        List.of(
            yaml("{'Fn::GetAtt': [ApiAccessLog, Arn]}"),
            Set.of(
                "error.responseType",
                "httpMethod",
                "identity.sourceIp",
                "integrationLatency",
                "integrationStatus",
                "requestId",
                "requestTime",
                "responseLatency",
                "responseLength",
                "status")),
        List.of(stage.at("/AccessLogSettings/DestinationArn"), logged));
  }

  @Test
  @DisplayName("Limits: requests a second and at once are parameters")
  void requestsAreThrottled(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{ThrottlingRateLimit: {Ref: ApiRateLimit}, ThrottlingBurstLimit: {Ref: ApiBurstLimit},"
                + " DetailedMetricsEnabled: true}"),
        template.properties("ApiApiGatewayDefaultStage").path("DefaultRouteSettings"));
  }

  @Test
  @DisplayName("SECRETSMANAGER_USING_CMK")
  void theSecretIsEncryptedWithTheKey(ExpandedTemplate template) {
    assertEquals(
        yaml("{'Fn::GetAtt': [Key, Arn]}"), template.properties("CursorSecret").path("KmsKeyId"));
  }

  @Test
  @DisplayName("Done requests are forgotten by the table; nothing else has an end")
  void theTableForgetsDoneRequests(ExpandedTemplate template) {
    assertEquals(
        yaml("{AttributeName: expires, Enabled: true}"),
        template.properties("CasesTable").path("TimeToLiveSpecification"));
  }

  @Test
  @DisplayName("What callers get is watched, whoever said it")
  void answersOfTheServersFaultRaiseAnAlarm(ExpandedTemplate template) {
    assertEquals(
        yaml("[{Name: ApiId, Value: {Ref: Api}}]"),
        template.properties("ApiServerErrorsAlarm").path("Dimensions"));
  }
}
