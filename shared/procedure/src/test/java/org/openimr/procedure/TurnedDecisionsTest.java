package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.procedure.TurnedDecisions.Turn;

class TurnedDecisionsTest {
  private static final String MASSAGE = "Massage, cervical spine, Qty 6 ";
  private static final String OPIOID = "Hydrocodone 10mg Qty 120 ";
  private static final String MRI = "MRI lumbar spine ";

  private static final TreatmentRequest TREATMENT =
      new TreatmentRequest(
          TreatmentCategory.MASSAGE,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false);

  @Test
  void namesItemsWhoseDecisionIsAnotherOne() {
    assertEquals(
        new TurnedDecisions(
            List.of(new Turn(2, Optional.of(Decision.UPHELD), Optional.of(Decision.OVERTURNED)))),
        TurnedDecisions.between(
            evaluation(MASSAGE + "UPHELD", OPIOID + "UPHELD"),
            evaluation(MASSAGE + "UPHELD", OPIOID + "OVERTURNED")));
  }

  @Test
  void knowsAnItemAgainUnderAnotherNumber() {
    assertEquals(
        new TurnedDecisions(
            List.of(new Turn(1, Optional.empty(), Optional.of(Decision.UNDETERMINED)))),
        TurnedDecisions.between(
            evaluation(MASSAGE + "UPHELD", OPIOID + "OVERTURNED"),
            evaluation(MRI + "UNDETERMINED", OPIOID + "OVERTURNED", MASSAGE + "UPHELD")));
  }

  @Test
  void namesAnItemThatIsNoLongerDisputed() {
    assertEquals(
        "2:OVERTURNED>NONE",
        TurnedDecisions.between(
                evaluation(MASSAGE + "UPHELD", OPIOID + "OVERTURNED"),
                evaluation(MASSAGE + "UPHELD"))
            .summary());
  }

  private static Evaluation evaluation(String... items) {
    var evaluated = new ArrayList<ItemEvaluation>();
    for (String item : items) {
      int end = item.lastIndexOf(' ');
      evaluated.add(
          item(
              evaluated.size() + 1,
              item.substring(0, end),
              Decision.valueOf(item.substring(end + 1))));
    }
    return new Evaluation(Papers.CASE, "pack", EditionPolicy.UR_DATE, List.of(), evaluated);
  }

  private static ItemEvaluation item(int number, String description, Decision decision) {
    return new ItemEvaluation(
        number,
        DisputedItem.of(description),
        TREATMENT,
        decision,
        Optional.empty(),
        Set.of(),
        new FourQuantities(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        "",
        "",
        false);
  }
}
