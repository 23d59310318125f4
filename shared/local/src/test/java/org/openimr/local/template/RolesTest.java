package org.openimr.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.local.template.ExpandedTemplate.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("template")
@ExtendWith(TemplateParameter.class)
class RolesTest {
  private static final String ROLE = "AWS::IAM::Role";
  private static final String POLICY = "AWS::IAM::ManagedPolicy";
  private static final Pattern REMOVAL =
      Pattern.compile("^(s3|dynamodb):.*(Delete|Bypass|Retention|Update)");
  private static final Set<String> ROLES =
      Set.of(
          "IntakeRole",
          "RecognitionRole",
          "ImportRole",
          "EvaluateRole",
          "DetermineRole",
          "ScheduleRole",
          "ApiRole");
  private static final String MACHINE_ROLE = "ImportMachineRole";
  private static final Set<String> POLICIES =
      Set.of(
          "IntakePolicy",
          "RecognitionPolicy",
          "TextRecognitionPolicy",
          "TextractPolicy",
          "ImportPolicy",
          "ImportMachinePolicy",
          "EvaluatePolicy",
          "DeterminePolicy",
          "SchedulePolicy",
          "ApiPolicy");

  @Test
  @DisplayName("KICS: a role of its own for each function")
  void everyFunctionHasItsOwnRole(ExpandedTemplate template) {
    assertEquals(
        ROLES,
        template.names("AWS::Lambda::Function").stream()
            .map(name -> template.properties(name).at("/Role/Fn::GetAtt/0").asText())
            .collect(Collectors.toSet()));
  }

  @Test
  @DisplayName("KICS: a role of its own for the state machine, which nobody else may take")
  void theStateMachineHasItsOwnRole(ExpandedTemplate template) {
    var states =
        yaml(
            "{Version: '2012-10-17', Statement: [{Effect: Allow,"
                + " Principal: {Service: 'states.amazonaws.com'}, Action: 'sts:AssumeRole',"
                + " Condition: {StringEquals: {'aws:SourceAccount':"
                + " {Ref: 'AWS::AccountId'}}}}]}");
    assertEquals(
        Set.of(MACHINE_ROLE),
        template.names(
            ROLE,
            role -> role.path("AssumeRolePolicyDocument").equals(states) && !role.has("Policies")));
  }

  @Test
  @DisplayName("IAM_NO_INLINE_POLICY_CHECK; Trap 3: SAM's policy templates come out as inline ones")
  void noRoleHasInlinePolicies(ExpandedTemplate template) {
    assertEquals(template.names(ROLE), template.names(ROLE, role -> !role.has("Policies")));
  }

  @Test
  @DisplayName("IAM_NO_INLINE_POLICY_CHECK: none beside the roles either")
  void thereAreNoPoliciesBesideTheManagedOnes(ExpandedTemplate template) {
    assertEquals(Set.of(), template.names("AWS::IAM::Policy"));
  }

  @Test
  @DisplayName("CKV_AWS_60, CKV_AWS_61")
  void onlyLambdaMayTakeARole(ExpandedTemplate template) {
    var lambda =
        yaml(
            "{Version: '2012-10-17', Statement: [{Effect: Allow,"
                + " Principal: {Service: 'lambda.amazonaws.com'}, Action: 'sts:AssumeRole'}]}");
    assertEquals(
        ROLES, template.names(ROLE, role -> role.path("AssumeRolePolicyDocument").equals(lambda)));
  }

