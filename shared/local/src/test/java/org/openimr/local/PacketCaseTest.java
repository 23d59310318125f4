package org.openimr.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample case file as a packet, by the command line and through every handler. */
class PacketCaseTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final String CASE = "CM15-0212345";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void decidesAPacketAsItsCaseFile() throws IOException {
    Run.of("process", EVENTS.resolve("case-file.json"), "--out", folder.resolve("json"));
    Run run = Run.of("process", packet(Map.of()), "--out", folder.resolve("zip"));

    assertEquals(new Run(ExitStatus.DONE, CASE + "\tPROPOSED\tOVERTURNED,UPHELD\n", ""), run);
    assertEquals(determination("json"), determination("zip"));
  }

  @Test
  void takesAPacketOfTheWholeFileInOnePaper() throws IOException {
    Path zip = folder.resolve("whole.zip");
    write(zip, Map.of("case.pdf", Files.readAllBytes(EVENTS.resolve("case-file.pdf"))));

    assertEquals(
        new Run(ExitStatus.DONE, CASE + "\tPROPOSED\tOVERTURNED,UPHELD\n", ""),
        Run.of("process", zip, "--out", folder.resolve("zip")));
  }

  @Test
  void saysWhatWasLeftOutAndProvesNoAbsenceOverIt() throws IOException {
    Path zip = packet(Map.of("scan.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));
    Run run = Run.of("process", zip, "--out", folder.resolve("zip"));

    String note =
        "Entry 1 of the archive was left out (UNSUPPORTED_TYPE) and counts as an unreadable page."
            + " The file is an image (PNG). Accepted are PDF with text, plain text, case files in"
            + " JSON (openimr/case-file/1), and ZIP archives of these. Save it as PDF or plain"
            + " text.";
    assertEquals(
        new Run(
            ExitStatus.DONE,
            CASE + "\tPROPOSED\tUNDETERMINED,UNDETERMINED\n",
            zip + ": " + note + "\n"),
        run);
    assertEquals(note, JSON.readTree(file("zip", "status.json")).at("/uploads/0/notes/0").asText());
    assertEquals(
        "UNREADABLE",
        determination("zip")
            .path("documents")
            .valueStream()
            .filter(document -> document.path("id").asText().equals("other"))
            .findFirst()
            .orElseThrow()
            .path("use")
            .asText());
  }

  @Test
  void refusesAPacketThatIsUnsafeWhole() throws IOException {
    Path zip = packet(Map.of("../over.txt", "x".getBytes(UTF_8)));
    Run run = Run.of("process", zip, "--out", folder.resolve("zip"));

    assertEquals(
        new Run(
            ExitStatus.REFUSED,
            "",
            zip
                + ": UNSAFE_PATH: The name of entry 1 of the ZIP archive leaves its folder, or the"
                + " entry is a link. Pack the papers themselves, under plain names, and send the"
                + " archive again.\n"),
        run);
  }

  /** The sample with each text in a file of its own, after other files. */
  private Path packet(Map<String, byte[]> others) throws IOException {
    var sample = (ObjectNode) JSON.readTree(EVENTS.resolve("case-file.json").toFile());
    var files = new LinkedHashMap<String, byte[]>(others);
    for (JsonNode each : sample.path("documents")) {
      var document = (ObjectNode) each;
      String name = "papers/" + document.path("id").asText() + ".txt";
      files.put(name, document.path("text").asText().getBytes(UTF_8));
      document.remove("text");
      document.put("file", name);
    }
    files.put("case.json", JSON.writeValueAsBytes(sample));
    Path zip = folder.resolve("packet.zip");
    write(zip, files);
    return zip;
  }

  private static void write(Path zip, Map<String, byte[]> files) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        var packing = new ZipOutputStream(file)) {
      for (var entry : files.entrySet()) {
        packing.putNextEntry(new ZipEntry(entry.getKey()));
        packing.write(entry.getValue());
        packing.closeEntry();
      }
    }
  }

  private JsonNode determination(String out) throws IOException {
    return JSON.readTree(file(out, "determination.json"));
  }

  private byte[] file(String out, String name) throws IOException {
    return Files.readAllBytes(folder.resolve(out).resolve(CASE).resolve(name));
  }
}
