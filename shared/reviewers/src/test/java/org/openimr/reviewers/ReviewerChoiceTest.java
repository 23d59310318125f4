package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.reviewers.SampleReviewer.NEXT_YEAR;
import static org.openimr.reviewers.SampleReviewer.TODAY;
import static org.openimr.reviewers.SampleReviewer.certified;
import static org.openimr.reviewers.SampleReviewer.employedBy;
import static org.openimr.reviewers.SampleReviewer.fit;
import static org.openimr.reviewers.SampleReviewer.licence;
import static org.openimr.reviewers.SampleReviewer.paidBy;
import static org.openimr.reviewers.SampleReviewer.specialist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reviewers.Explanation.ItemCoverage;
import org.openimr.reviewers.Explanation.RuleCount;

class ReviewerChoiceTest {
  private static final CaseNumber CASE = new CaseNumber("CM26-0000017");
  private static final ReviewItem MASSAGE =
      new ReviewItem(1, TreatmentCategory.MASSAGE, Set.of(Region.CERVICAL_SPINE));
  private static final ReviewItem PSYCHOTHERAPY =
      new ReviewItem(2, TreatmentCategory.PSYCHOTHERAPY, Set.of(Region.PSYCHE));
  private static final List<CaseParty> PARTIES =
      List.of(
          party(PartyRole.EMPLOYEE, "Jo Doe"),
          party(PartyRole.EMPLOYER, "Harbor Freight"),
          party(PartyRole.CLAIMS_ADMINISTRATOR, "Harbor Mutual"),
          party(PartyRole.REQUESTING_PHYSICIAN, "Ana Nunez"),
          party(PartyRole.INSTITUTION, "Bay Surgery Center"),
          party(PartyRole.MANUFACTURER, "Volt Devices"),
          party(PartyRole.OFFICER, "Max Chief"),
          party(PartyRole.ATTORNEY, "Law Office of Pat Roe"));