  @Test
  @DisplayName("IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS, _FULL_ACCESS, CKV_AWS_62, 107 to 111")
  void noPolicyGrantsAWholeService(ExpandedTemplate template) {
    assertEquals(
        POLICIES,
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statements(policy.path("PolicyDocument")).stream()
                    .flatMap(
                        statement -> ExpandedTemplate.elements(statement.path("Action")).stream())
                    .map(JsonNode::asText)
                    .noneMatch(action -> action.equals("*") || action.endsWith(":*"))));
  }

  @Test
  @DisplayName("IAM no wildcard resource, CKV_AWS_63")
  void everyStatementNamesItsResource(ExpandedTemplate template) {
    assertEquals(
        POLICIES,
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statements(policy.path("PolicyDocument")).stream()
                    .filter(statement -> !statement.path("Sid").asText().equals("Textract"))
                    .flatMap(
                        statement -> ExpandedTemplate.elements(statement.path("Resource")).stream())
                    .allMatch(resource -> resource.isObject())));
  }

  @Test
  @DisplayName("Least privilege: Textract's jobs have no resource, so only two actions are let")
  void textractIsAskedForTextAndForNothingElse(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: Textract, Effect: Allow, Action: ['textract:GetDocumentTextDetection',"
                + " 'textract:StartDocumentTextDetection'], Resource: '*'}"),
        ExpandedTemplate.statement(
            template.properties("TextRecognitionPolicy").path("PolicyDocument"), "Textract"));
  }

  @Test
  @DisplayName("Confused deputy: Textract takes its role for this account alone")
  void textractMayOnlyTellItsTopic(ExpandedTemplate template) {
    var textract =
        yaml(
            "{Version: '2012-10-17', Statement: [{Effect: Allow,"
                + " Principal: {Service: 'textract.amazonaws.com'}, Action: 'sts:AssumeRole',"
                + " Condition: {StringEquals: {'aws:SourceAccount':"
                + " {Ref: 'AWS::AccountId'}}}}]}");
    assertEquals(
        Set.of("TextractRole"),
        template.names(ROLE, role -> role.path("AssumeRolePolicyDocument").equals(textract)));
  }

  @Test
  @DisplayName("KMS: the key is used through services only, never on bytes of a caller's choice")
  void theKeyIsUsedThroughServicesOnly(ExpandedTemplate template) {
    var users = new TreeSet<>(POLICIES);
    users.remove("TextRecognitionPolicy");
    assertEquals(
        users,
        template.names(
            POLICY,
            policy ->
                !ExpandedTemplate.statement(policy.path("PolicyDocument"), "Key")
                    .at("/Condition/StringEquals/kms:ViaService")
                    .isMissingNode()));
  }

  @Test
  @DisplayName(
      "Least privilege: only determine writes final determinations, only the API reads them")
  void onlyDetermineWritesFinalDeterminations(ExpandedTemplate template) {
    assertEquals(
        List.of(
            Set.of("DeterminePolicy"), Set.of("ApiPolicy", "DeterminePolicy"), Set.<String>of()),
        List.of(
            template.names(POLICY, policy -> ofFinals(policy, "s3:PutObject")),
            template.names(POLICY, policy -> policy.toString().contains("DeterminationsBucket")),
            template.names(
                POLICY,
                policy ->
                    ofFinals(policy, "Delete")
                        || ofFinals(policy, "Retention")
                        || ofFinals(policy, "LegalHold")
                        || ofFinals(policy, "s3:*"))));
  }

  private static boolean ofFinals(JsonNode policy, String action) {
    return ExpandedTemplate.statements(policy.path("PolicyDocument")).stream()
        .filter(statement -> statement.path("Resource").toString().contains("DeterminationsBucket"))
        .anyMatch(statement -> statement.path("Action").toString().contains(action));
  }

  @Test
  @DisplayName("Least privilege: only intake reads case files, and only under incoming/")
  void onlyIntakeReadsCaseFiles(ExpandedTemplate template) {
    assertEquals(
        Set.of("IntakePolicy", "RecognitionPolicy"),
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statements(policy.path("PolicyDocument")).stream()
                    .filter(
                        statement -> statement.path("Action").toString().contains("s3:GetObject"))
                    .anyMatch(
                        statement ->
                            statement.toString().contains("${CaseFilesBucket.Arn}/incoming/*"))));
  }

  @Test
  @DisplayName("Least privilege: a signed address lets its bearer put an upload and nothing else")
  void theApiPutsCaseFilesUnderIncomingOnly(ExpandedTemplate template) {
    assertEquals(
        yaml(
            "{Sid: Uploads, Effect: Allow, Action: 's3:PutObject',"
                + " Resource: {'Fn::Sub': '${CaseFilesBucket.Arn}/incoming/*'}}"),
        ExpandedTemplate.statement(
            template.properties("ApiPolicy").path("PolicyDocument"), "Uploads"));
  }

  @Test
  @DisplayName("Least privilege: the import reads published letters, and lists only them")
  void theImportReachesPublishedLettersOnly(ExpandedTemplate template) {
    assertEquals(
        yaml("[{'Fn::Sub': '${CaseFilesBucket.Arn}/published/*'}, 'published/*']"),
        yaml(
            "[%s, %s]"
                .formatted(
                    ExpandedTemplate.statement(
                            template.properties("ImportPolicy").path("PolicyDocument"), "Letters")
                        .path("Resource"),
                    ExpandedTemplate.statement(
                            template.properties("ImportMachinePolicy").path("PolicyDocument"),
                            "Listing")
                        .at("/Condition/StringLike/s3:prefix"))));
  }

  @Test
  @DisplayName("Labor Code 4610.6(f): who reviewers are is read by the API alone")
  void onlyTheApiReadsIdentities(ExpandedTemplate template) {
    var denied =
        yaml(
            "{Sid: NoIdentities, Effect: Deny, Action: ['dynamodb:GetItem', 'dynamodb:Query'],"
                + " Resource: [{'Fn::GetAtt': [CasesTable, Arn]},"
                + " {'Fn::Sub': '${CasesTable.Arn}/index/*'}], Condition:"
                + " {'ForAnyValue:StringLike': {'dynamodb:LeadingKeys': ['IDENTITY#*']}}}");
    assertEquals(
        Set.of(
            "IntakePolicy",
            "RecognitionPolicy",
            "ImportPolicy",
            "EvaluatePolicy",
            "DeterminePolicy",
            "SchedulePolicy"),
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statement(policy.path("PolicyDocument"), "NoIdentities")
                    .equals(denied)));
  }

  @Test
  @DisplayName("S3 answers 403 in place of 404 to a reader who may not list")
  void whoReadsABucketLearnsThatAnObjectIsMissing(ExpandedTemplate template) {
    assertEquals(
        Set.of(
            "IntakePolicy",
            "RecognitionPolicy",
            "ImportPolicy",
            "EvaluatePolicy",
            "DeterminePolicy",
            "ApiPolicy"),
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statement(policy.path("PolicyDocument"), "Missing")
                    .path("Action")
                    .asText()
                    .equals("s3:ListBucket")));
  }

  @Test
  @DisplayName("CKV_AWS_109, CKV_AWS_111: nothing is ever removed, and no lock is shortened")
  void noFunctionMayDelete(ExpandedTemplate template) {
    assertEquals(
        Set.of(),
        template.names(
            POLICY,
            policy ->
                ExpandedTemplate.statements(policy.path("PolicyDocument")).stream()
                    .flatMap(
                        statement -> ExpandedTemplate.elements(statement.path("Action")).stream())
                    .map(JsonNode::asText)
                    .anyMatch(REMOVAL.asPredicate())));
  }
}
