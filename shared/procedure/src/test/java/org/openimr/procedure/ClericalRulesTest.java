package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Correction.Entry;
import org.openimr.casefile.LetterPlace;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.PrintedLetter.Spot;

/** Where a clerical correction ends: who has a say, and what is refused. */
class ClericalRulesTest {
  private static final LocalDate ISSUED = LocalDate.of(2015, 12, 9);

  private static final PrintedLetter LETTER =
      new PrintedLetter(
          Map.of(
              header(LetterPlace.DATE_ASSIGNED), "11/12/2015",
              header(LetterPlace.DATE_OF_INJURY), "05/01/2009",
              header(LetterPlace.UR_DENIAL_DATE), "10/21/2015",
              header(LetterPlace.CREDENTIALS), "Ohio\nMD\nFamily Medicin",
              header(LetterPlace.CLINICAL_SUMMARY), "The worker was injured on 05/01/2009.",
              item(LetterPlace.ITEM_DESCRIPTION), "Massage therapy to cervcal spine, left, Qty 6",
              item(LetterPlace.CLAIMS_ADMINISTRATOR_GUIDELINE), "MTUS Neck Complaints 2004",
              item(LetterPlace.RATIONALE),
                  "The knee dose not\n- bend. It isn't swollen, 6 visits were asked for and 6 of 10"
                      + " is the pain. The therapy is not medically necessary."));

  private static Spot header(LetterPlace place) {
    return new Spot(place, Optional.empty());
  }

  private static Spot item(LetterPlace place) {
    return new Spot(place, Optional.of(1));
  }

  /** An entry; 0 names no item. */
  private static Entry entry(LetterPlace place, int item, String printed, String reads) {
    return new Entry(
        place, Optional.of(item).filter(number -> number > 0), printed, reads, Optional.empty());
  }

  /** Who has a say, or the code of the refusal. */
  private static String said(Entry... entries) {
    return switch (ClericalRules.needsAssent(LETTER, ISSUED, Arrays.asList(entries))) {
      case Outcome.Accepted<Boolean>(Boolean assent) -> assent ? "REVIEWER" : "STAFF";
      case Outcome.Rejected<Boolean>(var why) -> why.code().name();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "DATE_ASSIGNED,  11/12/2015, 11/13/2015, STAFF",
    "DATE_OF_INJURY, 05/01/2009, 05/02/2009, REVIEWER",
    "UR_DENIAL_DATE, 10/21/2015, 10/22/2015, REVIEWER",
    "UR_DENIAL_DATE, 10/21/2015, 10/21/2014, NOT_CLERICAL",
    "DATE_ASSIGNED,  11/12/2015, 02/30/2015, INVALID_DATE",
    "DATE_ASSIGNED,  11/12,      11/13,      INVALID_DATE",
    "DATE_ASSIGNED,  11/12/2015, 12/10/2015, IMPOSSIBLE_DATES",
    "DATE_ASSIGNED,  11/13/2015, 11/12/2015, TEXT_NOT_PRINTED",
    "DATE_ASSIGNED,  11/12/2015, 11/12/2015, CORRECTION_REFUSED",
    "APPLICATION_RECEIVED, 11/12/2015, 11/13/2015, TEXT_NOT_PRINTED",
    "CREDENTIALS, Family Medicin, Family Medicine, REVIEWER",
    "CLINICAL_SUMMARY, injured, hurt, REVIEWER"
  })
  void ofTheWholeDetermination(LetterPlace place, String printed, String reads, String who) {
    assertEquals(who, said(entry(place, 0, printed, reads)));
  }

