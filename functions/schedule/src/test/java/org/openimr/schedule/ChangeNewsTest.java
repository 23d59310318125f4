package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.Outbox;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class ChangeNewsTest {
  private final MemoryTable table = new MemoryTable();
  private final List<CaseChange> told = new ArrayList<>();

  private int run(ChangeSink sink) {
    return new ChangeNews(new Outbox(table), sink, Journal.silent()).run();
  }

  private Set<String> take(List<CaseChange> changes) {
    told.addAll(changes);
    return changes.stream().map(CaseChange::id).collect(Collectors.toSet());
  }

  private void opened(int cases) {
    for (int i = 1; i <= cases; i++) {
      var number = new CaseNumber("CM15-%07d".formatted(i));
      var event =
          new CaseEvent(
              number,
              SampleCase.CUT,
              "e",
              "staff:0",
              "CASE_OPENED",
              0,
              CaseState.PENDING_RECORDS,
              "acme");
      table.commit(List.of(Cases.put(event)));
    }
  }

  @Test
  void tellsOfEachChangeOfStateOnce() {
    SampleCase.evaluated(table, new MemoryObjects());
    var runs = List.of(run(this::take), run(this::take));
    assertEquals(
        List.of(List.of(2, 0), List.of("REVISION_CUT PARSED", "EVALUATED EVALUATED")),
        List.of(runs, told.stream().map(change -> change.kind() + " " + change.state()).toList()));
  }

  @Test
  void aReadingIsNobodysBusiness() {
    var event =
        new CaseEvent(
            SampleCase.CASE, SampleCase.CUT, "e", "staff:0", "READ_CASE", 1, CaseState.PARSED, "x");
    table.commit(List.of(Cases.put(event)));
    assertEquals(0, run(this::take));
  }

  @Test
  void tellsAtMostTenAtOnceAndAllOfThem() {
    opened(250);
    var sizes = new HashSet<Boolean>();
    int all =
        run(
            changes -> {
              sizes.add(changes.size() <= ChangeSink.MOST);
              return take(changes);
            });
    assertEquals(
        List.of(250, 250, Set.of(true)),
        List.of(all, told.stream().map(CaseChange::id).distinct().toList().size(), sizes));
  }

  @Test
  void whatIsRefusedIsToldAgainAndThenWaitsForTheNextRun() {
    opened(3);
    var refused = "CM15-0000002";
    int first =
        run(
            changes ->
                take(changes).stream()
                    .filter(id -> !id.startsWith(refused))
                    .collect(Collectors.toSet()));
    long tries = told.stream().filter(change -> change.id().startsWith(refused)).count();
    assertEquals(List.of(2, 3L, 1), List.of(first, tries, run(this::take)));
  }

  /** Every call of the table fails once, before and after it is done, as does a killed process. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoDiesInBetweenTellsAgain(boolean after) {
    opened(5);
    var news = new ArrayList<Set<String>>();
    int failing = 1;
    boolean faulted = true;
    while (faulted) {
      var faults = new Faults(failing, after);
      faulted = false;
      try {
        new ChangeNews(new Outbox(faults.in(table)), this::take, Journal.silent()).run();
      } catch (CloudFault fault) {
        faulted = true;
      }
      failing++;
    }
    news.add(told.stream().map(CaseChange::id).collect(Collectors.toSet()));
    assertEquals(List.of(5, 0), List.of(news.getFirst().size(), run(this::take)));
  }

  @Test
  void aSinkThatFailsLeavesEverythingUntold() {
    opened(2);
    assertThrows(
        CloudFault.class,
        () ->
            run(
                _ -> {
                  throw new CloudFault("PutEvents", "InternalFailure", new IOException("x"));
                }));
    assertEquals(2, run(this::take));
  }

  @Test
  void whatIsToldFitsThePublishedSchemaAndSaysNothingElse() throws IOException {
    SampleCase.evaluated(table, new MemoryObjects());
    opened(1);
    table.commit(List.of(Cases.put(corrected())));
    run(this::take);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("event-1.schema.json"), InputFormat.JSON);
    var findings = new ArrayList<Object>();
    told.forEach(change -> findings.addAll(schema.validate(change.json(), InputFormat.JSON)));
    assertEquals(
        List.of(4, List.of(), 0L),
        List.of(
            told.size(),
            findings,
            told.stream().filter(change -> change.json().contains("acme")).count()));
  }

  private static CaseEvent corrected() {
    return new CaseEvent(
        SampleCase.CASE,
        SampleCase.ADOPTED,
        "corrections-2",
        "determine",
        "CORRECTED",
        1,
        CaseState.ISSUED,
        "correction 1, acme");
  }

  private static String text(String resource) throws IOException {
    try (var stream =
        Objects.requireNonNull(CaseChange.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
