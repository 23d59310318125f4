package org.openimr.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.records.Adoptions;
import org.openimr.reviewers.ProposalAgreement;

/** What reviewers adopted against what was proposed, by topic, as lines for a terminal. */
final class ReviewedLines {
  private static final int MOST_CASES = 100_000;
  private static final String FORM = "%-36s %6s %6s %10s  %s";

  private ReviewedLines() {}

  /** Those of a folder of {@code serve --data}; no other process may have it. */
  static List<String> of(Path folder) {
    try (var cloud = EmbeddedCloud.in(folder, InstantSource.system())) {
      return of(new Adoptions(cloud.table()).all(MOST_CASES));
    }
  }

  static List<String> of(Adoptions.Found found) {
    var agreement = ProposalAgreement.of(found.items());
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("adopted by reviewers: %d cases".formatted(found.cases()));
    lines.add(FORM.formatted("topic", "items", "agree", "overridden", "proposed -> adopted"));
    agreement.byTopic().forEach(group -> lines.add(line(group)));
    lines.add(line(agreement.whole()));
    if (!found.complete()) {
      lines.add("there are more: not all were counted");
    }
    return List.copyOf(lines);
  }

  private static String line(ProposalAgreement.Group group) {
    String outcomes =
        group.outcomes().stream()
            .map(of -> of.proposed() + " -> " + of.adopted() + " " + of.items())
            .collect(Collectors.joining(", "));
    return FORM.formatted(group.name(), group.items(), group.agree(), group.overridden(), outcomes)
        .stripTrailing();
  }
}
