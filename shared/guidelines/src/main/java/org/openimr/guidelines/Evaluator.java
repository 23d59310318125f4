package org.openimr.guidelines;

import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;

/** Decides the disputed items of a case file by the rule pack. */
public final class Evaluator {
  /** An evaluator with the rule pack that was built with it. */
  public static Evaluator withInstalledPack() {
    throw new UnsupportedOperationException();
  }

  /** Content hash of the rule pack: lower case hex. */
  public String rulePackVersion() {
    throw new UnsupportedOperationException();
  }

  /** Decides every disputed item; the same case file and rule pack give the same evaluation. */
  public Evaluation evaluate(CaseFile file) {
    throw new UnsupportedOperationException();
  }
}
