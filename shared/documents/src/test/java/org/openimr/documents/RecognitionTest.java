package org.openimr.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.TextRecognition.Recognised;
import org.openimr.documents.TextRecognition.RecognitionFailedException;

class RecognitionTest {
  private static final byte[] REPORT_AND_SCAN =
      Pdfs.of(Pdfs.lines("Report"), Pdfs.scan("FAX 2 of 2"));

  @Test
  void readsAPageThatIsAPictureByTheEngine() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\fPlan\nMassage\n",
            new TreeSet<>(),
            List.of("The text of page 2 was recognised in its picture (confidence 91 of 100)."),
            Recognition.of(Map.of(2, List.of(91, 91)))),
        Files.text(opener("Plan\r\nMassage\f", 91).open(REPORT_AND_SCAN)));
  }

  @Test
  void leavesAPageUnreadableThatWasRecognisedPoorly() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\fFAX 2 of 2\n",
            new TreeSet<>(List.of(2)),
            List.of(
                "The text of page 2 was recognised too poorly to rely on (confidence 59 of 100);"
                    + " the page counts as unreadable.")),
        Files.text(opener("Plan", 59).open(REPORT_AND_SCAN)));
  }

  @Test
  void takesAScanOfWhichTheEngineReadsAPage() {
    assertEquals("Plan\n", Files.text(opener("Plan", 80).open(Pdfs.of(Pdfs.scan()))).text());
  }

  @Test
  void refusesAScanOfWhichTheEngineReadsNothing() {
    var opener = new FileOpener(page -> Optional.empty());
    assertEquals(Code.NO_TEXT_LAYER, Files.code(opener.open(Pdfs.of(Pdfs.scan()))));
  }

  @Test
  void givesTheEngineUprightPicturesOfUnreadablePagesAlone() {
    var sizes = new ArrayList<List<Integer>>();
    var opener =
        new FileOpener(
            page -> {
              sizes.add(size(page.picture().orElseThrow()));
              return Optional.empty();
            });
    opener.open(Pdfs.of(Pdfs.lines("Report"), Pdfs.blank(), Pdfs.scan()));
    assertEquals(List.of(List.of(1699, 2200)), sizes);
  }

  @Test
  void neverDrawsAPictureThatIsTooLarge() {
    var drawn = new ArrayList<Optional<byte[]>>();
    var opener =
        new FileOpener(
            page -> {
              drawn.add(page.picture());
              return Optional.empty();
            });
    byte[] pdf =
        RawPdf.ofOnePage("q 612 0 0 792 0 0 cm /X Do Q").stream(
                "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8"
                    + "/ColorSpace/DeviceGray/Filter/FlateDecode",
                Pdfs.packed(new byte[100]))
            .bytes();
    opener.open(pdf);
    assertEquals(List.of(Optional.empty()), drawn);
  }

  @Test
  void saysThatTheEngineFailedAndNotTheFile() {
    var opener =
        new FileOpener(
            page -> {
              throw new RecognitionFailedException("gone", new IOException());
            });
    assertThrows(RecognitionFailedException.class, () -> opener.open(REPORT_AND_SCAN));
  }

  private static FileOpener opener(String text, int confidence) {
    return new FileOpener(page -> Optional.of(Recognised.evenly(text, confidence)));
  }

  private static List<Integer> size(byte[] png) {
    try {
      var picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
      return List.of(picture.getWidth(), picture.getHeight());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
