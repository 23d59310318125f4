package org.openimr.local;

import java.io.UncheckedIOException;
import org.openimr.records.CloudFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line {@code openimr}: the same handlers as on AWS, in the embedded cloud. */
@Command(
    name = "openimr",
    mixinStandardHelpOptions = true,
    version = "openimr 0.1.0",
    description = "California workers' compensation Independent Medical Review.",
    subcommands = {
      ProcessCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      ServeCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(infrastructure())
        .execute(arguments);
  }

  private static IExecutionExceptionHandler infrastructure() {
    return (failure, command, parsed) -> {
      if (failure instanceof CloudFault || failure instanceof UncheckedIOException) {
        command.getErr().println("openimr: " + failure.getMessage());
        return ExitStatus.INFRASTRUCTURE;
      }
      throw failure;
    };
  }
}
