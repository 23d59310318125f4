package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.procedure.EligibilityFinding.Standing;

class FiledTwiceTest {
  private static final String CLAIM = "WC-2009-000417";

  @ParameterizedTest
  @CsvSource({
    "WC-2009-000417, 2015-10-21, massage of cervical spine Qty 6, FOUND",
    "wc2009 000417,  2015-10-21, massage of cervical spine Qty 6, FOUND",
    "WC-2009-000417,           , massage of cervical spine Qty 6, POSSIBLE",
    "WC-2009-000417, 2015-09-21, massage of cervical spine Qty 6, -",
    "WC-2009-000417, 2015-10-21, massage of lumbar spine Qty 6,   -",
    "WC-2009-000417, 2015-10-21, MRI of the right knee,           -",
    "WC-2009-000418, 2015-10-21, massage of cervical spine Qty 6, -",
    "              , 2015-10-21, massage of cervical spine Qty 6, -",
  })
  void findsTheSameTreatmentOfAClaimOnTheSameDecision(
      @Nullable String claim, @Nullable LocalDate decision, String treatment, String standing) {
    var mine = file("CM15-0000001", CLAIM, LocalDate.of(2015, 10, 21), "Massage, cervical, Qty 6");
    var other = file("CM15-0000002", claim, decision, treatment);
    assertEquals(
        standing.equals("-") ? List.of() : List.of(Standing.valueOf(standing)),
        FiledTwice.find(mine, List.of(other)).stream().map(EligibilityFinding::standing).toList());
  }

  @Test
  void namesTheOtherCaseOnBothSides() {
    var day = LocalDate.of(2015, 10, 21);
    var one = file("CM15-0000001", CLAIM, day, "Office visit", "Massage, cervical, Qty 6");
    var other = file("CM15-0000002", CLAIM, day, "Massage, cervical, Qty 6");
    assertEquals(
        List.of(finding("CM15-0000002", 2), finding("CM15-0000001", 1)),
        List.of(
            FiledTwice.find(one, List.of(other, one)).getFirst(),
            FiledTwice.find(other, List.of(other, one)).getFirst()));
  }

  @ParameterizedTest
  @CsvSource({"n/a", "none", "17", "unknown"})
  void looksNothingUpByWhatIsNoNumber(String claim) {
    assertEquals(Optional.empty(), FiledTwice.claim(fields(claim, LocalDate.EPOCH)));
  }

  private static EligibilityFinding finding(String other, int item) {
    return new EligibilityFinding(
        EligibilityRule.E05_DUPLICATE,
        Standing.FOUND,
        "Also filed as case " + other + " on the same utilization review decision.",
        List.of(item));
  }

  private static CaseFile file(
      String number, @Nullable String claim, @Nullable LocalDate decision, String... items) {
    return new CaseFile(
        new CaseNumber(number), fields(claim, decision, items), List.of(), Map.of(), List.of());
  }

  private static CaseFields fields(
      @Nullable String claim, @Nullable LocalDate decision, String... items) {
    return Papers.claimed(
        Optional.ofNullable(claim),
        Optional.ofNullable(decision),
        List.of(items).stream().map(DisputedItem::of).toList());
  }
}
