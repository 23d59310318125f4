package org.openimr.precedents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.PublishedDetermination;

/**
 * One item of a published determination: what was decided, and how the criteria come out on the
 * facts of its clinical summary when it is evaluated blind (design section 3.4).
 *
 * @param item number within the letter, from 1
 * @param decided the letter's date
 * @param outcome as published
 * @param rulePackVersion of the rules that found the criteria
 */
public record Precedent(
    CaseNumber caseNumber,
    int item,
    Optional<LocalDate> decided,
    ItemProfile profile,
    Decision outcome,
    String rulePackVersion) {
  /**
   * The items of a published determination.
   *
   * @param caseNumber of the letter, or of the place where it was found
   * @param blind the evaluation of the letter's case without what was decided, item by item
   * @throws IllegalArgumentException if the evaluation has another number of items
   */
  public static List<Precedent> of(
      CaseNumber caseNumber, PublishedDetermination letter, Evaluation blind) {
    if (letter.items().size() != blind.items().size()) {
      throw new IllegalArgumentException("an evaluation of another letter");
    }
    var precedents = new ArrayList<Precedent>();
    for (int i = 0; i < letter.items().size(); i++) {
      ItemEvaluation item = blind.items().get(i);
      precedents.add(
          new Precedent(
              caseNumber,
              i + 1,
              letter.decisionDate(),
              ItemProfile.of(item),
              letter.items().get(i).decision(),
              blind.rulePackVersion()));
    }
    return List.copyOf(precedents);
  }
}
