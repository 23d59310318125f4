package org.openimr.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.FileOpener;

/**
 * Writes published letters for the import to be measured with: the texts of real ones, each under
 * its own case number, with its dates moved and its quantities changed. They lie in the folder that
 * is named, and nowhere else.
 */
public final class ImportBenchmark {
  private static final Pattern CASE_NUMBER = Pattern.compile("CM\\d{2}-\\d{7}");
  private static final Pattern YEAR =
      Pattern.compile("\\b([01]?\\d/[0-3]?\\d/)((?:19|20)\\d\\d)\\b");
  private static final Pattern QUANTITY = Pattern.compile("(#|Qty:? |x )(\\d{1,3})\\b");

  private ImportBenchmark() {}

  /** Arguments: a folder of published letters, the folder to write to, how many. */
  public static void main(String[] arguments) throws IOException {
    List<String> texts = texts(Path.of(arguments[0]));
    Path to = Files.createDirectories(Path.of(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    for (int number = 0; number < count; number++) {
      Path file = to.resolve("%07d.txt".formatted(number));
      Files.writeString(file, varied(texts.get(number % texts.size()), number));
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    var opener = new FileOpener();
    var texts = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (opener.open(Files.readAllBytes(file))
                instanceof Outcome.Accepted<SubmittedFile>(SubmittedFile.Text text)
            && CASE_NUMBER.matcher(text.text()).find()) {
          texts.add(text.text());
        }
      }
    }
    return texts;
  }

  private static String varied(String text, int number) {
    String own = "CM%02d-%07d".formatted(13 + number % 7, number);
    // All dates of a letter move by the same years, so that their order stays.
    int years = number % 3 - 1;
    String dated =
        YEAR.matcher(CASE_NUMBER.matcher(text).replaceAll(own))
            .replaceAll(date -> date.group(1) + (Integer.parseInt(date.group(2)) + years));
    return QUANTITY
        .matcher(dated)
        .replaceAll(
            quantity ->
                Matcher.quoteReplacement(
                    quantity.group(1)
                        + (1 + (Integer.parseInt(quantity.group(2)) + number) % 180)));
  }
}
