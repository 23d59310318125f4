package org.openimr.local;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openimr.documents.TextRecognition;

/**
 * Recognises text by the command {@code tesseract} of this machine, in English. Picture and text go
 * through pipes: nothing of a record is written to a disk or leaves the machine.
 */
final class Tesseract implements TextRecognition {
  private static final String COMMAND = "tesseract";
  private static final long SECONDS_A_PAGE = 120;

  /** Whether the command is on the path. */
  static boolean isInstalled() {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMMAND)));
  }

  @Override
  public Optional<Recognised> recognise(Scan page) {
    return page.picture().flatMap(Tesseract::recognise);
  }

  /** The text of a picture. */
  static Optional<Recognised> recognise(byte[] png) {
    var builder =
        new ProcessBuilder(List.of(COMMAND, "stdin", "stdout", "-l", "eng", "--dpi", "200", "tsv"))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // One page at a time: more threads cost more than they save on a page.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    try {
      Process process = builder.start();
      var end = process.onExit().orTimeout(SECONDS_A_PAGE, TimeUnit.SECONDS);
      var stop = end.whenComplete((_, late) -> process.destroyForcibly());
      String said = answer(process, png);
      boolean done = stop.handle((ended, late) -> late == null && ended.exitValue() == 0).join();
      return done ? TesseractTable.read(said) : Optional.empty();
    } catch (IOException e) {
      throw new RecognitionFailedException("the command tesseract does not run", e);
    }
  }

  private static String answer(Process process, byte[] png) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(png);
    } catch (IOException e) {
      // It gave up on the picture before it had read it; its exit status says so.
      return "";
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
