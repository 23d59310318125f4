package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewRulesTest {
  private static final ReviewRules RULES = ReviewRules.installed();

  @Test
  void hasEachRuleOnceInOrder() {
    assertEquals(Arrays.asList(RuleId.values()), RULES.all().stream().map(ReviewRule::id).toList());
  }

  @Test
  void givesEachRuleItsSentencesAndItsSource() {
    assertEquals(
        List.of(),
        RULES.all().stream()
            .filter(
                rule ->
                    !rule.statement().endsWith(".")
                        || !rule.passedOver().endsWith(".")
                        || rule.source().citation().isEmpty())
            .map(ReviewRule::id)
            .toList());
  }

  @Test
  void marksWhatOfTheStatuteWasNotAtHand() {
    assertEquals(
        List.of(
            RuleId.LICENCE,
            RuleId.LICENCE_KIND,
            RuleId.CERTIFICATION,
            RuleId.NOT_QME,
            RuleId.NO_DISCIPLINE,
            RuleId.TIE_OTHER,
            RuleId.FIRST_REVIEW,
            RuleId.CALIFORNIA),
        RULES.all().stream()
            .filter(rule -> !rule.source().verified())
            .map(ReviewRule::id)
            .toList());
  }
}
