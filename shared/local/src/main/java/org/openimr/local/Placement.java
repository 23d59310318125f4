package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EmulatorCloud;
import org.openimr.procedure.Clocks;
import org.openimr.records.CloudFault;
import org.openimr.records.Settings;
import picocli.CommandLine.Option;

/**
 * Where a command works and what time it is there. Without a flag: the embedded cloud, so that
 * health records never go to an account by accident.
 */
final class Placement {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "An emulator of AWS, such as LocalStack (default: environment variable AWS_ENDPOINT_URL)."
              + " What is missing there is made.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The clock for due dates (default: today in California).")
  private Optional<LocalDate> asOf = Optional.empty();

  /** Whether a flag says where or when; the environment does not count. */
  boolean isGiven() {
    return endpoint.isPresent() || asOf.isPresent();
  }

  /** Opens the cloud: an emulator if one is named, else the embedded one. */
  Cloud open(Optional<Path> folder) {
    return emulator()
        .<Cloud>map(url -> EmulatorCloud.at(url, Settings.EMBEDDED))
        .orElseGet(
            () -> folder.map(this::embedded).orElseGet(() -> EmbeddedCloud.inMemory(clock())));
  }

  /** Where an emulator is; empty for the embedded cloud. */
  Optional<URI> emulator() {
    return endpoint.or(
        () ->
            Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
                .filter(url -> !url.isBlank())
                .map(URI::create));
  }

  private Cloud embedded(Path folder) {
    try {
      return EmbeddedCloud.in(Files.createDirectories(folder), clock());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CloudFault e) {
      throw new CloudFault(
          "folder " + folder + " cannot be opened", String.valueOf(e.getMessage()), e);
    }
  }

  /** The clock: stands still on a day that was named. */
  InstantSource clock() {
    return asOf.map(Placement::noon).map(InstantSource::fixed).orElseGet(InstantSource::system);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(Clocks.ZONE).toInstant();
  }
}
