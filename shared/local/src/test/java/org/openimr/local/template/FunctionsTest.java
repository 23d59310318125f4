package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class FunctionsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final Set<String> INTAKES = Set.of("Import", "Recognition");
  private static final Set<String> STEPS =
      Set.of("Intake", "Recognition", "Import", "Evaluate", "Determine", "Schedule", "Api");

  @Test
  @DisplayName("CKV_AWS_363: a runtime that is not deprecated; java25 on a processor by parameter")
  void everyFunctionRunsOnJava25(ExpandedTemplate template) {
    var processor = yaml("[{Ref: Architecture}]");
    assertEquals(
        functions(),
        template.names(
            FUNCTION,
            function ->
                function.path("Runtime").asText().equals("java25")
                    && function.path("Architectures").equals(processor)));
  }

  @Test
  @DisplayName("The handler of each function is the class of its module")
  void everyFunctionHasItsModulesHandler(ExpandedTemplate template) {
    assertEquals(
        STEPS.stream()
            .map(step -> "org.openimr.%s.%sHandler::handleRequest".formatted(module(step), step))
            .collect(Collectors.toSet()),
        template.names(FUNCTION).stream()
            .map(name -> template.properties(name).path("Handler").asText())
            .collect(Collectors.toSet()));
  }

  @Test
  @DisplayName("CKV_AWS_173")
  void everyFunctionsVariablesAreEncryptedWithTheKey(ExpandedTemplate template) {
    assertEquals(
        functions(),
        template.names(
            FUNCTION,
            function -> function.path("KmsKeyArn").equals(yaml("{'Fn::GetAtt': [Key, Arn]}"))));
  }

  @Test
  @DisplayName("CKV_AWS_45: the variables are names of resources and an endpoint, and no secret")
  void everyFunctionKnowsTheNamesOfItsResources(ExpandedTemplate template) {
    var variables =
        yaml(
            "{TABLE_NAME: {Ref: CasesTable}, CASE_FILES_BUCKET: {Ref: CaseFilesBucket},"
                + " DERIVED_BUCKET: {Ref: DerivedBucket},"
                + " DETERMINATIONS_BUCKET: {Ref: DeterminationsBucket}, AWS_ENDPOINT_URL:"
                + " {'Fn::If': [HasEndpointUrl, {Ref: EndpointUrl}, {Ref: 'AWS::NoValue'}]}}");
    var all = functions();
    all.removeAll(
        Set.of("ApiFunction", "ScheduleFunction", "IntakeFunction", "RecognitionFunction"));
    assertEquals(
        all,
        template.names(
            FUNCTION, function -> function.at("/Environment/Variables").equals(variables)));
  }

  @Test
  @DisplayName(
      "Only schedule knows the event bus, and only its role may put events, under our name")
  void onlyScheduleTellsOfChanges(ExpandedTemplate template) {
    var statement =
        yaml(
            "{Sid: Changes, Effect: Allow, Action: 'events:PutEvents',"
                + " Resource: {'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:"
                + "${AWS::AccountId}:event-bus/${EventBusName}'}, Condition: {StringEquals:"
                + " {'events:source': openimr}}}");
    assertEquals(
        List.of(Set.of("ScheduleFunction"), Set.of("SchedulePolicy"), statement),
        List.of(
            template.names(
                FUNCTION,
                function ->
                    function
                        .at("/Environment/Variables/EVENT_BUS")
                        .equals(yaml("{Ref: EventBusName}"))),
            template.names(
                "AWS::IAM::ManagedPolicy", policy -> policy.toString().contains("PutEvents")),
            ExpandedTemplate.statement(
                template.properties("SchedulePolicy").path("PolicyDocument"), "Changes")));
  }

  @Test
  @DisplayName("Text recognition is off unless it is asked for: then intake knows no topic")
  void intakeKnowsOfTextractOnlyWhereItIsOn(ExpandedTemplate template) {
    var intake = template.properties("IntakeFunction").at("/Environment/Variables");
    var recognition = template.properties("RecognitionFunction").at("/Environment/Variables");
    assertEquals(
        yaml(
            "['Off', {'Fn::If': [HasTextRecognition, {Ref: RecognitionTopic},"
                + " {Ref: 'AWS::NoValue'}]}, {Ref: RecognitionTopic}, HasTextRecognition]"),
        yaml(
            "['%s', %s, %s, %s]"
                .formatted(
                    template.root().at("/Parameters/TextRecognition/Default").asText(),
                    intake.path("TEXTRACT_TOPIC_ARN"),
                    recognition.path("TEXTRACT_TOPIC_ARN"),
                    template.resource("RecognitionFunction").path("Condition"))));
  }

  @Test
  @DisplayName("CKV_AWS_45: the API's secret is resolved at deployment and stands nowhere in clear")
  void theApiKnowsItsIssuerAndASecretThatTheTemplateDoesNot(ExpandedTemplate template) {
    var variables = template.properties("ApiFunction").at("/Environment/Variables");
    assertEquals(
        yaml(
            "[{Ref: TokenIssuer}, {Ref: TokenAudience}, {'Fn::If': [HasTokenJwksUrl,"
                + " {Ref: TokenJwksUrl}, {'Fn::Sub': '${TokenIssuer}/.well-known/jwks.json'}]},"
                + " {'Fn::Sub': '{{resolve:secretsmanager:${CursorSecret}}}'}]"),
        yaml(
            "[%s, %s, %s, %s]"
                .formatted(
                    variables.path("TOKEN_ISSUER"),
                    variables.path("TOKEN_AUDIENCE"),
                    variables.path("TOKEN_JWKS_URL"),
                    variables.path("CURSOR_SECRET"))));
  }

  @Test
  @DisplayName("LAMBDA_CONCURRENCY_CHECK; C2: off by default, as it needs 100 unreserved ones left")
  void executionsAreReservedOnlyOnRequest(ExpandedTemplate template) {
    assertEquals(
        yaml("[{'Fn::Not': [{'Fn::Equals': [{Ref: ReservedConcurrency}, 0]}]}, 0]"),
        yaml(
            "[%s, %s]"
                .formatted(
                    template.root().at("/Conditions/HasReservedConcurrency"),
                    template.root().at("/Parameters/ReservedConcurrency/Default"))));
  }

  @Test
  @DisplayName("B2: SnapStart applies to published versions, which event sources reach by an alias")
  void everyEventSourceCallsTheAlias(ExpandedTemplate template) {
    assertEquals(
        Set.of(
            "IntakeFunctionAliaslive",
            "RecognitionFunctionAliaslive",
            "EvaluateFunctionAliaslive",
            "DetermineFunctionAliaslive",
            "ScheduleFunctionAliaslive",
            "ImportFunctionAliaslive"),
        Stream.of(
                template.referredToBy(
                    "AWS::Lambda::EventSourceMapping", properties -> true, "/FunctionName/Ref"),
                template.referredToBy(
                    "AWS::Events::Rule",
                    rule -> rule.at("/Targets/0/Arn").has("Ref"),
                    "/Targets/0/Arn/Ref"),
                template.referredToBy(
                    "AWS::StepFunctions::StateMachine",
                    properties -> true,
                    "/DefinitionSubstitutions/Function/Ref"))
            .flatMap(Set::stream)
            .collect(Collectors.toSet()));
  }

  @Test
  @DisplayName(
      "Trap 4: Lambda's own log groups have neither key nor retention, and no rule sees it")
  void everyFunctionWritesToItsOwnLogGroup(ExpandedTemplate template) {
    var all = template.names("AWS::Logs::LogGroup");
    all.remove(ApiTest.ACCESS_LOG);
    assertEquals(
        all,
        template.referredToBy(
            FUNCTION,
            function -> function.at("/LoggingConfig/LogFormat").asText().equals("JSON"),
            "/LoggingConfig/LogGroup/Ref"));
  }

  @Test
  @DisplayName(
      "CLOUDWATCH_LOG_GROUP_ENCRYPTED, CW_LOGGROUP_RETENTION_PERIOD_CHECK, CKV_AWS_66, 158, 338")
  void everyLogGroupHasAKeyAndARetention(ExpandedTemplate template) {
    var all = STEPS.stream().map(step -> step + "Log").collect(Collectors.toSet());
    all.add(ApiTest.ACCESS_LOG);
    assertEquals(
        all,
        template.names(
            "AWS::Logs::LogGroup",
            log ->
                log.equals(
                    yaml(
                        "{KmsKeyId: {'Fn::GetAtt': [Key, Arn]},"
                            + " RetentionInDays: {Ref: LogRetentionDays}}"))));
  }

  @Test
  @DisplayName(
      "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED, LAMBDA_NO_WILDCARD_PRINCIPAL, CKV_AWS_364")
  void onlyTheRuleAndTheGatewayMayInvokeAFunction(ExpandedTemplate template) {
    assertEquals(
        Set.of("ScheduleFunctionEveryMinutePermission", "ApiFunctionRequestsPermission"),
        template.names(
            "AWS::Lambda::Permission",
            permission -> ofTheRule(permission) || ApiTest.isPermissionOfTheGateway(permission)));
  }

  private static boolean ofTheRule(JsonNode permission) {
    return permission.path("Principal").asText().equals("events.amazonaws.com")
        && permission
            .path("SourceArn")
            .equals(yaml("{'Fn::GetAtt': [ScheduleFunctionEveryMinute, Arn]}"));
  }

  /** Letters and recognised text are taken in by one code, in other functions' limits. */
  private static String module(String step) {
    return INTAKES.contains(step) ? "intake" : step.toLowerCase(Locale.ROOT);
  }

  static Set<String> functions() {
    return STEPS.stream().map(step -> step + "Function").collect(Collectors.toSet());
  }
}
