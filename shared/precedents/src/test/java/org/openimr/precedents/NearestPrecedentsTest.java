package org.openimr.precedents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.precedents.NearestPrecedents.Count;
import org.openimr.precedents.NearestPrecedents.Kind;
import org.openimr.precedents.NearestPrecedents.Match;

class NearestPrecedentsTest {
  private static final CaseNumber OWN = new CaseNumber("CM15-0000001");
  private static final ItemProfile ITEM =
      profile(
          "mri-knee",
          List.of(Region.KNEE),
          Map.of("exam", CriterionResult.MET, "trial", CriterionResult.NOT_DOCUMENTED));

  @Test
  void ordersByDistanceThenTheLaterDecidedThenCaseAndItem() {
    var opposed = with(2, Map.of("exam", CriterionResult.NOT_MET), "2016-01-01");
    var older = precedent(3, 1, "2014-05-01", ITEM, Decision.UPHELD);
    var newer = precedent(4, 2, "2016-05-01", ITEM, Decision.OVERTURNED);
    var newerToo = precedent(4, 1, "2016-05-01", ITEM, Decision.UPHELD);
    var undated = precedent(5, 1, "", ITEM, Decision.UPHELD);
    assertEquals(
        List.of(newerToo, newer, older, undated, opposed),
        listed(opposed, older, newer, newerToo, undated));
  }

  @Test
  void givesTheSameForAnyOrderAndRepetition() {
    var candidates =
        new ArrayList<>(
            List.of(
                with(2, Map.of("exam", CriterionResult.NOT_MET), "2016-01-01"),
                precedent(3, 1, "2014-05-01", ITEM, Decision.UPHELD),
                precedent(4, 2, "2016-05-01", ITEM, Decision.OVERTURNED)));
    var nearest = NearestPrecedents.of(OWN, ITEM, candidates, 5);
    candidates.addAll(List.copyOf(candidates));
    Collections.reverse(candidates);
    assertEquals(nearest, NearestPrecedents.of(OWN, ITEM, candidates, 5));
  }

  @Test
  void leavesOutTheOwnCaseOtherCategoriesAndOtherRegions() {
    var own = new Precedent(OWN, 1, Optional.empty(), ITEM, Decision.UPHELD, "pack");
    var shoulder =
        precedent(
            6,
            1,
            "",
            profile("mri-knee", List.of(Region.SHOULDER), ITEM.criteria()),
            Decision.UPHELD);
    var ofNoRegion =
        precedent(7, 1, "", profile("mri-knee", List.of(), ITEM.criteria()), Decision.UPHELD);
    var scan =
        precedent(
            8,
            1,
            "",
            new ItemProfile(
                TreatmentCategory.CT,
                ITEM.regions(),
                ITEM.topic(),
                ITEM.edition(),
                ITEM.criteria()),
            Decision.UPHELD);
    assertEquals(List.of(), listed(own, shoulder, ofNoRegion, scan));
  }

  @Test
  void comparesItemsOfNoRegionWithEachOther() {
    var item = profile("mri-knee", List.of(), ITEM.criteria());
    var other = precedent(7, 1, "", item, Decision.UPHELD);
    assertEquals(
        List.of(new Match(other, new Distance(0, List.of()))),
        NearestPrecedents.of(OWN, item, List.of(other), 5).nearest());
  }

  @Test
  void saysInWordsWhatDiffers() {
    var other =
        new ItemProfile(
            TreatmentCategory.MRI,
            List.of(Region.ANKLE, Region.KNEE),
            ITEM.topic(),
            Optional.of(Edition.M2009),
            new TreeMap<>(
                Map.of("exam", CriterionResult.NOT_MET, "plain-film", CriterionResult.MET)));
    assertEquals(
        new Distance(
            10 + 5 + 5 + 2 + 1,
            List.of(
                "exam: NOT_MET, here MET",
                "plain-film: MET, here none",
                "trial: none, here NOT_DOCUMENTED",
                "regions: [KNEE, ANKLE], here [KNEE]",
                "edition: M2009, here M2015")),
        Distance.between(ITEM, other));
  }

  @Test
  void comparesNoCriteriaOfAnotherTopic() {
    assertEquals(
        new Distance(100, List.of("topic: mri-leg, here mri-knee")),
        Distance.between(ITEM, profile("mri-leg", ITEM.regions(), Map.of())));
  }

  @Test
  void countsOutcomesByHowMuchIsAlike() {
    var candidates =
        List.of(
            precedent(2, 1, "", ITEM, Decision.OVERTURNED),
            precedent(3, 1, "", ITEM, Decision.UPHELD),
            with(4, Map.of("exam", CriterionResult.NOT_MET), ""),
            precedent(5, 1, "", profile("mri-leg", ITEM.regions(), Map.of()), Decision.OVERTURNED));
    assertEquals(
        List.of(
            new Count(Kind.SAME_CRITERIA, 1, 1),
            new Count(Kind.SAME_TOPIC, 2, 1),
            new Count(Kind.SAME_CATEGORY_AND_REGION, 2, 2)),
        NearestPrecedents.of(OWN, ITEM, candidates, 1).counts());
  }

  @Test
  void listsNoMoreThanItWasAskedFor() {
    assertEquals(
        1,
        NearestPrecedents.of(
                OWN,
                ITEM,
                List.of(
                    precedent(2, 1, "", ITEM, Decision.UPHELD),
                    precedent(3, 1, "", ITEM, Decision.UPHELD)),
                1)
            .nearest()
            .size());
  }

  @Test
  void spellsThePatternInTheOrderOfTheCriteria() {
    var every = new TreeMap<String, CriterionResult>();
    for (CriterionResult result : CriterionResult.values()) {
      every.put("c" + every.size(), result);
    }
    assertEquals("MCDUA", profile("t", List.of(), every).pattern());
  }

  private static List<Precedent> listed(Precedent... candidates) {
    return NearestPrecedents.of(OWN, ITEM, List.of(candidates), 9).nearest().stream()
        .map(Match::precedent)
        .toList();
  }

  private static Precedent with(int number, Map<String, CriterionResult> criteria, String decided) {
    return precedent(
        number, 1, decided, profile("mri-knee", ITEM.regions(), criteria), Decision.UPHELD);
  }

  private static Precedent precedent(
      int number, int item, String decided, ItemProfile profile, Decision outcome) {
    return new Precedent(
        new CaseNumber("CM15-000000" + number),
        item,
        Optional.of(decided).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        profile,
        outcome,
        "pack");
  }

  private static ItemProfile profile(
      String topic, List<Region> regions, Map<String, CriterionResult> criteria) {
    return new ItemProfile(
        TreatmentCategory.MRI,
        regions,
        Optional.of(topic),
        Optional.of(Edition.M2015),
        new TreeMap<>(criteria));
  }
}
