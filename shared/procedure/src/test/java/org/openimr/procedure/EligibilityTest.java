package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.decided;
import static org.openimr.procedure.Papers.paper;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.ServiceMethod;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.procedure.EligibilityFinding.Standing;

class EligibilityTest {
  private static final DisputedItem MASSAGE =
      decided("Massage cervical spine Qty 6", UtilizationDecision.DENIED, 0);
  private static final CaseDocument APPLICATION =
      paper("a", DocumentType.APPLICATION, "2015-10-28", "application");

  /** Vector T35 is the second line: day 33 is late under 30 days and in time under 30 and 5. */
  @ParameterizedTest
  @CsvSource({
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, MAIL,       2015-11-20, -",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, MAIL,       2015-11-23, -",
    "SERVICE_DAY_ONLY, 2015-10-21, 2015-10-21, MAIL,       2015-11-23, FOUND",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, MAIL,       2015-11-26, FOUND",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, ELECTRONIC, 2015-11-23, FOUND",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, ,           2015-11-20, -",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, ,           2015-11-23, POSSIBLE",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-21, ,           2015-11-26, FOUND",
    "MAIL_PLUS_5,      2015-10-21, 2015-10-26, ELECTRONIC, 2015-11-25, -",
    "MAIL_PLUS_5,      2015-10-21, ,           ,           2015-12-24, POSSIBLE",
    "MAIL_PLUS_5,      ,           ,           MAIL,       2015-12-24, -"
  })
  void flagsALateApplication(
      FilingPolicy policy,
      LocalDate decided,
      LocalDate served,
      ServiceMethod method,
      LocalDate received,
      String standing) {
    var fields = filed(decided, served, method, received);
    assertEquals(
        standing.equals("-")
            ? Map.of()
            : Map.of(EligibilityRule.E02_FILED_LATE, Standing.valueOf(standing)),
        standings(
            fields, Liability.NOT_DISPUTED, policy, List.of(), EligibilityRule.E02_FILED_LATE));
  }

