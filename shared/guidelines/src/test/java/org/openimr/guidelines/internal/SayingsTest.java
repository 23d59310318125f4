package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.guidelines.internal.FakeRecord.amount;
import static org.openimr.guidelines.internal.FakeRecord.truth;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.ItemEvaluation;

/** A finding says which half of an "or" held. */
class SayingsTest {
  private static final ItemJudge JUDGE = new ItemJudge(TestPack.pack(), TestPack.dictionary());
  private static final SampleCase CASE = SampleCase.between(2015, 10, 21, 2015, 11, 12);

  @Test
  void saysThatTheDoseIsWithinTheLimit() {
    assertEquals(
        "The daily dose of 40 mg of oral morphine is within the limit of 120 mg.",
        dose(FakeRecord.of(truth("onOpioid", true))));
  }

  @Test
  void saysThatASpecialistAgreesToMore() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true),
            amount("morphineEquivalentMgPerDay", 150),
            truth("painSpecialistReview", true),
            truth("functionMeasured", true));
    assertEquals(
        "The daily dose of 150 mg of oral morphine is above 120 mg, but a pain specialist agrees to"
            + " it and function is better.",
        dose(record));
  }

  @Test
  void leavesNoFindingThatNamesBothHalves() {
    var open = new TreeSet<String>();
    for (Topic topic : TestPack.pack().topics()) {
      for (Topic.Guideline guideline : topic.guidelines().values()) {
        guideline.criteria().stream()
            .filter(rule -> rule.met().stream().anyMatch(met -> met.text().contains(", or ")))
            .forEach(rule -> open.add(topic.id() + " " + rule.id()));
      }
    }
    assertEquals(List.of(), List.copyOf(open));
  }

  private static String dose(FakeRecord record) {
    ItemEvaluation judged = CASE.opioid(JUDGE, record);
    return judged.criteria().stream()
        .filter(criterion -> criterion.id().equals("dose-limit"))
        .findFirst()
        .map(criterion -> criterion.finding())
        .orElseThrow();
  }
}
