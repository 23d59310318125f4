package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.records.CaseLists.Query;
import org.openimr.records.CaseLists.Scope;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class CaseListsTest {
  private static final Instant NOW = Instant.parse("2015-11-12T10:00:00Z");
  private static final Scope ACME = new Scope.Organization("acme");

  private final MemoryTable table = new MemoryTable();
  private final CaseLists lists = new CaseLists(table);
  private final Owners owners = new Owners(table);

  private static CaseNumber number(int last) {
    return new CaseNumber("CM15-000000" + last);
  }

  private static CaseHead head(int last, CaseState state, int dueDay) {
    return new CaseHead(
        number(last),
        1,
        1,
        state,
        Optional.empty(),
        NOW,
        NOW,
        NOW,
        0,
        new DueDates(List.of(Due.on(ClockName.DETERMINATION, LocalDate.of(2015, 12, dueDay)))),
        List.of(),
        Optional.empty(),
        "hash",
        Optional.empty(),
        Optional.empty(),
        RevisionTrail.NONE);
  }

  private void own(int last, String organization) {
    var number = number(last);
    var before = owners.find(number);
    table.commit(
        owners.writes(
            before,
            before
                .map(there -> there.ownedBy(organization))
                .orElseGet(() -> Ownership.opened(number, organization, NOW)),
            new Cases(table).head(number)));
  }

  private void cut(int last, CaseState state, int dueDay) {
    var head = head(last, state, dueDay);
    table.commit(owners.withHead(Optional.empty(), head, new Condition.Absent()));
  }

  /** Cases 1 to 5, due the later the higher the number is low; 6 has no revision. */
  @BeforeEach
  void fill() {
    for (int last = 1; last <= 5; last++) {
      own(last, last == 3 ? "other" : "acme");
      cut(last, last % 2 == 0 ? CaseState.PROPOSED : CaseState.PARSED, 20 - last);
    }
    own(6, "acme");
  }

  private static Query query(Scope scope) {
    return new Query(scope, Optional.empty(), Optional.empty(), 10);
  }

  private List<Integer> found(Query query) {
    var found = new ArrayList<Integer>();
    Optional<IndexPosition> after = Optional.empty();
    do {
      var page = lists.page(query, after);
      page.entries()
          .forEach(entry -> found.add(Character.digit(entry.caseNumber().value().charAt(11), 10)));
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  @Test
  void listsAnOrganizationsCasesEarliestDueFirst() {
    assertEquals(List.of(5, 4, 2, 1, 6), found(query(ACME)));
  }

  @Test
  void listsAllCasesOfAllStatesInOneOrder() {
    assertEquals(List.of(5, 4, 3, 2, 1, 6), found(query(new Scope.All())));
  }

  @Test
  void pagesAreTheListCutToPieces() {
    var pieces = new ArrayList<List<Integer>>();
    for (int limit = 1; limit <= 3; limit++) {
      pieces.add(found(new Query(new Scope.All(), Optional.empty(), Optional.empty(), limit)));
      pieces.add(found(new Query(ACME, Optional.empty(), Optional.empty(), limit)));
    }
    var all = List.of(5, 4, 3, 2, 1, 6);
    var own = List.of(5, 4, 2, 1, 6);
    assertEquals(List.of(all, own, all, own, all, own), pieces);
  }

  @Test
  void asksForOneState() {
    var proposed = Optional.of(CaseState.PROPOSED);
    var waiting = Optional.of(CaseState.PENDING_RECORDS);
    assertEquals(
        List.of(List.of(4, 2), List.of(4, 2), List.of(6), List.of(6)),
        List.of(
            found(new Query(ACME, proposed, Optional.empty(), 1)),
            found(new Query(new Scope.All(), proposed, Optional.empty(), 1)),
            found(new Query(ACME, waiting, Optional.empty(), 1)),
            found(new Query(new Scope.All(), waiting, Optional.empty(), 1))));
  }

  @Test
  void asksForWhatIsDueBeforeADay() {
    var day = Optional.of(LocalDate.of(2015, 12, 17));
    assertEquals(List.of(5, 4), found(new Query(ACME, Optional.empty(), day, 1)));
  }

  @Test
  void aReviewersListHasWhatIsAssigned() {
    var number = number(2);
    var before = owners.find(number);
    table.commit(
        owners.writes(
            before, before.orElseThrow().assignedTo("r-7"), new Cases(table).head(number)));
    assertEquals(List.of(2), found(query(new Scope.Reviewer("r-7"))));
  }

  @Test
  void aCaseThatMovesOnKeepsItsOwner() {
    var table = new MemoryTable();
    var objects = new MemoryObjects();
    var own = new Owners(table);
    table.commit(
        own.writes(
            Optional.empty(), Ownership.opened(SampleCase.CASE, "acme", NOW), Optional.empty()));
    SampleCase.evaluated(table, objects);
    var entries = new CaseLists(table).page(query(ACME), Optional.empty()).entries();
    assertEquals(
        List.of(CaseState.EVALUATED), entries.stream().map(CaseLists.Entry::state).toList());
  }

  @Test
  void anOwnerThatChangesMeanwhileStopsTheHeadsWrite() {
    var cases = new Cases(table);
    var head = cases.head(number(1)).orElseThrow();
    own(1, "new");
    var after = head.failed(org.openimr.casefile.Code.PROCESSING_FAILED, "", NOW);
    assertEquals(
        Commit.REFUSED, cases.advance(head, after, CaseEvent.of(after, "test", "FAILED", "x")));
  }
}
