package org.openimr.guidelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.ItemEvaluation;

/** The sample case file, read and judged with the installed pack. */
class SampleFileTest {
  private static final String SIX = "Massage therapy to cervical spine (sessions) Qty 6";
  private static final String TWELVE = "Massage therapy to cervical spine (sessions) Qty 12";
  private static final String PAIN = "Pain is rated 10 out of 10";
  private static final String FUNCTION =
      "With the medication she can sit for 45 minutes, up from 20 minutes without it. ";

  @Test
  void findsSixMassageVisitsNecessary() throws IOException {
    assertEquals(
        "OVERTURNED {active-care=MET, adjunct-care=NOT_APPLICABLE, earlier-visits=MET,"
            + " quantity-stated=MET, visit-limit=MET}",
        summary(judge(PAIN, PAIN, SIX, 0)));
  }

  @Test
  void findsTwelveMassageVisitsNotNecessary() throws IOException {
    assertEquals(
        "UPHELD {active-care=MET, adjunct-care=NOT_APPLICABLE, earlier-visits=NOT_APPLICABLE,"
            + " quantity-stated=MET, visit-limit=NOT_MET}",
        summary(judge(PAIN, PAIN, TWELVE, 0)));
  }

  @Test
  void upholdsTheOpioidForWantOfAFunctionalMeasure() throws IOException {
    assertEquals(
        "UPHELD {acetaminophen-limit=MET, adverse-effects=MET, dose-limit=MET,"
            + " drug-behavior=NOT_DOCUMENTED, functional-measure=NOT_DOCUMENTED,"
            + " long-acting-use=NOT_APPLICABLE, pain-relief=MET, quantity-stated=MET,"
            + " returned-to-work=NOT_DOCUMENTED, tramadol-limit=NOT_APPLICABLE}",
        summary(judge(PAIN, PAIN, SIX, 1)));
  }

  @Test
  void turnsTheOpioidWhenTheReportMeasuresFunction() throws IOException {
    assertEquals(
        "OVERTURNED {acetaminophen-limit=MET, adverse-effects=MET, dose-limit=MET,"
            + " drug-behavior=NOT_DOCUMENTED, functional-measure=MET,"
            + " long-acting-use=NOT_APPLICABLE, pain-relief=MET, quantity-stated=MET,"
            + " returned-to-work=NOT_DOCUMENTED, tramadol-limit=NOT_APPLICABLE}",
        summary(judge(PAIN, FUNCTION + PAIN, SIX, 1)));
  }

  @Test
  void doesNotCreditTheOpioidWithWhatMassageGained() throws IOException {
    String gain = "After 4 massage visits she lifts 20 pounds instead of 5 pounds. ";

    assertEquals("UPHELD", judge(PAIN, gain + PAIN, SIX, 1).decision().name());
  }

  @Test
  void creditsTheOpioidWhereItIsNamedBesideMassage() throws IOException {
    String gain = "With massage and Norco she lifts 20 pounds instead of 5 pounds. ";

    assertEquals("OVERTURNED", judge(PAIN, gain + PAIN, SIX, 1).decision().name());
  }

  private static ItemEvaluation judge(String text, String replacement, String massage, int item)
      throws IOException {
    CaseFile file = SampleFile.with(text, replacement, SampleFile.items(massage));
    return Evaluator.withInstalledPack().evaluate(file).items().get(item);
  }

  private static String summary(ItemEvaluation evaluation) {
    Map<String, String> results = new TreeMap<>();
    for (Criterion criterion : evaluation.criteria()) {
      results.put(criterion.id(), criterion.result().name());
    }
    return evaluation.decision() + " " + results;
  }
}
