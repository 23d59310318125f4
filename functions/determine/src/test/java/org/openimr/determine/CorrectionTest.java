package org.openimr.determine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction;
import org.openimr.casefile.LetterPlace;
import org.openimr.procedure.ContentHash;
import org.openimr.records.Bodies;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.CorrectionImage;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;
import org.openimr.reviewers.Pseudonym;

class CorrectionTest {
  private static final Instant ASKED = Instant.parse("2015-12-10T20:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2015, 12, 10);

  /** After the request, as the letter must not show. */
  private static final Instant LATER = Instant.parse("2015-12-13T20:00:00Z");

  private static final Pseudonym REVIEWER = new Pseudonym("RV-000001");

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final CaseHead issued = SampleCase.issued(table, objects);
  private final String body = new Bodies(objects, Settings.EMBEDDED).put(correction());
  private final String folder = "CM15-0000001/r1/correction-01/" + body + "-7";

  private static Correction correction() {
    return new Correction(
        SampleCase.CASE,
        1,
        new Correction.Corrected(1, DAY.minusDays(3), DAY.minusDays(2), "j", "t", "h", "p"),
        "It was typed wrong.",
        List.of(
            new Correction.Entry(
                LetterPlace.DATE_ASSIGNED,
                Optional.empty(),
                "11/12/2015",
                "11/13/2015",
                Optional.empty())),
        false,
        Optional.empty());
  }

  private CorrectionTest ask(Pseudonym... reviewers) {
    var none = new Corrections(table).of(SampleCase.CASE);
    var row = CorrectionRow.requested(SampleCase.CASE, 1, 1, body, List.of(reviewers), ASKED, DAY);
    var event = Corrections.event(none, row, "staff:0", "CORRECTION_REQUESTED");
    table.commit(Corrections.writes(issued, none, row, event));
    return this;
  }

  private CorrectionRow row() {
    return new Corrections(table).of(SampleCase.CASE).rows().getFirst();
  }

  private void deliver(Faults faults) {
    var event = StreamEvents.of(table.rows());
    var steps =
        Wiring.steps(
            faults.in(table),
            faults.in(objects),
            Settings.EMBEDDED,
            InstantSource.fixed(LATER),
            Journal.silent(),
            new PlainLetters());
    new DetermineHandler(steps, Journal.silent()).handleRequest(event, null);
  }

  private static DocumentPointer pointer(String folder) {
    return new DocumentPointer(
        folder,
        ContentHash.of("correction json"),
        ContentHash.of("correction 1 of 2015-12-10"),
        ContentHash.of("correction html"),
        ContentHash.of("correction pdf"));
  }

  @Test
  void pointsTheCorrectionAtItsLetterAndLeavesTheCaseAsItIs() {
    ask().deliver(new Faults(0, false));
    assertEquals(
        List.of(CorrectionState.ISSUED, Optional.of(pointer(folder)), Optional.of(issued)),
        List.of(row().state(), row().documents(), new Cases(table).head(SampleCase.CASE)));
  }

  @Test
  void putsItIntoTheBucketWithTheLock() {
    ask().deliver(new Faults(0, false));
    String bucket = Settings.EMBEDDED.determinations() + "/";
    assertEquals(
        List.of(
            folder + "/correction.html",
            folder + "/correction.json",
            folder + "/correction.pdf",
            folder + "/correction.txt"),
        objects.hashes().keySet().stream()
            .filter(name -> name.startsWith(bucket))
            .map(name -> name.substring(bucket.length()))
            .toList());
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    ask().deliver(new Faults(0, false));
    var calls = new Faults(0, false);
    new CorrectionTest().ask().deliver(calls);
    for (int call = 1; call <= calls.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var other = new CorrectionTest().ask();
        other.deliver(new Faults(call, after));
        other.deliver(new Faults(0, false));
        assertEquals(
            List.of(table.rows(), objects.hashes()),
            List.of(other.table.rows(), other.objects.hashes()));
      }
    }
  }

  @Test
  void writesNothingWhileAReviewerHasNotAssented() {
    ask(REVIEWER);
    var rows = table.rows();
    deliver(new Faults(0, false));
    assertEquals(rows, table.rows());
  }

  @Test
  void writesTheLetterOfTheDayOfTheLastAssent() {
    ask(REVIEWER);
    var all = new Corrections(table).of(SampleCase.CASE);
    var assented = row().assented(REVIEWER, ASKED.plusSeconds(86_400), DAY);
    var event = Corrections.event(all, assented, "reviewer:0", "CORRECTION_ASSENTED");
    table.commit(Corrections.writes(issued, all, assented, event));
    deliver(new Faults(0, false));
    assertEquals(Optional.of(pointer(folder)), row().documents());
  }

  @Test
  void writesNothingOfACorrectionThatIsIssued() {
    ask().deliver(new Faults(0, false));
    var rows = table.rows();
    deliver(new Faults(0, false));
    assertEquals(rows, table.rows());
  }

  @Test
  void failsTheCorrectionWhereAnotherLetterLiesThere() {
    objects.put(
        new ObjectName(Settings.EMBEDDED.determinations(), folder + "/correction.txt"),
        "other".getBytes(StandardCharsets.UTF_8),
        "text/plain");
    ask().deliver(new Faults(0, false));
    assertEquals(
        List.of(CorrectionState.FAILED, Optional.of(Code.DOCUMENT_MISMATCH)),
        List.of(row().state(), row().failure()));
  }

  @Test
  void theSampleEventTellsOfACorrection() throws IOException {
    var image =
        new JsonMapper()
            .readTree(Path.of("../../events/determine-correction.json").toFile())
            .at("/Records/0/dynamodb/NewImage");
    var values = new HashMap<String, AttributeValue>();
    image
        .properties()
        .forEach(
            each ->
                values.put(
                    each.getKey(),
                    each.getValue().has("S")
                        ? new AttributeValue(each.getValue().path("S").asText())
                        : new AttributeValue().withN(each.getValue().path("N").asText())));
    var entry = new DynamodbEvent.DynamodbStreamRecord();
    entry.setDynamodb(new StreamRecord().withNewImage(values));
    assertEquals(
        List.of(
            Optional.of(
                new CorrectionImage(new CaseNumber("CM15-0212345"), 1, CorrectionState.REQUESTED)),
            Optional.empty()),
        List.of(Images.correction(entry), Images.head(entry)));
  }
}
