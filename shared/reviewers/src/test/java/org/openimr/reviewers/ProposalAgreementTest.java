package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Decision;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reviewers.ProposalAgreement.Decided;
import org.openimr.reviewers.ProposalAgreement.Group;
import org.openimr.reviewers.ProposalAgreement.Outcomes;

class ProposalAgreementTest {
  private static Decided decided(
      String topic, TreatmentCategory category, Decision proposed, Decision adopted, boolean own) {
    return new Decided(
        1, Optional.of(topic).filter(id -> !id.isEmpty()), category, proposed, adopted, own);
  }

  @Test
  void countsByTopicAndByCategory() {
    var items =
        List.of(
            decided("mri", TreatmentCategory.MRI, Decision.UPHELD, Decision.UPHELD, false),
            decided("mri", TreatmentCategory.MRI, Decision.UPHELD, Decision.OVERTURNED, true),
            decided("", TreatmentCategory.BRACE, Decision.UNDETERMINED, Decision.UPHELD, true));
    var both =
        List.of(
            new Outcomes(Decision.UPHELD, Decision.UPHELD, 1),
            new Outcomes(Decision.UPHELD, Decision.OVERTURNED, 1));
    var open = List.of(new Outcomes(Decision.UNDETERMINED, Decision.UPHELD, 1));
    assertEquals(
        new ProposalAgreement(
            new Group("ALL", 3, 1, 2, List.of(both.get(0), both.get(1), open.getFirst())),
            List.of(new Group("NONE", 1, 0, 1, open), new Group("mri", 2, 1, 1, both)),
            List.of(new Group("MRI", 2, 1, 1, both), new Group("BRACE", 1, 0, 1, open))),
        ProposalAgreement.of(items));
  }

  @Test
  void nothingDecidedIsNothingCounted() {
    assertEquals(
        new ProposalAgreement(new Group("ALL", 0, 0, 0, List.of()), List.of(), List.of()),
        ProposalAgreement.of(List.of()));
  }
}
