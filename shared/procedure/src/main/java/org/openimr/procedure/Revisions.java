package org.openimr.procedure;

import java.util.Collection;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Outcome;

/** Cuts revisions of a case. */
public final class Revisions {
  private Revisions() {}

  /**
   * The case file that a set of accepted uploads makes: the same for any order and repetition.
   *
   * @return refused where the papers cannot be of one case
   */
  public static Outcome<CaseFile> cut(CaseNumber caseNumber, Collection<CaseUpload> uploads) {
    throw new UnsupportedOperationException();
  }
}
