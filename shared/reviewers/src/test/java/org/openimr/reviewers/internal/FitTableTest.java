package org.openimr.reviewers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.ReviewItem;
import org.openimr.reviewers.Specialty;

class FitTableTest {
  private static final FitTable TABLE = FitTable.installed();

  @Test
  void hasASpecialtyWithALicenceForEachCategoryAndRegion() {
    var without = new ArrayList<String>();
    for (TreatmentCategory category : TreatmentCategory.values()) {
      for (Region region : Region.values()) {
        if (reviewers(category, region).isEmpty()) {
          without.add(category + " " + region);
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void usesEverySpecialty() {
    var used = EnumSet.noneOf(Specialty.class);
    for (TreatmentCategory category : TreatmentCategory.values()) {
      for (Region region : Region.values()) {
        used.addAll(reviewers(category, region));
      }
    }
    assertEquals(EnumSet.allOf(Specialty.class), used);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      textBlock =
          """
          CHIROPRACTIC         / LUMBAR_SPINE   / CHIROPRACTIC
          ACUPUNCTURE          / CERVICAL_SPINE / ACUPUNCTURE
          PSYCHOTHERAPY        / PSYCHE         / PSYCHOLOGY
          PSYCHOLOGICAL_TESTING/ HEAD           / NEUROPSYCHOLOGY
          OTHER_SURGERY        / FOOT           / PODIATRY
          OTHER_SERVICE        / JAW            / DENTISTRY
          CONSULTATION         / EYE            / OPTOMETRY
          """)
  void admitsTheLicencesOfOtherPhysicians(
      TreatmentCategory category, Region region, Specialty specialty) {
    assertEquals(true, reviewers(category, region).contains(specialty));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      textBlock =
          """
          OPIOID               / LUMBAR_SPINE / CHIROPRACTOR
          ANTIDEPRESSANT       / PSYCHE       / PSYCHOLOGIST
          SPINE_SURGERY        / LUMBAR_SPINE / PODIATRIST
          MRI                  / KNEE         / ACUPUNCTURIST
          OTHER_SURGERY        / EYE          / DENTIST
          CHIROPRACTIC         / FOOT         / PODIATRIST
          """)
  void keepsLicencesToTheirScope(TreatmentCategory category, Region region, LicenceKind kind) {
    assertEquals(false, TABLE.areas(item(category, region)).getFirst().kinds().contains(kind));
  }

  @Test
  void asksForEachRegionOfAnItem() {
    assertEquals(
        2,
        TABLE
            .areas(
                new ReviewItem(
                    1, TreatmentCategory.CONSULTATION, Set.of(Region.EYE, Region.LUMBAR_SPINE)))
            .size());
  }

  private static Set<Specialty> reviewers(TreatmentCategory category, Region region) {
    var area = TABLE.areas(item(category, region)).getFirst();
    return area.specialties().stream()
        .filter(one -> !Collections.disjoint(TABLE.licences(one), area.kinds()))
        .collect(Collectors.toSet());
  }

  private static ReviewItem item(TreatmentCategory category, Region region) {
    return new ReviewItem(1, category, Set.of(region));
  }
}
