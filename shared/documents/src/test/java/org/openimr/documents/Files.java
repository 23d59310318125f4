package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;

/** Where the test files lie, and short ways to open them. */
final class Files {
  static final FileOpener OPENER = new FileOpener();
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Files() {}

  static byte[] event(String name) {
    return bytes(ROOT.resolve("events").resolve(name));
  }

  static byte[] bytes(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the folder beside the checkout; skips the test where it is absent. */
  static List<Path> shared(String folder, String ending) {
    Path all =
        Path.of(System.getProperty("openimr.shared", ROOT.resolveSibling("shared").toString()))
            .resolve(folder);
    Assumptions.assumeTrue(java.nio.file.Files.isDirectory(all), "absent: " + folder);
    try (Stream<Path> files = java.nio.file.Files.list(all)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome<SubmittedFile> open(String content) {
    return OPENER.open(content.getBytes(UTF_8));
  }

  static SubmittedFile.Text text(byte[] bytes) {
    return text(OPENER.open(bytes));
  }

  static SubmittedFile.Text text(Outcome<SubmittedFile> outcome) {
    return switch (accepted(outcome)) {
      case SubmittedFile.Text text -> text;
      case SubmittedFile.Json _ -> fail("a case file where text was expected");
      case SubmittedFile.Packet _ -> fail("a packet where text was expected");
    };
  }

  static SubmittedFile.Json json(Outcome<SubmittedFile> outcome) {
    return switch (accepted(outcome)) {
      case SubmittedFile.Json json -> json;
      case SubmittedFile.Text _ -> fail("text where a case file was expected");
      case SubmittedFile.Packet _ -> fail("a packet where a case file was expected");
    };
  }

  static SubmittedFile.Packet packet(byte[] bytes) {
    return packet(OPENER.open(bytes));
  }

  static SubmittedFile.Packet packet(Outcome<SubmittedFile> outcome) {
    return switch (accepted(outcome)) {
      case SubmittedFile.Packet packet -> packet;
      case SubmittedFile.Json _ -> fail("a case file where a packet was expected");
      case SubmittedFile.Text _ -> fail("text where a packet was expected");
    };
  }

  static Code code(Outcome<SubmittedFile> outcome) {
    return switch (outcome) {
      case Outcome.Rejected<SubmittedFile>(var rejection) -> rejection.code();
      case Outcome.Accepted<SubmittedFile> _ -> fail("accepted");
    };
  }

  static String detail(Outcome<SubmittedFile> outcome) {
    return switch (outcome) {
      case Outcome.Rejected<SubmittedFile>(var rejection) -> rejection.detail();
      case Outcome.Accepted<SubmittedFile> _ -> fail("accepted");
    };
  }

  private static SubmittedFile accepted(Outcome<SubmittedFile> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<SubmittedFile>(SubmittedFile file) -> file;
      case Outcome.Rejected<SubmittedFile>(var rejection) -> fail(rejection.toString());
    };
  }
}
