package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.guidelines.internal.FakeRecord.amount;
import static org.openimr.guidelines.internal.FakeRecord.on;
import static org.openimr.guidelines.internal.FakeRecord.recognised;
import static org.openimr.guidelines.internal.FakeRecord.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Observation;

/** Facts that text recognition was not sure of settle nothing by themselves. */
class UnsureFactsTest {
  private static final ItemJudge JUDGE = new ItemJudge(TestPack.pack(), TestPack.dictionary());
  private static final Observation FUNCTION = truth("functionMeasured", true);

  @Test
  void leavesAnItemOpenThatAnUnsureFactWouldDecide() {
    var evaluation = opioid(recognised(79, FUNCTION));
    assertEquals(Decision.UNDETERMINED, evaluation.decision());
    assertEquals(
        new Shown(
            CriterionResult.NOT_READABLE,
            "What the record says on this was read by text recognition, which was not sure of it;"
                + " a person must look at the page.",
            List.of(Optional.of(79)),
            true),
        shown(evaluation, "functional-measure"));
  }

  @Test
  void saysWhyTheItemIsOpen() {
    assertEquals(
        true,
        opioid(recognised(60, FUNCTION))
            .conclusion()
            .contains("A passage that may decide the request was not read surely enough."));
  }

  @Test
  void decidesByARecognisedFactThatIsSure() {
    var evaluation = opioid(recognised(80, FUNCTION));
    assertEquals(Decision.OVERTURNED, evaluation.decision());
    assertEquals(List.of(Optional.of(80)), shown(evaluation, "functional-measure").confidence());
  }

  @Test
  void decidesWhereASurePassageSaysTheSame() {
    var evaluation = opioid(recognised(61, FUNCTION), FUNCTION);
    assertEquals(Decision.OVERTURNED, evaluation.decision());
    assertEquals(
        List.of(Optional.of(61), Optional.empty()),
        shown(evaluation, "functional-measure").confidence());
  }

  @Test
  void doesNotLetAnUnsureFactContradictASureOne() {
    var later = LocalDate.of(2015, 10, 20);
    var evaluation = opioid(FUNCTION, on(later, recognised(61, truth("functionMeasured", false))));
    assertEquals(CriterionResult.NOT_READABLE, shown(evaluation, "functional-measure").result());
  }

  @Test
  void keepsADecisionThatDoesNotRestOnTheUnsureFact() {
    var evaluation = opioid(FUNCTION, recognised(61, truth("returnToWork", true)));
    assertEquals(Decision.OVERTURNED, evaluation.decision());
    assertEquals(CriterionResult.NOT_READABLE, shown(evaluation, "returned-to-work").result());
  }

  private record Shown(
      CriterionResult result,
      String finding,
      List<Optional<Integer>> confidence,
      boolean searched) {}

  private static Shown shown(ItemEvaluation evaluation, String id) {
    Criterion criterion =
        evaluation.criteria().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return new Shown(
        criterion.result(),
        criterion.finding(),
        criterion.evidence().stream().map(Anchor::confidence).toList(),
        criterion.searched().isPresent());
  }

  private static ItemEvaluation opioid(Observation... more) {
    var observations =
        new java.util.ArrayList<Observation>(
            List.of(
                truth("onOpioid", true), amount("painWithoutMeds", 10), amount("painWithMeds", 7)));
    observations.addAll(List.of(more));
    return SampleCase.between(2015, 10, 21, 2015, 11, 12)
        .opioid(JUDGE, FakeRecord.of(observations.toArray(Observation[]::new)));
  }
}
