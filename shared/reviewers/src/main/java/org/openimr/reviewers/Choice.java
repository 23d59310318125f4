package org.openimr.reviewers;

/** The outcome of a choice. The same inputs, in any order, give the same outcome. */
public sealed interface Choice {
  /** Why. */
  Explanation explanation();

  /** A reviewer, who attests before seeing the file. */
  record Chosen(Pseudonym reviewer, Explanation explanation) implements Choice {}

  /** The case waits. */
  record NobodyFits(Explanation explanation) implements Choice {}
}
