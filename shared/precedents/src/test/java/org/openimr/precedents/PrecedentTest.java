package org.openimr.precedents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;

class PrecedentTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0000001");

  @Test
  void takesTheOutcomeAsPublishedAndTheCriteriaAsFoundBlind() {
    assertEquals(
        List.of(
            new Precedent(
                CASE,
                1,
                Optional.of(LocalDate.of(2015, 12, 14)),
                new ItemProfile(
                    TreatmentCategory.MASSAGE,
                    List.of(Region.CERVICAL_SPINE),
                    Optional.of("massage"),
                    Optional.of(Edition.M2015),
                    new TreeMap<>(Map.of("visits", CriterionResult.NOT_MET))),
                Decision.OVERTURNED,
                "pack")),
        Precedent.of(CASE, letter(Decision.OVERTURNED), blind(Decision.UPHELD)));
  }

  @Test
  void refusesAnEvaluationOfAnotherLetter() {
    var nothing = new Evaluation(CASE, "pack", EditionPolicy.UR_DATE, List.of(), List.of());
    assertThrows(
        IllegalArgumentException.class, () -> Precedent.of(CASE, letter(Decision.UPHELD), nothing));
  }

  private static PublishedDetermination letter(Decision decision) {
    return new PublishedDetermination(
        Optional.of(CASE),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2015, 12, 14)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "A worker has neck pain.",
        List.of(
            new PublishedDetermination.Item(
                "Massage",
                "Massage",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                decision,
                List.of(),
                List.of(),
                "")));
  }

  private static Evaluation blind(Decision decision) {
    var treatment =
        new TreatmentRequest(
            TreatmentCategory.MASSAGE,
            List.of("massage"),
            List.of(Region.CERVICAL_SPINE),
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
    var nothing =
        new FourQuantities(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var criterion =
        new Criterion("visits", "", CriterionResult.NOT_MET, "", List.of(), Optional.empty(), true);
    var item =
        new ItemEvaluation(
            1,
            DisputedItem.of("Massage"),
            treatment,
            decision,
            Optional.of(Edition.M2015),
            Set.of(),
            nothing,
            List.of(),
            Optional.of("massage"),
            "",
            List.of(),
            List.of(criterion),
            "",
            "",
            false);
    return new Evaluation(CASE, "pack", EditionPolicy.UR_DATE, List.of(), List.of(item));
  }
}
