package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    ruling
        .supported()
        .map(amount -> ruling.values().with(Map.of("supported", amount)))
        .flatMap(values -> Template.fill(ruling.supportedWords(), values))
        .ifPresent(sentences::add);
    ruling.alerts().forEach(alert -> sentences.add(alert.because()));
    return String.join(" ", sentences);
  }

  /** What speaks for the request and is in the records, so that nobody asks whether it was read. */
  private static boolean shown(Criterion criterion) {
    return criterion.result() == CriterionResult.MET
        && !criterion.evidence().isEmpty()
        && criterion.searched().isEmpty();
  }
}
