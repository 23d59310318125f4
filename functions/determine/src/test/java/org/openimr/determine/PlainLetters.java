package org.openimr.determine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Evaluation;
import org.openimr.letter.DocumentSet;

/**
 * Letters of a few words.
 *
 * @param priority what the final text says of an expedited review; empty of a standard one
 */
record PlainLetters(String priority) implements Letters {
  PlainLetters() {
    this("");
  }

  @Override
  public Letters expeditedSince(Optional<LocalDate> day) {
    return new PlainLetters(day.map(since -> ", expedited since " + since).orElse(""));
  }

  @Override
  public String rendererVersion() {
    return "7";
  }

  @Override
  public DocumentSet propose(CaseFile file, Evaluation evaluation, int revision) {
    return new DocumentSet(bytes("json"), bytes("text r" + revision), bytes("html"), bytes("pdf"));
  }

  @Override
  public DocumentSet issue(CaseFile file, Evaluation evaluation, int revision, Adoption adoption) {
    return new DocumentSet(
        bytes("final json"),
        bytes("final text r" + revision + " of " + adoption.decisionDate() + priority),
        bytes("final html"),
        bytes("final pdf"));
  }

  @Override
  public DocumentSet correct(Correction correction, LocalDate date) {
    return new DocumentSet(
        bytes("correction json"),
        bytes("correction " + correction.number() + " of " + date),
        bytes("correction html"),
        bytes("correction pdf"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