  static List<Arguments> misfits() {
    var lapsed =
        new Licence(UsState.NC, LicenceKind.MD, LicenceStatus.UNRESTRICTED, TODAY.minusDays(1));
    var restricted = new Licence(UsState.NC, LicenceKind.MD, LicenceStatus.RESTRICTED, NEXT_YEAR);
    var uncertified =
        new BoardCertification(
            Board.ABMS,
            Specialty.PHYSICAL_MEDICINE_REHABILITATION,
            Optional.of(TODAY.minusDays(1)));
    var unrecognized =
        new BoardCertification(
            Board.ABPS, Specialty.PHYSICAL_MEDICINE_REHABILITATION, Optional.of(NEXT_YEAR));
    var one = fit("RV-000001");
    return List.of(
        Arguments.of(one.holding(lapsed), Set.of(RuleId.LICENCE)),
        Arguments.of(one.holding(restricted), Set.of(RuleId.LICENCE, RuleId.NO_DISCIPLINE)),
        Arguments.of(
            one.holding(licence(UsState.CA, LicenceKind.MD), restricted),
            Set.of(RuleId.NO_DISCIPLINE)),
        Arguments.of(one.certifiedBy(), Set.of(RuleId.CERTIFICATION)),
        Arguments.of(one.certifiedBy(uncertified), Set.of(RuleId.CERTIFICATION)),
        Arguments.of(one.certifiedBy(unrecognized), Set.of(RuleId.CERTIFICATION)),
        Arguments.of(
            one.certifiedBy(certified(Specialty.OPHTHALMOLOGY)), Set.of(RuleId.CERTIFICATION)),
        Arguments.of(one.practising(Specialty.OPHTHALMOLOGY), Set.of(RuleId.SPECIALTY)),
        Arguments.of(
            SampleReviewer.of("RV-000001", LicenceKind.CHIROPRACTOR, Specialty.CHIROPRACTIC),
            Set.of(RuleId.LICENCE_KIND, RuleId.SPECIALTY)),
        Arguments.of(one.inPractice(TODAY.minusYears(5), 30), Set.of(RuleId.ACTIVE_PRACTICE)),
        Arguments.of(one.inPractice(TODAY.minusYears(9), 23), Set.of(RuleId.WEEKLY_HOURS)),
        Arguments.of(one.standing(true, false), Set.of(RuleId.NOT_QME)),
        Arguments.of(one.standing(false, true), Set.of(RuleId.NO_DISCIPLINE)),
        Arguments.of(one.affiliated(employedBy("HARBOR FREIGHT, Inc.")), Set.of(RuleId.TIE_PAYER)),
        Arguments.of(one.affiliated(paidBy("Harbor Mutual", "5.01")), Set.of(RuleId.TIE_PAYER)),
        Arguments.of(
            one.affiliated(tie("Harbor Mutual", Link.ITS_PROVIDER_NETWORK)),
            Set.of(RuleId.TIE_PAYER)),
        Arguments.of(
            one.affiliated(
                new Affiliation(
                    PartyKey.of("Harbor Mutual"),
                    Link.AN_OFFICER,
                    new Tie.Familial(Tie.Relative.SPOUSE))),
            Set.of(RuleId.TIE_MANAGEMENT)),
        Arguments.of(one.affiliated(employedBy("Max Chief")), Set.of(RuleId.TIE_MANAGEMENT)),
        Arguments.of(one.affiliated(employedBy("Nunez, Ana MD")), Set.of(RuleId.TIE_PROVIDER)),
        Arguments.of(
            one.affiliated(employedBy("Bay Surgery Center")), Set.of(RuleId.TIE_INSTITUTION)),
        Arguments.of(one.affiliated(paidBy("Volt Devices", "40")), Set.of(RuleId.TIE_MAKER)),
        Arguments.of(
            one.affiliated(tie("Jo Doe", Link.IMMEDIATE_FAMILY)), Set.of(RuleId.TIE_EMPLOYEE)),
        Arguments.of(
            one.affiliated(employedBy("Law Office of Pat Roe")), Set.of(RuleId.TIE_OTHER)));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void passesOverByTheRule(SampleReviewer reviewer, Set<RuleId> against) {
    assertEquals(new TreeSet<>(against), against(choose(reviewer)));
  }

  static List<SampleReviewer> free() {
    var one = fit("RV-000001");
    return List.of(
        one,
        one.inPractice(TODAY.minusYears(5).minusDays(1), 24),
        one.holding(new Licence(UsState.NC, LicenceKind.MD, LicenceStatus.UNRESTRICTED, TODAY)),
        one.affiliated(employedBy("Somebody Else")),
        one.affiliated(paidBy("Harbor Mutual", "5.00")),
        one.affiliated(
            new Affiliation(
                PartyKey.of("Bay Surgery Center"),
                Link.THE_PARTY,
                new Tie.Professional(Tie.Relation.STAFF_PRIVILEGES))),
        one.affiliated(tie("Bay Surgery Center", Link.AN_OFFICER)));
  }

  @ParameterizedTest
  @MethodSource("free")
  void takesWhoFitsAndIsFree(SampleReviewer reviewer) {
    assertEquals(Optional.of("RV-000001"), taken(choose(reviewer)));
  }

  @Test
  void takesAChiropractorWithoutABoardForChiropractic() {
    var chiropractic =
        new ReviewItem(1, TreatmentCategory.CHIROPRACTIC, Set.of(Region.LUMBAR_SPINE));
    assertEquals(
        Optional.of("RV-000001"),
        taken(
            choose(
                review(chiropractic),
                SampleReviewer.of("RV-000001", LicenceKind.CHIROPRACTOR, Specialty.CHIROPRACTIC))));
  }

  @Test
  void doesNotAskAboutEvaluatorsBeforeTheRuleCounts() {
    var early =
        new ReviewCase(CASE, LocalDate.parse("2013-12-31"), List.of(MASSAGE), PARTIES, Map.of());
    assertEquals(
        Optional.of("RV-000001"),
        taken(
            choose(
                early,
                fit("RV-000001")
                    .inPractice(LocalDate.parse("2001-01-01"), 30)
                    .standing(true, false))));
  }

  @Test
  void prefersACaliforniaLicenceThenFewerOpenCases() {
    var choice =
        choose(
            fit("RV-000001"),
            fit("RV-000002").holding(licence(UsState.CA, LicenceKind.MD)).busy(7),
            fit("RV-000003").holding(licence(UsState.CA, LicenceKind.MD)).busy(3));
    assertEquals(
        List.of("RV-000001 FITS CALIFORNIA", "RV-000002 FITS OPEN_CASES", "RV-000003 TAKEN"),
        standings(choice));
  }

  @Test
  void makesTheSameChoiceInAnyOrder() {
    var roster =
        new ArrayList<>(
            IntStream.range(0, 60)
                .mapToObj(n -> fit("RV-%06d".formatted(n)).busy(n % 2).candidate())
                .toList());
    var choice = ReviewerChoice.choose(review(MASSAGE), roster);
    Collections.shuffle(roster, new Random(7));
    assertEquals(choice, ReviewerChoice.choose(review(MASSAGE), roster));
  }

  @Test
  void letsEqualsTakeTurns() {
    var roster =
        IntStream.range(0, 5).mapToObj(n -> fit("RV-%06d".formatted(n)).candidate()).toList();
    var taken = new TreeSet<String>();
    for (int number = 1; number <= 100; number++) {
      taken.add(
          taken(
                  ReviewerChoice.choose(
                      new ReviewCase(
                          new CaseNumber("CM26-%07d".formatted(number)),
                          TODAY,
                          List.of(MASSAGE),
                          PARTIES,
                          Map.of()),
                      roster))
              .orElseThrow());
    }
    assertEquals(5, taken.size());
  }

  @Test
  void passesOverWhoIsBarred() {
    var again =
        new ReviewCase(
            CASE,
            TODAY,
            List.of(MASSAGE),
            PARTIES,
            Map.of(
                new Pseudonym("RV-000001"),
                ReviewCase.Bar.DECLARED_TIE,
                new Pseudonym("RV-000002"),
                ReviewCase.Bar.DECIDED_BEFORE,
                new Pseudonym("RV-000003"),
                ReviewCase.Bar.BY_IDENTITY));
    assertEquals(
        List.of(
            new RuleCount(RuleId.NO_DECLARED_TIE, 1, 1),
            new RuleCount(RuleId.FIRST_REVIEW, 1, 1),
            new RuleCount(RuleId.FREE_BY_IDENTITY, 1, 1)),
        choose(again, fit("RV-000001"), fit("RV-000002"), fit("RV-000003")).explanation().counts());
  }

  @Test
  void countsWhomEachRulePassesOverWhereNobodyFits() {
    var explanation =
        choose(
                fit("RV-000001").standing(true, true),
                fit("RV-000002").standing(true, false),
                fit("RV-000003").certifiedBy())
            .explanation();
    assertEquals(
        List.of(
            new RuleCount(RuleId.NOT_QME, 2, 1),
            new RuleCount(RuleId.CERTIFICATION, 1, 1),
            new RuleCount(RuleId.NO_DISCIPLINE, 1, 0)),
        explanation.counts());
  }

  @Test
  void saysWhyNobodyFits() {
    var choice =
        choose(
            review(MASSAGE, PSYCHOTHERAPY),
            fit("RV-000001"),
            fit("RV-000002").standing(true, false));
    assertEquals(
        List.of(
            "None of 2 candidates fits the case.",
            "No candidate fits item 2.",
            "A physician or surgeon is currently certified by a recognized board in an area that"
                + " fits every item. Passes over 2, 0 of them alone.",
            "Is of the same or a similar specialty as those who evaluate or treat every disputed"
                + " item. Passes over 2, 0 of them alone.",
            "Is not a qualified medical evaluator. Passes over 1, 0 of them alone."),
        choice.explanation().whyNobody(ReviewRules.installed()));
  }

  @Test
  void saysThatTheItemsNeedTwoReviewers() {
    var explanation =
        choose(
                review(MASSAGE, PSYCHOTHERAPY),
                fit("RV-000001"),
                specialist("RV-000002", Specialty.PSYCHIATRY))
            .explanation();
    assertEquals(List.of(new ItemCoverage(1, 1), new ItemCoverage(2, 1)), explanation.coverage());
    assertEquals(
        "Each item has a candidate, and nobody fits all of them. More than one reviewer needs the"
            + " Administrative Director's written approval.",
        explanation.whyNobody(ReviewRules.installed()).get(1));
  }

  @Test
  void takesWhoFitsEveryItem() {
    assertEquals(
        Optional.of("RV-000003"),
        taken(
            choose(
                review(MASSAGE, PSYCHOTHERAPY),
                fit("RV-000001"),
                specialist("RV-000002", Specialty.PSYCHIATRY),
                fit("RV-000003")
                    .certifiedBy(
                        certified(Specialty.PHYSICAL_MEDICINE_REHABILITATION),
                        certified(Specialty.PSYCHIATRY))
                    .practising(
                        Specialty.PHYSICAL_MEDICINE_REHABILITATION, Specialty.PSYCHIATRY))));
  }

  @Test
  void givesAReasonForEachRule() {
    var choice =
        choose(
            review(MASSAGE, PSYCHOTHERAPY),
            fit("RV-000001").affiliated(tie("Harbor Mutual", Link.ITS_PROVIDER_NETWORK)));
    var against =
        ReviewRules.installed()
            .reasons(choice.explanation().candidates().getFirst(), TODAY)
            .stream()
            .filter(reason -> !reason.met())
            .toList();
    assertEquals(
        List.of(
            new Reason(
                RuleId.CERTIFICATION,
                false,
                "No current certification by a recognized board is in an area that fits item 2."),
            new Reason(
                RuleId.SPECIALTY,
                false,
                "No specialty of the reviewer is the same as or similar to those that treat item"
                    + " 2."),
            new Reason(
                RuleId.TIE_PAYER,
                false,
                "Has a tie to a party: professional, to the claims administrator through its"
                    + " provider network.")),
        against);
  }

  @Test
  void explainsWhoIsTakenByEveryRule() {
    var choice = choose(fit("RV-000001"));
    assertEquals(
        List.of(RuleId.values()),
        ReviewRules.installed()
            .reasons(choice.explanation().candidates().getFirst(), TODAY)
            .stream()
            .filter(Reason::met)
            .map(Reason::rule)
            .toList());
  }

  @Test
  void saysWhichPartiesAreNotNamed() {
    var review = new ReviewCase(CASE, TODAY, List.of(MASSAGE), PARTIES.subList(0, 2), Map.of());
    assertEquals(
        Set.of(PartyRole.CLAIMS_ADMINISTRATOR, PartyRole.REQUESTING_PHYSICIAN),
        choose(review, fit("RV-000001")).explanation().notNamed());
  }

  @Test
  void waitsWithAnEmptyRoster() {
    assertEquals(
        List.of("None of 0 candidates fits the case.", "No candidate fits item 1."),
        choose(review(MASSAGE)).explanation().whyNobody(ReviewRules.installed()));
  }

  private static ReviewCase review(ReviewItem... items) {
    return new ReviewCase(CASE, TODAY, List.of(items), PARTIES, Map.of());
  }

  private static Choice choose(SampleReviewer... reviewers) {
    return choose(review(MASSAGE), reviewers);
  }

  private static Choice choose(ReviewCase review, SampleReviewer... reviewers) {
    return ReviewerChoice.choose(
        review, List.of(reviewers).stream().map(SampleReviewer::candidate).toList());
  }

  private static Set<RuleId> against(Choice choice) {
    return choice.explanation().candidates().getFirst().against();
  }

  private static Optional<String> taken(Choice choice) {
    return switch (choice) {
      case Choice.Chosen(var reviewer, var explanation) -> Optional.of(reviewer.value());
      case Choice.NobodyFits(var explanation) -> Optional.empty();
    };
  }

  private static List<String> standings(Choice choice) {
    return choice.explanation().candidates().stream()
        .map(
            one ->
                one.reviewer()
                    + " "
                    + one.standing()
                    + one.rankedBy().map(rule -> " " + rule).orElse(""))
        .toList();
  }

  private static CaseParty party(PartyRole role, String name) {
    return new CaseParty(role, PartyKey.of(name));
  }

  private static Affiliation tie(String party, Link link) {
    return new Affiliation(PartyKey.of(party), link, new Tie.Professional(Tie.Relation.CONTRACTOR));
  }
}