  @Test
  void asksAboutAnApplicationThatIsLateOnlyForADrugOfTheFormulary() {
    var decided = LocalDate.parse("2018-10-22");
    var fields =
        filed(
            decided,
            decided,
            ServiceMethod.ELECTRONIC,
            LocalDate.parse("2018-11-05"),
            new DisputedItem(
                "Norco 10/325mg #60",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    assertEquals(
        Map.of(EligibilityRule.E02_FILED_LATE, Standing.POSSIBLE),
        standings(
            fields,
            Liability.NOT_DISPUTED,
            FilingPolicy.MAIL_PLUS_5,
            List.of(),
            EligibilityRule.E02_FILED_LATE));
  }

  @Test
  void saysHowALateApplicationWasCounted() {
    var fields =
        filed(
            LocalDate.parse("2015-10-21"),
            LocalDate.parse("2015-10-21"),
            ServiceMethod.MAIL,
            LocalDate.parse("2015-11-27"));
    assertEquals(
        "The application came on 2015-11-27; counted from service, its last day was 2015-11-25.",
        findings(fields).getFirst().reason());
  }

  @Test
  void namesTheItemsThatWereDeniedForWantOfInformation() {
    var fields =
        items(
            MASSAGE,
            decided("MRI lumbar spine", UtilizationDecision.CONDITIONAL, 0),
            decided("TENS unit", UtilizationDecision.APPROVED, 1));
    assertEquals(
        Map.of(
            EligibilityRule.E04_CONDITIONAL_DENIAL,
            List.of(2),
            EligibilityRule.E08_NOTHING_DISPUTED,
            List.of(3)),
        Map.of(
            EligibilityRule.E04_CONDITIONAL_DENIAL,
            of(findings(fields), EligibilityRule.E04_CONDITIONAL_DENIAL).items(),
            EligibilityRule.E08_NOTHING_DISPUTED,
            of(findings(fields), EligibilityRule.E08_NOTHING_DISPUTED).items()));
  }

  @ParameterizedTest
  @CsvSource({
    "2015-10-21, massage of cervical spine Qty 6, FOUND",
    ",           massage of cervical spine Qty 6, POSSIBLE",
    "2014-10-21, massage of cervical spine Qty 6, -",
    "2015-10-21, massage of lumbar spine Qty 6,   -"
  })
  void findsADisputeThatWasDecidedBefore(LocalDate decision, String treatment, String standing) {
    var prior =
        new PriorDecision(
            new CaseNumber("CM15-0000009"),
            Optional.ofNullable(decision),
            List.of(DisputedItem.of("Office visit"), DisputedItem.of(treatment)));
    assertEquals(
        standing.equals("-")
            ? Map.of()
            : Map.of(EligibilityRule.E05_DUPLICATE, Standing.valueOf(standing)),
        standings(
            fields("2015-10-21", "2015-01-05", MASSAGE),
            Liability.NOT_DISPUTED,
            FilingPolicy.MAIL_PLUS_5,
            List.of(prior),
            EligibilityRule.E05_DUPLICATE));
  }

  /** Only the claims administrator's own word, and only if it is not contradicted. */
  @ParameterizedTest
  @CsvSource({
    "NOT_DISPUTED,   -",
    "DISPUTED,       DEFERS",
    "SAID_BOTH_WAYS, POSSIBLE",
    "READ_IN_PAPERS, POSSIBLE"
  })
  void defersOnTheClaimsAdministratorsOwnWord(Liability liability, String standing) {
    assertEquals(
        standing.equals("-")
            ? Map.of()
            : Map.of(EligibilityRule.E06_LIABILITY_DISPUTED, Standing.valueOf(standing)),
        standings(
            items(MASSAGE),
            liability,
            FilingPolicy.MAIL_PLUS_5,
            List.of(),
            EligibilityRule.E06_LIABILITY_DISPUTED));
  }

  @ParameterizedTest
  @CsvSource({
    "2012-12-31, 2013-06-30, FOUND",
    "2012-12-31, 2013-07-01, -",
    "2013-01-01, 2013-06-30, -",
    ",           2013-06-30, POSSIBLE"
  })
  void findsADecisionOfBeforeReviewExisted(String injury, String decision, String standing) {
    assertEquals(
        standing.equals("-")
            ? Map.of()
            : Map.of(EligibilityRule.E07_BEFORE_REVIEW_EXISTED, Standing.valueOf(standing)),
        standings(
            fields(decision, injury, MASSAGE),
            Liability.NOT_DISPUTED,
            FilingPolicy.MAIL_PLUS_5,
            List.of(),
            EligibilityRule.E07_BEFORE_REVIEW_EXISTED));
  }

  @Test
  void findsNothingToJudgeByInAnEmptyApplication() {
    assertEquals(
        List.of(
            new EligibilityFinding(
                EligibilityRule.E03_DECISION_NOT_ATTACHED,
                Standing.FOUND,
                "The utilization review decision is not in the file. The case goes on without it.",
                List.of()),
            new EligibilityFinding(
                EligibilityRule.E09_APPLICATION_INCOMPLETE,
                Standing.POSSIBLE,
                "Nothing that could be read identifies the worker, the claim, the treatment.",
                List.of())),
        findings(CaseFields.UNKNOWN));
  }

  @Test
  void leavesToStaffWhatNoPaperTells() {
    assertEquals(
        EnumSet.of(
            EligibilityRule.E01_NOT_SIGNED,
            EligibilityRule.E10_OUTSIDE_THE_SYSTEM,
            EligibilityRule.E11_NO_STANDING),
        EnumSet.copyOf(
            Arrays.stream(EligibilityRule.values())
                .filter(rule -> rule.decides() == EligibilityRule.Decides.STAFF)
                .toList()));
  }

  private static EligibilityFinding of(List<EligibilityFinding> findings, EligibilityRule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).findFirst().orElseThrow();
  }

  private static Map<EligibilityRule, Standing> standings(
      CaseFields fields,
      Liability liability,
      FilingPolicy policy,
      List<PriorDecision> prior,
      EligibilityRule rule) {
    return Eligibility.screen(file(fields), liability, prior, policy).stream()
        .filter(finding -> finding.rule() == rule)
        .collect(
            java.util.stream.Collectors.toMap(
                EligibilityFinding::rule, EligibilityFinding::standing));
  }

  private static List<EligibilityFinding> findings(CaseFields fields) {
    return Eligibility.screen(
        file(fields), Liability.NOT_DISPUTED, List.of(), FilingPolicy.MAIL_PLUS_5);
  }

  private static CaseFile file(CaseFields fields) {
    return new CaseFile(Papers.CASE, fields, List.of(APPLICATION), Map.of(), List.of());
  }

  private static CaseFields items(DisputedItem... items) {
    return fields("2015-10-21", "2015-01-05", items);
  }

  private static CaseFields fields(String decision, String injury, DisputedItem... items) {
    return Papers.fields(
        Employee.UNKNOWN,
        Optional.ofNullable(injury).map(LocalDate::parse),
        Optional.ofNullable(decision).map(LocalDate::parse),
        List.of(items));
  }

  private static CaseFields filed(
      LocalDate decided, LocalDate served, ServiceMethod method, LocalDate received) {
    return filed(decided, served, method, received, MASSAGE);
  }

  private static CaseFields filed(
      LocalDate decided,
      LocalDate served,
      ServiceMethod method,
      LocalDate received,
      DisputedItem item) {
    var unknown = CaseFields.UNKNOWN;
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(received),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(decided),
        Optional.ofNullable(served),
        Optional.ofNullable(method),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        unknown.employee(),
        Optional.empty(),
        List.of(),
        List.of(item));
  }
}
