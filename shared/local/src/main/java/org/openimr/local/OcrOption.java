package org.openimr.local;

import org.openimr.documents.FileOpener;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether pages that are only pictures are read by an engine of this machine. */
final class OcrOption {
  @Option(
      names = "--ocr",
      description =
          "Read pages that are only pictures by the command tesseract of this machine (default:"
              + " they are listed as unreadable).")
  private boolean given;

  boolean isGiven() {
    return given;
  }

  /**
   * The opener to read files with.
   *
   * @throws ParameterException if the engine is asked for and not there
   */
  FileOpener opener(CommandSpec spec) {
    if (given && !Tesseract.isInstalled()) {
      throw new ParameterException(
          spec.commandLine(), "--ocr needs the command tesseract; install it, or leave it out.");
    }
    return given ? new FileOpener(new Tesseract()) : new FileOpener();
  }
}
