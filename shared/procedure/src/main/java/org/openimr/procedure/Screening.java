package org.openimr.procedure;

import java.util.Collection;
import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;

/**
 * What a revision was found to have and to lack: its checklist and its findings of eligibility.
 *
 * @param checklist in the order of {@link RequiredDocument}
 * @param findings in the order of {@link EligibilityRule}
 */
public record Screening(List<Requirement> checklist, List<EligibilityFinding> findings) {
  /** Copies the lists. */
  public Screening {
    checklist = List.copyOf(checklist);
    findings = List.copyOf(findings);
  }

  /**
   * Screens a revision.
   *
   * @param uploads that it was cut from
   * @param prior decisions of earlier disputes that may be this one
   */
  public static Screening of(
      CaseFile file,
      Collection<CaseUpload> uploads,
      DueDates due,
      Collection<PriorDecision> prior) {
    return new Screening(
        Checklist.of(file, due),
        Eligibility.screen(
            file, Liability.of(uploads, file.fields()), prior, FilingPolicy.MAIL_PLUS_5));
  }

  /** Whether the case is deferred until the claims administrator says otherwise. */
  public boolean defers() {
    return findings.stream()
        .anyMatch(finding -> finding.standing() == EligibilityFinding.Standing.DEFERS);
  }

  /** The rules of the findings. */
  public List<EligibilityRule> flags() {
    return findings.stream().map(EligibilityFinding::rule).toList();
  }
}
