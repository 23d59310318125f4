package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;

/** Says in plain sentences why the criteria give the decision. */
final class Conclusion {
  private Conclusion() {}

  static String of(Ruling ruling, List<Criterion> criteria) {
    var sentences = new ArrayList<String>();
    if (ruling.decision() == Decision.OVERTURNED) {
      criteria.stream().filter(Criterion::decided).forEach(c -> sentences.add(c.finding()));
    } else {
      List<String> shown =
          criteria.stream().filter(Conclusion::shown).map(Criterion::finding).toList();
      sentences.addAll(shown);
      criteria.stream()
          .filter(Criterion::decided)
          .map(Criterion::finding)
          .filter(finding -> !shown.contains(finding))
          .forEach(sentences::add);
    }
    Template.fill(ruling.because(), ruling.values()).ifPresent(sentences::add);
    ruling.supported().flatMap(most -> most(ruling, most)).ifPresent(sentences::add);
    ruling.alerts().forEach(alert -> sentences.add(alert.because()));
    return String.join(" ", sentences);
  }

  /** The most that the guideline allows; "0 visits" is no way to say none. */
  private static Optional<String> most(Ruling ruling, double amount) {
    Values values = ruling.values().with(Map.of("supported", amount));
    Optional<String> words = Template.fill(ruling.supportedWords(), values);
    return amount == 0.0 ? words.map(_ -> "On these facts the guideline allows none.") : words;
  }

  /** What speaks for the request and is in the records, so that nobody asks whether it was read. */
  private static boolean shown(Criterion criterion) {
    return criterion.result() == CriterionResult.MET
        && !criterion.evidence().isEmpty()
        && criterion.searched().isEmpty();
  }
}