  @ParameterizedTest
  @CsvSource({
    "CLAIMS_ADMINISTRATOR_GUIDELINE, Neck Complaints, Neck and Upper Back Complaints, STAFF",
    "ITEM_DESCRIPTION, Massage, Masage, STAFF",
    "ITEM_DESCRIPTION, therapy, theraby, STAFF",
    "ITEM_DESCRIPTION, cervcal, cervical, REVIEWER",
    "ITEM_DESCRIPTION, left, right, REVIEWER",
    "ITEM_DESCRIPTION, Qty 6, Qty 60, NOT_CLERICAL",
    "ITEM_DESCRIPTION, 6, 8, NOT_CLERICAL",
    "RATIONALE, knee dose, knee does, REVIEWER",
    "RATIONALE, dose not - bend, does not bend, REVIEWER",
    "RATIONALE, 6 of 10, 7 of 10, REVIEWER",
    "RATIONALE, 6 visits, 8 visits, NOT_CLERICAL",
    "RATIONALE, is not medically, is medically, NOT_CLERICAL",
    "RATIONALE, isn't, is, NOT_CLERICAL",
    "RATIONALE, necessary, advised, NOT_CLERICAL",
    "RATIONALE, t medically, w medically, NOT_CLERICAL",
    "RATIONALE, The therapy, Upheld: the therapy, NOT_CLERICAL",
    "RATIONALE, is, was, TEXT_AMBIGUOUS",
    "RATIONALE, elbow, knee, TEXT_NOT_PRINTED"
  })
  void ofAnItem(LetterPlace place, String printed, String reads, String who) {
    assertEquals(who, said(entry(place, 1, printed, reads)));
  }

  @ParameterizedTest
  @CsvSource({"DECISION, 1", "QUANTITY, 1", "REVIEWER_GUIDELINE, 1", "DECISION_DATE, 0"})
  void whatIsDecidedNobodyCorrects(LetterPlace place, int item) {
    assertEquals("NOT_CLERICAL", said(entry(place, item, "Upheld", "Overturned")));
  }

  @Test
  void aPlaceOfAnItemNeedsItsNumberAndAnotherHasNone() {
    assertEquals(
        List.of("ITEM_NOT_FOUND", "ITEM_NOT_FOUND", "SCHEMA_VIOLATION"),
        List.of(
            said(entry(LetterPlace.RATIONALE, 0, "knee", "Knee")),
            said(entry(LetterPlace.RATIONALE, 2, "knee", "Knee")),
            said(entry(LetterPlace.DATE_ASSIGNED, 1, "11/12/2015", "11/13/2015"))));
  }

  @Test
  void oneEntryThatTouchesTheReasonsMakesAllOfThemTheReviewers() {
    assertEquals(
        "REVIEWER",
        said(
            entry(LetterPlace.DATE_ASSIGNED, 0, "11/12/2015", "11/13/2015"),
            entry(LetterPlace.RATIONALE, 1, "knee dose", "knee does")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"knee dose", "dose not"})
  void entriesDoNotChangeTheSameWordsTwice(String printed) {
    assertEquals(
        "CORRECTION_REFUSED",
        said(
            entry(LetterPlace.RATIONALE, 1, "knee dose", "knee does"),
            entry(LetterPlace.RATIONALE, 1, printed, "does not")));
  }

  @ParameterizedTest
  @CsvSource({"plain text, true", "'a\tb', true", "a\u202Eb, false", "a\uD800, false"})
  void whatCannotBeSeenIsTold(String text, boolean seen) {
    assertEquals(seen, PrintedLetter.isSeen(text));
  }

  @Test
  void aDayIsCorrectedOnce() {
    assertEquals(
        "CORRECTION_REFUSED",
        said(
            entry(LetterPlace.DATE_ASSIGNED, 0, "11/12/2015", "11/13/2015"),
            entry(LetterPlace.DATE_ASSIGNED, 0, "11/12/2015", "11/14/2015")));
  }

  /** Neither entry makes a quantity by itself; both together would. */
  @Test
  void entriesTogetherTurnNoOutcomeEither() {
    assertEquals(
        "NOT_CLERICAL",
        said(
            entry(LetterPlace.RATIONALE, 1, "10 is", "10"),
            entry(LetterPlace.RATIONALE, 1, "the pain", "visits")));
  }

  @Test
  void aRefusalNamesTheEntryAndWhatTheLawHasAndNoWordOfTheLetter() {
    var refused =
        ClericalRules.needsAssent(
            LETTER, ISSUED, List.of(entry(LetterPlace.DECISION, 1, "Upheld", "Overturned")));
    String detail = ((Outcome.Rejected<Boolean>) refused).rejection().detail();
    assertEquals(
        "entries[0]: the decision is the determination itself. A correction changes no decision."
            + " Who thinks that a decision is wrong can appeal: a verified petition to the Workers'"
            + " Compensation Appeals Board within 30 days after the determination was mailed, on"
            + " one of the grounds of Labor Code 4610.6(h); where it is granted, there is another"
            + " review (Labor Code 4610.6(i)).",
        detail);
  }
}
