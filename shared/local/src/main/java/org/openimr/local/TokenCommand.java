package org.openimr.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.casefile.CaseNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token of the embedded issuer. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Print a token for the HTTP API of serve, good for twelve hours. No deployed stack takes"
            + " it.")
final class TokenCommand implements Callable<Integer> {
  private static final List<String> ROLES =
      List.of("staff", "claims-administrator", "reviewer", "party", "analyst");

  /** As openapi.yaml has it. */
  private static final String ORGANIZATION = "[a-z0-9][a-z0-9-]{1,62}";

  @Spec private CommandSpec spec;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "staff, claims-administrator, reviewer, party or analyst.")
  private String role = "";

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Whose cases a claims administrator sees.")
  private Optional<String> organization = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "NUMBER",
      description = "The one case that the token opens (default: all that the role reaches).")
  private Optional<String> onlyCase = Optional.empty();

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description =
          "Who it is for: a reviewer's pseudonym, the party that a grant names (default: the"
              + " role).")
  private Optional<String> subject = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of serve --data (default: as serve without it).")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() {
    if (!ROLES.contains(role)) {
      throw new ParameterException(
          spec.commandLine(), "--role is one of " + String.join(", ", ROLES) + ".");
    }
    if (role.equals("claims-administrator") && organization.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "A claims administrator needs --organization NAME.");
    }
    if (organization.filter(name -> !name.matches(ORGANIZATION)).isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--organization is 2 to 63 lower case letters, digits and hyphens, as POST /cases takes"
              + " it.");
    }
    if (onlyCase.isPresent() && onlyCase.flatMap(CaseNumber::of).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--case is a case number such as CM15-0212345.");
    }
    var bearer = new EmbeddedIssuer.Bearer(role, subject.orElse(role), organization, onlyCase);
    spec.commandLine().getOut().println(EmbeddedIssuer.of(data).token(bearer, Instant.now()));
    return ExitStatus.DONE;
  }
}
