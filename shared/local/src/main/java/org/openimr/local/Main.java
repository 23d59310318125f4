package org.openimr.local;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      ImportCommand.class,
      RedactCommand.class,
      ServeCommand.class,
      TokenCommand.class,
      GuidelinesCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit status. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs a command that prints to these. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
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
