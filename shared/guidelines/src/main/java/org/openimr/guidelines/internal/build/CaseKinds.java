package org.openimr.guidelines.internal.build;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.guidelines.internal.Ruling;

/** Which kinds of cases a topic has: none may be missing (domain brief, part 5.0). */
final class CaseKinds {
  /** A kind of case, and what to do where a topic has none. */
  private enum Kind {
    MEETS("no case meets the topic: add one that is overturned, or say neverSupported and why"),
    FAILS("no case fails the topic: add one that is upheld by a fact or by the request"),
    LACKS("no case lacks a fact: add one whose record is silent on what decides");

    private final String message;

    Kind(String message) {
      this.message = message;
    }
  }

  private final Set<Kind> seen = EnumSet.noneOf(Kind.class);

  void add(Ruling ruling) {
    boolean silent =
        ruling.findings().stream()
            .filter(Ruling.Finding::decided)
            .anyMatch(finding -> finding.result() == CriterionResult.NOT_DOCUMENTED);
    if (silent) {
      seen.add(Kind.LACKS);
    } else if (ruling.decision() == Decision.OVERTURNED) {
      seen.add(Kind.MEETS);
    } else if (ruling.decision() == Decision.UPHELD) {
      seen.add(Kind.FAILS);
    }
  }

  /**
   * What is missing.
   *
   * @param neverSupported whether the guideline supports nothing of this kind, so that no fact can
   *     be wanting
   */
  List<String> missing(boolean neverSupported) {
    Set<Kind> needed = neverSupported ? EnumSet.of(Kind.FAILS) : EnumSet.allOf(Kind.class);
    var missing = new ArrayList<String>();
    needed.stream().filter(kind -> !seen.contains(kind)).forEach(k -> missing.add(k.message));
    return missing;
  }
}
