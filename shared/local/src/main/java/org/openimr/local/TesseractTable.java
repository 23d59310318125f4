package org.openimr.local;

import java.util.Optional;
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

  /** Words as lines, and how sure it is of them, by letters; empty without words. */
  static Optional<Recognised> read(String table) {
    var text = new StringBuilder();
    String before = "";
    double sure = 0;
    int letters = 0;
    for (String row : table.split("\n", -1)) {
      String[] fields = row.split("\t", -1);
      if (fields.length != FIELDS || !fields[0].equals(WORD) || fields[TEXT].isBlank()) {
        continue;
      }
      String line = String.join(" ", java.util.Arrays.asList(fields).subList(BLOCK, LINE + 1));
      boolean same = line.equals(before);
      text.append(text.isEmpty() ? "" : same ? " " : "\n").append(fields[TEXT].strip());
      before = line;
      sure += Double.parseDouble(fields[CONFIDENCE]) * fields[TEXT].length();
      letters += fields[TEXT].length();
    }
    return letters == 0
        ? Optional.empty()
        : Optional.of(new Recognised(text + "\n", (int) (sure / letters)));
  }
}
