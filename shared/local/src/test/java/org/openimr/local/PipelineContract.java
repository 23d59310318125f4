package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case file becomes in any cloud: put into S3, found again as determination. */
abstract class PipelineContract {
  private static final Path EVENTS = Path.of("../../events");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** Options that say where the command works. */
  abstract List<String> placement();

  @Test
  void bringsACaseFileBackAsItsDetermination() throws IOException {
    Path file = sample("CM15-0311001");

    assertEquals(
        new Run(ExitStatus.DONE, "CM15-0311001\tPROPOSED\tOVERTURNED,UPHELD\n", ""), process(file));
    Path of = folder.resolve("out/CM15-0311001");
    assertEquals(
        "PROPOSED", JSON.readTree(of.resolve("status.json").toFile()).path("state").asText());
    assertTrue(Files.readString(of.resolve("determination.html")).contains("CM15-0311001"));
    assertTrue(Files.readString(of.resolve("determination.txt")).contains("CM15-0311001"));
    assertEquals(
        "%PDF",
        Files.readString(
                of.resolve("determination.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1)
            .substring(0, 4));
  }

  @Test
  void takesTheSameFileOnceMoreAsADuplicate() throws IOException {
    Path file = sample("CM15-0311002");
    process(file);

    Run again = process(file, Files.copy(file, folder.resolve("again.json")));

    assertEquals("CM15-0311002\tPROPOSED\tOVERTURNED,UPHELD\n", again.out());
    JsonNode status = JSON.readTree(folder.resolve("out/CM15-0311002/status.json").toFile());
    assertEquals(1, status.path("revision").asInt());
    assertTrue(status.path("uploads").findValuesAsText("state").contains("DUPLICATE"));
  }

  @Test
  void waitsForRecordsAndGoesOnWhenTheyCome() throws IOException {
    String papers =
        Files.readString(EVENTS.resolve("case-file.txt")).replace("CM15-0212345", "CM15-0311003");
    int report = papers.indexOf("PRIMARY TREATING");
    int review = papers.indexOf("UTILIZATION REVIEW DETERMINATION");
    Path of = Files.createDirectories(folder.resolve("CM15-0311003"));
    Path first =
        Files.writeString(
            of.resolve("1.txt"), papers.substring(0, report) + papers.substring(review));
    Path then = Files.writeString(of.resolve("2.txt"), papers.substring(report, review));

    assertEquals("CM15-0311003\tPENDING_RECORDS\t\n", process(first).out());
    // An embedded cloud ends with its command, so what came first is put again with what follows.
    assertEquals("CM15-0311003\tPROPOSED\tOVERTURNED,UPHELD\n", process(first, then).out());
  }

  @Test
  void recordsWhyAFileIsNotTaken() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"schema\": ");
    Path empty = Files.writeString(folder.resolve("empty.pdf"), "");
    Path other = Files.createDirectories(folder.resolve("CM15-0311005"));
    Path mismatch = Files.copy(sample("CM15-0311004"), other.resolve("file.json"));

    Run run = process(broken, empty, mismatch, folder.resolve("absent"));

    assertEquals(ExitStatus.REFUSED, run.status());
    assertEquals(
        List.of(
            "absent: no such file or folder.",
            "broken.json: INVALID_JSON",
            "empty.pdf: EMPTY_FILE",
            "file.json: CASE_NUMBER_MISMATCH"),
        run.err()
            .lines()
            .map(line -> line.replace(folder + "/", "").replace("CM15-0311005/", ""))
            .map(line -> line.replaceFirst("^([^:]+: [A-Z_]+):.*$", "$1"))
            .sorted()
            .toList());
  }

  private Path sample(String caseNumber) throws IOException {
    String sample = Files.readString(EVENTS.resolve("case-file.json"));
    return Files.writeString(
        folder.resolve(caseNumber + ".json"), sample.replace("CM15-0212345", caseNumber));
  }

  private Run process(Path... files) {
    var words = new ArrayList<Object>(List.of("process", "--out", folder.resolve("out")));
    words.addAll(placement());
    words.addAll(List.of(files));
    return Run.of(words.toArray());
  }
}
