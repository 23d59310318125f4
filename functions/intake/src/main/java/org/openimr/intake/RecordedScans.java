package org.openimr.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.documents.TextRecognition;
import org.openimr.records.Bodies;

/** Recognises pages by what a service said of them before. For the reading of one file. */
final class RecordedScans implements TextRecognition {
  private final Map<String, RecognisedPages> texts = new HashMap<>();

  /** All texts that came back for an upload. */
  RecordedScans(ScanWork work, Bodies bodies) {
    work.files()
        .forEach(
            file ->
                file.text()
                    .map(text -> bodies.get(text, RecognisedPages.class))
                    .ifPresent(pages -> texts.put(file.hash(), pages)));
  }

  /** How many pages have a text. */
  int pages() {
    return texts.values().stream().mapToInt(text -> text.pages().size()).sum();
  }

  @Override
  public Optional<Recognised> recognise(Scan page) {
    return Optional.ofNullable(texts.get(page.hash()))
        .map(text -> text.pages().getOrDefault(page.number(), List.of()))
        .filter(lines -> !lines.isEmpty())
        .map(Recognised::new);
  }
}
