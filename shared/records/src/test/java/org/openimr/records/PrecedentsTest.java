package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.UploadState;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.Precedents.Found;
import org.openimr.records.Precedents.Letter;
import org.openimr.records.Precedents.Waiting;
import org.openimr.records.memory.MemoryTable;

class PrecedentsTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  private static final Instant NOW = Instant.parse("2016-01-01T00:00:00Z");

  private final MemoryTable table = new MemoryTable();
  private final Precedents precedents = new Precedents(table);
  private int uploads;

  @Test
  void findsAnItemAsItWasKeptFromEachOfItsRegions() {
    var item = item(CASE, 1, profile("mri", CriterionResult.MET, Region.KNEE, Region.ANKLE));
    keep(letter("2016-01-01", "a"), List.of(item));
    assertEquals(
        List.of(found(true, item), found(true, item), found(true)),
        List.of(
            precedents.near(profile("mri", CriterionResult.MET, Region.KNEE)),
            precedents.near(profile("mri", CriterionResult.MET, Region.ANKLE)),
            precedents.near(profile("mri", CriterionResult.MET, Region.HIP))));
  }

  @Test
  void findsItemsWithoutRegionTopicEditionOrDate() {
    var bare =
        new ItemProfile(
            TreatmentCategory.UNKNOWN,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    var item = new Precedent(CASE, 1, Optional.empty(), bare, Decision.OVERTURNED, "pack");
    keep(new Letter(CASE, Optional.empty(), 1, "a"), List.of(item));
    assertEquals(found(true, item), precedents.near(bare));
  }

  @Test
  void readsTheSameCriteriaFirstThenTheTopicThenTheRest() {
    var rest = item(CASE, 1, profile("ct", CriterionResult.MET, Region.KNEE));
    var topic = item(CASE, 2, profile("mri", CriterionResult.NOT_MET, Region.KNEE));
    var same = item(CASE, 3, profile("mri", CriterionResult.MET, Region.KNEE));
    keep(letter("2016-01-01", "a"), List.of(rest, topic, same));
    assertEquals(
        found(true, same, topic, rest),
        precedents.near(profile("mri", CriterionResult.MET, Region.KNEE)));
  }

  @Test
  void replacesALetterByTheOneDecidedLaterWhateverTheirOrder() {
    var early = item(CASE, 1, profile("mri", CriterionResult.MET, Region.KNEE));
    var late = item(CASE, 1, profile("ct", CriterionResult.MET, Region.KNEE));
    keep(letter("2016-01-01", "a"), List.of(early));
    keep(letter("2016-02-01", "b"), List.of(late));
    var other = new PrecedentsTest();
    other.keep(letter("2016-02-01", "b"), List.of(late));
    other.keep(letter("2016-01-01", "a"), List.of(early));
    var asked = profile("mri", CriterionResult.MET, Region.KNEE);
    assertEquals(
        List.of(found(true, late), found(true, late)),
        List.of(precedents.near(asked), other.precedents.near(asked)));
  }

  @Test
  void findsTheEarlierLettersItemsUntilTheLaterOneIsEvaluated() {
    var early = item(CASE, 1, profile("mri", CriterionResult.MET, Region.KNEE));
    keep(letter("2016-01-01", "a"), List.of(early));
    var later = letter("2016-02-01", "b");
    arrive(later);
    assertEquals(
        List.of(found(true, early), Optional.of(new Waiting(later, 0, NOW))),
        List.of(
            precedents.near(profile("mri", CriterionResult.MET, Region.KNEE)),
            precedents.waiting(CASE)));
  }

  @Test
  void refusesTheItemsOfALetterThatGaveWay() {
    var early = letter("2016-01-01", "a");
    arrive(early);
    arrive(letter("2016-02-01", "b"));
    assertEquals(Commit.REFUSED, precedents.evaluated(early, List.of()));
  }

  @Test
  void keepsALetterOfMoreItemsThanATransactionTakes() {
    var items = new ArrayList<Precedent>();
    for (int i = 1; i <= 120; i++) {
      items.add(item(CASE, i, profile("mri", CriterionResult.MET, Region.KNEE)));
    }
    keep(letter("2016-01-01", "a"), items);
    assertEquals(
        120, precedents.near(profile("mri", CriterionResult.MET, Region.KNEE)).items().size());
  }

  @Test
  void saysWhereThereAreMoreThanItReads() {
    for (int letter = 0; letter < 12; letter++) {
      var number = new CaseNumber("CM15-%07d".formatted(100 + letter));
      var items = new ArrayList<Precedent>();
      for (int i = 1; i <= 90; i++) {
        items.add(item(number, i, profile("mri", CriterionResult.MET, Region.KNEE)));
      }
      keep(new Letter(number, Optional.empty(), 90, "a"), items);
    }
    var found = precedents.near(profile("mri", CriterionResult.MET, Region.KNEE));
    assertEquals(List.of(1_000, false), List.of(found.items().size(), found.complete()));
  }

  /** Keeps a letter, and its items unless a later one stands. */
  private void keep(Letter letter, List<Precedent> items) {
    arrive(letter);
    precedents.evaluated(letter, items);
  }

  private void arrive(Letter letter) {
    var row =
        UploadRow.received(
            new ObjectName("b", "k" + uploads++), Optional.empty(), Optional.empty(), 1, NOW);
    new Uploads(table).receive(row);
    var taken =
        row.taken(UploadState.PRECEDENT, "hash", letter.caseNumber(), Optional.of(letter.body()));
    assertEquals(Commit.DONE, precedents.keep(letter, taken, NOW));
  }

  private static Letter letter(String decided, String body) {
    return new Letter(CASE, Optional.of(LocalDate.parse(decided)), 1, body);
  }

  private static Found found(boolean complete, Precedent... items) {
    return new Found(List.of(items), complete);
  }

  private static Precedent item(CaseNumber caseNumber, int number, ItemProfile profile) {
    return new Precedent(
        caseNumber,
        number,
        Optional.of(LocalDate.parse("2016-01-01")),
        profile,
        Decision.UPHELD,
        "pack");
  }

  private static ItemProfile profile(String topic, CriterionResult exam, Region... regions) {
    return new ItemProfile(
        TreatmentCategory.MRI,
        Arrays.asList(regions),
        Optional.of(topic),
        Optional.of(Edition.M2015),
        new TreeMap<>(Map.of("exam", exam)));
  }
}
