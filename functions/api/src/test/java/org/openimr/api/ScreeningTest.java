package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.records.Cases;

/** What staff looks into before a case goes on. */
class ScreeningTest {
  private static final String PATH = "/cases/" + Front.OWN_CASE + "/screening";

  private final Front front = new Front();

  @Test
  void aCaseWithoutAFileHasNothingFoundAndWhatOnlyStaffCanTell() {
    front.open(Front.OWN_CASE, "acme");
    var shown = front.send(Ask.get(PATH).by(front.staff())).json();
    assertEquals(
        List.of(0, 0, 0, "E01_NOT_SIGNED", 0),
        List.of(
            shown.path("revision").asInt(),
            shown.path("checklist").size(),
            shown.at("/eligibility/findings").size(),
            shown.at("/eligibility/forStaff/0/rule").asText(),
            shown.path("changes").size()));
  }

  @Test
  void itsReadingIsAnEvent() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
    front.send(Ask.get(PATH).by(front.staff()));
    assertEquals(
        1,
        new Cases(front.table)
            .events(Papers.NUMBER).stream()
                .filter(event -> event.kind().equals("READ_SCREENING"))
                .count());
  }

  @Test
  void nobodyElseLearnsOfOtherCasesOfAClaim() {
    front.open(Front.OWN_CASE, "acme");
    assertEquals(
        "403 ROLE_FORBIDDEN", front.send(Ask.get(PATH).by(front.administrator("acme"))).problem());
  }
}
