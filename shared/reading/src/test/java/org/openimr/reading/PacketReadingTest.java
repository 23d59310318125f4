package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.SubmittedFile;

class PacketReadingTest {
  private static final String APPLICATION =
      """
      Application for Independent Medical Review
      IMR Case No: CM17-0012345
      Disputed Medical Treatment:
      Naproxen 500mg #60

      Signature Date: 1/9/17
      """;

  private static final String NOTE =
      """
      PROGRESS NOTE
      Name: A. Nobody
      Visit date: 12/28/2016
      Work: none.
      """;

  private final CaseReader reader = new CaseReader();

  @Test
  void splitsEachFileByItself() {
    assertEquals(
        List.of(
            paper("application-2017-01-09", DocumentType.APPLICATION, "2017-01-09", APPLICATION),
            paper("progress-report-2016-12-28", DocumentType.PROGRESS_REPORT, "2016-12-28", NOTE),
            paper(
                "progress-report-2016-12-28-2",
                DocumentType.PROGRESS_REPORT,
                "2016-12-28",
                NOTE + "Page 2.\n")),
        upload(
                SharedFiles.file(APPLICATION),
                SharedFiles.file(NOTE),
                SharedFiles.file(NOTE + "Page 2.\n"))
            .documents());
  }

  @Test
  void countsAFileThatCannotBeReadAsADocumentWithItsPages() {
    var scan = new SubmittedFile.Text("\f", new TreeSet<>(List.of(1, 2)), List.of());
    assertEquals(
        new CaseDocument(
            "other", DocumentType.OTHER, Optional.empty(), "\f", new TreeSet<>(List.of(1, 2))),
        upload(SharedFiles.file(NOTE), scan).documents().getLast());
  }

  @Test
  void givesEachPaperTheConfidenceOfItsOwnPages() {
    var scanned =
        new SubmittedFile.Text(
            APPLICATION + "\f" + NOTE,
            new TreeSet<>(),
            List.of(),
            Recognition.of(Map.of(2, List.of(97, 71, 88))));
    assertEquals(
        List.of(Optional.empty(), Recognition.of(Map.of(1, List.of(97, 71, 88)))),
        upload(scanned).documents().stream().map(CaseDocument::recognition).toList());
  }

  @Test
  void takesFieldsAndDocumentsOfACaseFileAmongTheFiles() {
    var document = paper("pr2", DocumentType.PROGRESS_REPORT, "2016-12-28", NOTE);
    var fields = CaseFields.UNKNOWN;
    CaseUpload upload =
        upload(new SubmittedFile.Json(fields, List.of(document)), SharedFiles.file(APPLICATION));
    assertEquals(
        List.of("pr2", "application-2017-01-09", "CASE_JSON", "RECORDS", "APPLICATION"),
        List.of(
            upload.documents().getFirst().id(),
            upload.documents().getLast().id(),
            upload.fields().get(0).source().name(),
            upload.fields().get(1).source().name(),
            upload.fields().get(2).source().name()));
  }

  @Test
  void keepsTheNotes() {
    var packet =
        new SubmittedFile.Packet(List.of(SharedFiles.file(NOTE)), List.of("Entry 2 is empty."));
    assertEquals(List.of("Entry 2 is empty."), upload(packet).notes());
  }

  @Test
  void refusesTwoCaseNumbers() {
    assertEquals(
        Code.TWO_WORKERS,
        code(
            SharedFiles.file(APPLICATION),
            SharedFiles.file(APPLICATION.replace("0012345", "0054321"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0421M17-0012345", "CM17-001234\u0665", "CM17-\u202e0012345"})
  void takesNoCaseNumberFromCharactersThatOnlyLookAlike(String number) {
    assertEquals(
        Optional.empty(),
        upload(SharedFiles.file(APPLICATION.replace("CM17-0012345", number))).caseNumber());
  }

  @Test
  void takesAPublishedDeterminationAmongPapersAsADocument() throws IOException {
    CaseUpload upload = upload(SharedFiles.file(APPLICATION), letter());
    assertEquals(
        List.of(DocumentType.APPLICATION, DocumentType.DETERMINATION),
        upload.documents().stream().map(CaseDocument::type).toList());
  }

  @Test
  void readsThePublishedDeterminationThatIsAloneInItsPacketAsAPrecedent() throws IOException {
    var packet = new SubmittedFile.Packet(List.of(letter()), List.of());
    assertEquals(reader.read(letter(), "hash"), reader.read(packet, "hash"));
  }

  @Test
  void refusesAPacketOfPublishedDeterminations() throws IOException {
    assertEquals(Code.UNSUPPORTED_TYPE, code(letter(), letter()));
  }

  private static SubmittedFile.Text letter() throws IOException {
    return SharedFiles.file(Files.readString(Path.of("../../events/published-determination.txt")));
  }

  private CaseUpload upload(SubmittedFile.Single... parts) {
    return upload(new SubmittedFile.Packet(List.of(parts), List.of()));
  }

  private CaseUpload upload(SubmittedFile.Packet packet) {
    return switch (reader.read(packet, "hash")) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase(var upload)) -> upload;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published _) ->
          throw new AssertionError("read as a published determination");
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          throw new AssertionError(rejection.code());
    };
  }

  private Code code(SubmittedFile.Single... parts) {
    return switch (reader.read(new SubmittedFile.Packet(List.of(parts), List.of()), "hash")) {
      case Outcome.Rejected<CaseReader.Read>(var rejection) -> rejection.code();
      case Outcome.Accepted<CaseReader.Read> _ -> throw new AssertionError("accepted");
    };
  }

  private static CaseDocument paper(String id, DocumentType type, String date, String text) {
    return new CaseDocument(id, type, Optional.of(LocalDate.parse(date)), text, new TreeSet<>());
  }
}
