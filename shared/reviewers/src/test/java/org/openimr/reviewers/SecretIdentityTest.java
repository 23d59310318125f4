package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reviewers.RosterCsv.Mode;

/** Plants a name wherever a roster takes text, and looks for it in all that comes out. */
class SecretIdentityTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Predicate<String> PLANTED = Pattern.compile("(?i)zzyzx|40404").asPredicate();
  private static final String HEADER =
      "pseudonym,family_name,given_name,email,licences,certifications,specialties,"
          + "practising_since,hours_per_week,qme,disciplined,affiliations\n";
  private static final String LINE =
      "RV-000001,Zzyzx,Zzyzxa,z@zzyzx.example,CA|MD|G 40404|UNRESTRICTED|2027-05-31,"
          + "ABMS|PAIN_MEDICINE|LIFETIME,PAIN_MEDICINE,2010-07-01,30,NO,NO,"
          + "THE_PARTY|SHAREHOLDER|Zzyzx Pain Clinic\n";
  private static final ReviewCase REVIEW =
      new ReviewCase(
          new CaseNumber("CM26-0000017"),
          DAY,
          List.of(new ReviewItem(1, TreatmentCategory.OPIOID, Set.of(Region.LUMBAR_SPINE))),
          List.of(
              new CaseParty(PartyRole.REQUESTING_PHYSICIAN, PartyKey.of("Zzyzx Pain Clinic")),
              new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Zzyzx Doe"))),
          Map.of());

  @Test
  void noTextOfAnyTypeHoldsThePlantedName() {
    assertEquals(List.of(), said(LINE).stream().filter(PLANTED).toList());
  }

  @Test
  void noProblemOfABadLineHoldsThePlantedName() {
    var bad = new ArrayList<String>();
    for (String cell : LINE.strip().split(",", -1)) {
      bad.add(LINE.replace(cell, "Zzyzx"));
      bad.add(LINE.replace(cell, "=Zzyzx"));
      bad.add(LINE.replace(cell, "Zzyzx|Zzyzx|Zzyzx|Zzyzx|Zzyzx"));
      bad.add(LINE.replace(cell, "Zzyzx|Zzyzx|Zzyzx"));
    }
    bad.add("Zzyzx,Zzyzx\n");
    bad.add("\"Zzyzx\"Zzyzx\n");
    assertEquals(
        List.of(),
        bad.stream()
            .flatMap(line -> read(HEADER + LINE + line).problems().stream())
            .map(ImportProblem::toString)
            .filter(PLANTED)
            .toList());
  }

  @Test
  void noProblemOfAFileWithoutColumnsHoldsThePlantedName() {
    assertEquals(false, PLANTED.test(read(LINE).problems().toString() + read("Zzyzx").problems()));
  }

  /** Free text is what can hold a name: the forms of the others leave no room for one. */
  @Test
  void onlyTheIdentityAndOurOwnSentencesAreFreeText() {
    assertEquals(
        List.of(
            // The ids of guideline topics and the names of treatment categories.
            "Decided.topic",
            "Explanation.rulesVersion",
            "Group.name",
            "ImportProblem.column",
            "ImportProblem.sentence",
            "LicenceNumber.number",
            "PartyKey.value",
            "Pseudonym.value",
            "Reason.sentence",
            "ReviewRule.passedOver",
            "ReviewRule.statement",
            "ReviewerIdentity.email",
            "ReviewerIdentity.familyName",
            "ReviewerIdentity.givenName",
            "ReviewerIdentity.partyNames",
            "Source.citation",
            "Source.note",
            "WrittenApproval.documentHash"),
        Types.records().stream()
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .filter(component -> component.getGenericType().getTypeName().contains("String"))
            .map(SecretIdentityTest::name)
            .sorted()
            .toList());
  }

  private static List<String> said(String line) {
    var imported = read(HEADER + line);
    var credentials = imported.credentials().getFirst();
    var choice = ReviewerChoice.choose(REVIEW, List.of(new Candidate(credentials, 0)));
    var assessment = choice.explanation().candidates().getFirst();
    var rules = ReviewRules.installed();
    return List.of(
        imported.toString(),
        imported.identities().getFirst().toString(),
        imported.identities().getFirst().licenceNumbers().toString(),
        credentials.toString(),
        ExpiryWatch.lapses(imported.credentials(), DAY, 1000).toString(),
        choice.toString(),
        rules.reasons(assessment, DAY).toString(),
        choice.explanation().whyNobody(rules).toString(),
        REVIEW.toString(),
        Assignment.assign(
                REVIEW.caseNumber(),
                credentials.pseudonym(),
                DAY,
                REVIEW.parties(),
                List.of(),
                Optional.empty())
            .toString());
  }

  private static RosterCsv.Imported read(String csv) {
    return RosterCsv.read(csv, List.of(), DAY, Mode.GOOD_LINES);
  }

  private static String name(RecordComponent component) {
    return String.format(
        Locale.ROOT, "%s.%s", component.getDeclaringRecord().getSimpleName(), component.getName());
  }
}
