package org.openimr.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.casefile.Edition;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.guidelines.Evaluator;
import org.openimr.guidelines.RuleFolder;
import org.openimr.guidelines.TopicSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The guideline analyst's tools. */
@Command(
    name = "guidelines",
    mixinStandardHelpOptions = true,
    description = "List, check, test and measure the guideline topics.",
    synopsisSubcommandLabel = "(list | check | test | coverage)")
final class GuidelinesCommand {
  /** Where the rules of a checkout are, from its root. */
  private static final Path SOURCES = Path.of("shared/guidelines/src/main/guidelines");

  @Spec private CommandSpec spec;

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the topics of the installed rule pack.")
  int list(
      @Option(names = "--edition", paramLabel = "EDITION", description = "Those that cover it.")
          Optional<Edition> edition,
      @Option(names = "--category", paramLabel = "CATEGORY", description = "Those that reach it.")
          Optional<TreatmentCategory> category) {
    for (TopicSummary topic : Evaluator.withInstalledPack().topics()) {
      if (edition.map(topic.editions()::contains).orElse(true)
          && category.map(topic.categories()::contains).orElse(true)) {
        say(
            "%-36s %-14s %-9s %s  %s"
                .formatted(
                    topic.id(),
                    topic.editions().getFirst() + "-" + topic.editions().getLast(),
                    topic.checked() ? "checked" : "unchecked",
                    topic.title(),
                    topic.sources()));
      }
    }
    return done();
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Check every topic of a folder against the facts, and run its cases.")
  int check(
      @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the rules.")
          Optional<Path> folder) {
    return with(
        folder,
        sound -> {
          say(sound.cases().size() + " topics are sound");
          return done();
        });
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Run the cases of the topics and count them.")
  int test(
      @Option(names = "--topics", paramLabel = "DIR", description = "Folder of the rules.")
          Optional<Path> folder,
      @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "Only these.")
          List<String> topics) {
    var wanted = Optional.ofNullable(topics).orElse(List.of());
    return with(
        folder,
        sound -> {
          sound
              .cases()
              .forEach(
                  (topic, cases) -> {
                    if (wanted.isEmpty() || wanted.contains(topic)) {
                      say("%-36s %4d cases passed".formatted(topic, cases));
                    }
                  });
          return done();
        });
  }

  @Command(
      name = "coverage",
      mixinStandardHelpOptions = true,
      description = "Replay letters and show what each topic decides, and what none reaches.")
  int coverage(
      @Option(names = "--topics", paramLabel = "DIR", description = "Folder of the rules.")
          Optional<Path> folder,
      @Option(
              names = "--reviews",
              paramLabel = "DIR",
              description =
                  "Folder of serve --data: shows as well what reviewers adopted in its cases.")
          Optional<Path> reviews,
      @Parameters(arity = "1..*", paramLabel = "FILE-OR-DIR", description = "Published letters.")
          List<Path> letters) {
    int status =
        folder.isEmpty()
            ? coverage(Evaluator.withInstalledPack(), letters)
            : with(folder, sound -> coverage(sound.evaluator(), letters));
    reviews.ifPresent(data -> ReviewedLines.of(data).forEach(this::say));
    done();
    return status;
  }

  private int coverage(Evaluator evaluator, List<Path> letters) {
    var replay = new Replay(evaluator);
    Inputs inputs = Inputs.of(letters);
    inputs.files().forEach(replay::add);
    var byTopic =
        replay.rows().stream()
            .filter(row -> row.topic().isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.topic().orElseThrow(), TreeMap::new, Collectors.toList()));
    say("%-36s %6s %6s %9s %12s".formatted("topic", "items", "agree", "upheld", "overturned"));
    byTopic.forEach((topic, rows) -> say(line(topic, rows)));
    for (TopicSummary topic : evaluator.topics()) {
      if (!byTopic.containsKey(topic.id())) {
        say("%-36s %6d".formatted(topic.id(), 0));
      }
    }
    unreached(replay.rows())
        .forEach((category, items) -> say("no topic reaches: %s %d".formatted(category, items)));
    inputs.missing().forEach(path -> complain(path + ": no such file or folder."));
    return inputs.missing().isEmpty() ? done() : ExitStatus.REFUSED;
  }

  private static String line(String topic, List<ReplayRow> rows) {
    Agreement agreement = Agreement.of(rows);
    return "%-36s %6d %6d %9s %12s"
        .formatted(
            topic,
            rows.size(),
            agreement.agree(),
            outcome(rows, org.openimr.casefile.Decision.UPHELD),
            outcome(rows, org.openimr.casefile.Decision.OVERTURNED));
  }

  /** Of the items that were published so, how many are proposed so. */
  private static String outcome(List<ReplayRow> rows, org.openimr.casefile.Decision published) {
    var those = rows.stream().filter(row -> row.published() == published).toList();
    return those.stream().filter(row -> row.proposed() == published).count() + "/" + those.size();
  }

  private static Map<TreatmentCategory, Long> unreached(List<ReplayRow> rows) {
    return rows.stream()
        .filter(row -> row.topic().isEmpty())
        .collect(Collectors.groupingBy(ReplayRow::category, TreeMap::new, Collectors.counting()));
  }

  /** What to do with rules that are sound. */
  private interface Use {
    int of(RuleFolder.Result.Sound sound);
  }

  private int with(Optional<Path> folder, Use use) {
    Path rules = folder.orElse(SOURCES);
    if (!Files.isRegularFile(rules.resolve("policy.yaml"))) {
      complain(rules + ": no folder of rules: it has no policy.yaml.");
      return ExitStatus.REFUSED;
    }
    return switch (RuleFolder.read(rules)) {
      case RuleFolder.Result.Sound sound -> use.of(sound);
      case RuleFolder.Result.Faulty(var problems) -> {
        problems.forEach(problem -> complain(rules + "/" + problem));
        yield ExitStatus.REFUSED;
      }
    };
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private void complain(String line) {
    spec.commandLine().getErr().println(line);
  }

  private int done() {
    spec.commandLine().getOut().flush();
    return ExitStatus.DONE;
  }
}
