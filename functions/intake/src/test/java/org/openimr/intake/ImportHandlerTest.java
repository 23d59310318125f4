package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.UploadState;
import org.openimr.reading.CaseReader;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

class ImportHandlerTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0299001");
  private static final Path LETTER = Path.of("../../events/published-determination.txt");

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();

  @Test
  void takesTheSampleEventAsSamLocalDoes() throws IOException {
    put("published/published-determination.txt", Files.readString(LETTER));
    var event =
        new JsonMapper()
            .readValue(
                Path.of("../../events/import.json").toFile(),
                new TypeReference<Map<String, Object>>() {});
    assertEquals(
        Map.of(UploadState.PRECEDENT, 1), handler(new Faults(0, false)).handleRequest(event, null));
  }

  @Test
  void keepsALetterThatWaitsForItsEvaluation() throws IOException {
    put("published/a.txt", Files.readString(LETTER));
    assertEquals(Map.of(UploadState.PRECEDENT, 1), handle("1", entry("published/a.txt", "e1")));
    assertEquals(Optional.of("2015-12-14, 2 items, attempt 0"), waiting());
  }

  @Test
  void leavesALetterAsItIsWhenItsBatchComesAgain() throws IOException {
    put("published/a.txt", Files.readString(LETTER));
    handle("1", entry("published/a.txt", "e1"));
    var rows = table.rows();
    assertEquals(Map.of(UploadState.PRECEDENT, 1), handle("2", entry("published/a.txt", "e1")));
    assertEquals(rows, table.rows());
  }

  @Test
  void importsAReplacedLetterInPlaceOfTheEarlierOne() throws IOException {
    String letter = Files.readString(LETTER);
    put("published/a.txt", letter);
    handle("1", entry("published/a.txt", "e1"));
    put("published/a.txt", letter.replace("12/14/2015", "12/15/2015"));
    handle("1", entry("published/a.txt", "e2"));
    assertEquals(Optional.of("2015-12-15, 2 items, attempt 0"), waiting());
  }

  @Test
  void refusesWhatIsNoPublishedDeterminationAndGoesOn() throws IOException {
    put("published/a.txt", "Progress Report\nDate: 10/13/2015\nIMR Case Number: CM15-0000001\n");
    put("published/b.txt", Files.readString(LETTER));
    assertEquals(
        Map.of(UploadState.REJECTED, 1, UploadState.PRECEDENT, 1),
        handle("1", entry("published/a.txt", "e1"), entry("published/b.txt", "e2")));
    assertEquals(Optional.of(Code.UNSUPPORTED_TYPE), code("published/a.txt", "e1"));
  }

  @Test
  void takesTheCaseNumberOfTheFolderWhereTheLetterHasNone() throws IOException {
    String stripped = Files.readString(LETTER).replace("CM15-0299001", "");
    put("published/CM15-0000007/a.txt", stripped);
    assertEquals(
        Map.of(UploadState.PRECEDENT, 1), handle("1", entry("published/CM15-0000007/a.txt", "e")));
  }

  @Test
  void leavesOutFoldersAndWhatLiesElsewhere() {
    put("incoming/a.txt", "x");
    assertEquals(Map.of(), handle("1", entry("published/", "e1"), entry("incoming/a.txt", "e2")));
  }

  @Test
  void failsUntilEveryLetterIsDone() throws IOException {
    put("published/a.txt", Files.readString(LETTER));
    var broken = new Faults(3, false);
    var handler = handler(broken);
    var event = event("1", entry("published/a.txt", "e1"));
    assertThrows(CloudFault.class, () -> handler.handleRequest(event, null));
    assertEquals(Map.of(UploadState.PRECEDENT, 1), handle("2", entry("published/a.txt", "e1")));
  }

  @Test
  void givesUpAtTheThirdAttemptOnALetterThatEndsTheProcess() {
    put("published/a.txt", "any");
    var handler = handlerThat(ImportHandlerTest::endsTheProcess);
    assertThrows(OutOfMemoryError.class, () -> handler.handleRequest(one("0"), null));
    assertThrows(OutOfMemoryError.class, () -> handler.handleRequest(one("1"), null));
    assertEquals(Map.of(UploadState.REJECTED, 1), handler.handleRequest(one("2"), null));
  }

  @Test
  void refusesAnEventOfAnotherForm() {
    var handler = handler(new Faults(0, false));
    assertThrows(
        IllegalArgumentException.class, () -> handler.handleRequest(Map.of("Items", "x"), null));
  }

  private static Outcome<CaseReader.Read> endsTheProcess(ByteBuffer bytes, String hash) {
    throw new OutOfMemoryError("as a file may cause");
  }

  private static Map<String, Object> one(String attempt) {
    return event(attempt, entry("published/a.txt", "e1"));
  }

  private Optional<String> waiting() {
    return new Precedents(table)
        .waiting(CASE)
        .map(
            now ->
                "%s, %d items, attempt %d"
                    .formatted(
                        now.letter().decisionDate().orElseThrow(),
                        now.letter().items(),
                        now.attempt()));
  }

  private Optional<Code> code(String key, String entityTag) {
    var name = new ObjectName(Settings.EMBEDDED.caseFiles(), key);
    return new Uploads(table)
        .find(UploadRow.id(name, Optional.of(entityTag)))
        .flatMap(UploadRow::reason)
        .map(why -> why.code());
  }

  private Map<UploadState, Integer> handle(String attempt, Object... entries) {
    return handler(new Faults(0, false)).handleRequest(event(attempt, entries), null);
  }

  private static Map<String, Object> event(String attempt, Object... entries) {
    return Map.of("batch", "b", "attempt", attempt, "Items", List.of(entries));
  }

  private static Map<String, Object> entry(String key, String entityTag) {
    return Map.of("Key", key, "Etag", entityTag, "Size", 1);
  }

  private ImportHandler handler(Faults faults) {
    return new ImportHandler(
        faults.in(table), faults.in(objects), Settings.EMBEDDED, clock(), Journal.silent());
  }

  private ImportHandler handlerThat(Reading reads) {
    var intake =
        Wiring.intake(table, objects, Settings.EMBEDDED, clock(), Journal.silent(), reads, 500);
    return new ImportHandler(
        new LetterImport(intake, new Uploads(table), Journal.silent()), Settings.EMBEDDED);
  }

  private static InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2015-11-12T10:00:00Z"));
  }

  private void put(String key, String text) {
    objects.put(
        new ObjectName(Settings.EMBEDDED.caseFiles(), key),
        text.getBytes(StandardCharsets.UTF_8),
        "text/plain");
  }
}
