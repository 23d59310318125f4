package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.guidelines.Evaluator;
import org.openimr.reading.BlindCase;
import org.openimr.reading.CaseReader;

/** Design section 3.4 over all decided letters at hand: outcomes are no evidence. */
class BlindnessTest {
  private static final Path LETTERS =
      Path.of(System.getProperty("openimr.shared", "../../../shared")).resolve("determinations");
  private static final Path SAMPLE = Path.of("../../events/published-determination.txt");
  private static final Evaluator EVALUATOR = Evaluator.withInstalledPack();
  private static final List<Optional<UtilizationDecision>> OTHERWISE =
      List.of(
          Optional.empty(),
          Optional.of(UtilizationDecision.DENIED),
          Optional.of(UtilizationDecision.MODIFIED));

  private final OpenedFile files = new OpenedFile();
  private final BlindCase blind = new BlindCase();

  @Test
  void swappedOutcomesAndRationalesChangeNothingInTheSample() {
    assertEquals(List.of(), swapped(SAMPLE));
  }

  @Test
  void swappedOutcomesAndRationalesChangeNothingInAnyLetter() {
    assumeLetters();
    var changed = new ArrayList<String>();
    Inputs.of(List.of(LETTERS)).files().forEach(file -> changed.addAll(swapped(file)));
    assertEquals(List.of(), changed);
  }

  @Test
  void anItemsOwnReviewOutcomeChangesNothingInTheSample() {
    assertEquals(List.of(), flipped(SAMPLE));
  }

  /** The one exception, R-07, needs an approval: an approved parent frees its dependents. */
  @Test
  void anItemsOwnReviewOutcomeChangesNothingInAnyLetter() {
    assumeLetters();
    var changed = new ArrayList<String>();
    Inputs.of(List.of(LETTERS)).files().forEach(file -> changed.addAll(flipped(file)));
    assertEquals(List.of(), changed);
  }

  private static void assumeLetters() {
    assumeTrue(Files.isDirectory(LETTERS), "skipped: no decided letters beside the repository");
  }

  private List<String> swapped(Path file) {
    PublishedDetermination letter = letter(file);
    PublishedDetermination other = otherwise(letter);
    assertNotEquals(letter, other);
    return differences(blind.of(letter), blind.of(other));
  }

  private List<String> flipped(Path file) {
    CaseFile whole = blind.of(letter(file));
    var changed = new ArrayList<String>();
    for (int i = 0; i < whole.fields().disputedItems().size(); i++) {
      for (Optional<UtilizationDecision> decision : OTHERWISE) {
        changed.addAll(differences(whole, with(whole, i, decision)));
      }
    }
    return changed;
  }

  private static List<String> differences(CaseFile one, CaseFile other) {
    List<String> before = shown(one);
    List<String> after = shown(other);
    return before.equals(after) ? List.of() : List.of(one.caseNumber() + ": " + after);
  }

  /** Decision, topic and criteria of each item. */
  private static List<String> shown(CaseFile file) {
    return EVALUATOR.evaluate(file).items().stream().map(BlindnessTest::shown).toList();
  }

  private static String shown(ItemEvaluation item) {
    return item.decision() + " " + item.topic() + " " + item.criteria();
  }

  private PublishedDetermination letter(Path file) {
    return switch (files.read(file)) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published(var published)) -> published;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase ofCase) ->
          throw new AssertionError(file + " is no letter");
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          throw new AssertionError(file + ": " + rejection.code());
    };
  }

  /** The same letter with every outcome turned and other reasons. */
  private static PublishedDetermination otherwise(PublishedDetermination letter) {
    return new PublishedDetermination(
        letter.caseNumber(),
        letter.dateAssigned(),
        letter.dateOfInjury(),
        letter.decisionDate(),
        letter.urDenialDate(),
        letter.priority(),
        letter.applicationReceived(),
        letter.statesOfLicensure(),
        letter.specialties(),
        letter.clinicalSummary(),
        letter.items().stream().map(BlindnessTest::otherwise).toList());
  }

  private static PublishedDetermination.Item otherwise(PublishedDetermination.Item item) {
    return new PublishedDetermination.Item(
        item.heading(),
        item.description(),
        item.original(),
        item.authorized(),
        item.remaining(),
        item.dependent(),
        item.retrospective(),
        item.decision() == Decision.UPHELD ? Decision.OVERTURNED : Decision.UPHELD,
        item.claimsAdministratorGuidelines(),
        List.of("Another guideline"),
        "Function improved, the worker is back at work, and four visits are enough.");
  }

  private static CaseFile with(CaseFile file, int item, Optional<UtilizationDecision> decision) {
    var items = new ArrayList<>(file.fields().disputedItems());
    DisputedItem old = items.get(item);
    items.set(
        item,
        new DisputedItem(
            old.description(),
            decision,
            old.urGuidelines(),
            old.urCertifiedQuantity(),
            old.serviceDate()));
    return new CaseFile(
        file.caseNumber(),
        with(file.fields(), items),
        file.documents(),
        file.duplicates(),
        file.conflicts());
  }

  private static CaseFields with(CaseFields of, List<DisputedItem> items) {
    return new CaseFields(
        of.caseNumber(),
        of.priority(),
        of.dateAssigned(),
        of.applicationReceived(),
        of.dateOfInjury(),
        of.requestDate(),
        of.urDecisionDate(),
        of.urServedDate(),
        of.urServiceMethod(),
        of.noticeDate(),
        of.noticeMethod(),
        of.recordsReceivedDate(),
        of.liabilityDisputed(),
        of.claimNumber(),
        of.employee(),
        of.requestingPhysician(),
        of.parties(),
        items);
  }
}
