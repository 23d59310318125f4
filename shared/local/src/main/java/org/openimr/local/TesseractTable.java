package org.openimr.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.documents.TextRecognition.Line;
import org.openimr.documents.TextRecognition.Recognised;

/**
 * The table that Tesseract writes ({@code tsv}): a line a box, with twelve fields; words are the
 * boxes of level 5, and the eleventh field is how sure it is of one, 0 to 100.
 */
final class TesseractTable {
  private static final int FIELDS = 12;
  private static final String WORD = "5";
  private static final int BLOCK = 2;
  private static final int LINE = 4;
  private static final int CONFIDENCE = 10;
  private static final int TEXT = 11;

  private TesseractTable() {}

  /** Words as lines, and how sure it is of each, by letters; empty without words. */
  static Optional<Recognised> read(String table) {
    var lines = new LinkedHashMap<String, List<Word>>();
    for (String row : table.split("\n", -1)) {
      String[] fields = row.split("\t", -1);
      if (fields.length == FIELDS && fields[0].equals(WORD) && !fields[TEXT].isBlank()) {
        String line = String.join(" ", Arrays.asList(fields).subList(BLOCK, LINE + 1));
        var word = new Word(fields[TEXT].strip(), Double.parseDouble(fields[CONFIDENCE]));
        lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(word);
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Recognised(lines.values().stream().map(TesseractTable::line).toList()));
  }

  private record Word(String text, double confidence) {}

  private static Line line(List<Word> words) {
    double sure = words.stream().mapToDouble(w -> w.confidence() * w.text().length()).sum();
    int letters = words.stream().mapToInt(word -> word.text().length()).sum();
    String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    return new Line(text, (int) (sure / letters));
  }
}
