package org.openimr.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.SubmittedFile;

/** The files beside the checkout; skipped where they are absent. */
class RealFilesTest {
  @Test
  void opensEveryDevelopmentCaseFile() {
    List<Path> files = Files.shared("cases/case-files", ".json");
    List<String> wrong =
        files.stream()
            .filter(
                file -> {
                  var json = Files.json(Files.OPENER.open(Files.bytes(file)));
                  String number = json.fields().caseNumber().orElseThrow().value();
                  return !file.getFileName().toString().equals(number + ".json")
                      || json.documents().isEmpty()
                      || json.fields().disputedItems().isEmpty();
                })
            .map(file -> file.getFileName().toString())
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void readsEveryPageOfEveryDetermination() {
    List<Path> files = Files.shared("determinations", ".pdf");
    List<String> wrong =
        files.stream().filter(file -> !wholeLetter(file)).map(Path::toString).toList();
    assertEquals(List.of(), wrong);
    assertTrue(files.size() >= 79, "letters: " + files.size());
  }

  private static boolean wholeLetter(Path file) {
    SubmittedFile.Text letter = Files.text(Files.bytes(file));
    return letter.unreadablePages().equals(new TreeSet<>())
        && letter.notes().size() == 1
        && letter.text().contains("Decision rationale");
  }
}
