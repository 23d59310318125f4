package org.openimr.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openimr.records.Clients;
import org.openimr.records.CloudFault;
import org.openimr.records.DynamoTable;
import org.openimr.records.S3Objects;
import org.openimr.records.Settings;
import picocli.CommandLine.Option;

/**
 * The flag that sends files to a deployed stack. It is the only way to an account: no other class
 * looks for credentials.
 */
final class StackOption {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description =
          "Send the files to this deployed stack, in the account and region of the usual AWS"
              + " settings, wait for its functions, and fetch what they wrote (default: nothing"
              + " leaves this machine).")
  private Optional<String> stack = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "900",
      description = "How long to wait for the stack (default: ${DEFAULT-VALUE}).")
  private int timeoutSeconds;

  boolean isGiven() {
    return stack.isPresent();
  }

  /** The desk of the stack; empty without the flag. Says where the files go. */
  Optional<Desk> desk(PrintWriter err) {
    return stack.map(
        name -> {
          Map<String, String> environment = System.getenv();
          Settings settings = settings(DescribeStacks.by(environment).outputs(name));
          err.println(notice(name, settings));
          Clients clients = Clients.of(environment);
          var table = new DynamoTable(clients.dynamoDb(), settings.table());
          var rest = new StackRest(table, FIRST_PAUSE, Duration.ofSeconds(timeoutSeconds));
          return Desk.elsewhere(
              table, new S3Objects(clients.s3()), settings, rest::await, clients::close);
        });
  }

  /** Names of the stack's resources. */
  static Settings settings(Map<String, String> outputs) {
    return new Settings(
        output(outputs, "CasesTableName"),
        output(outputs, "CaseFilesBucketName"),
        output(outputs, "DerivedBucketName"),
        output(outputs, "DeterminationsBucketName"));
  }

  private static String output(Map<String, String> outputs, String name) {
    return Optional.ofNullable(outputs.get(name))
        .orElseThrow(
            () ->
                new CloudFault(
                    "DescribeStacks",
                    "the stack has no output " + name + ", so it is not one of OpenIMR",
                    new IllegalArgumentException(name)));
  }

  /**
   * Where files go, before they do: an account's number, which a bucket may be named by, is not
   * shown.
   */
  static String notice(String stack, Settings settings) {
    return "openimr: stack %s: files go to bucket %s, documents come from bucket %s"
        .formatted(stack, withoutAccount(settings.caseFiles()), withoutAccount(settings.derived()));
  }

  private static String withoutAccount(String bucket) {
    return bucket.replaceAll("\\d{12}", "<account>");
  }
}
