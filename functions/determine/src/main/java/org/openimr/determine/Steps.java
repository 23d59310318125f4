package org.openimr.determine;

import org.openimr.records.CorrectionImage;
import org.openimr.records.HeadImage;

/**
 * What is to do in which state of a case. A record tells of the state as it was: each step looks
 * where the case stands now.
 */
record Steps(ProposalStep proposal, IssueStep issue, CorrectionStep correction) {
  void run(HeadImage image) {
    switch (image.state()) {
      case EVALUATED -> proposal.run(image);
      case ADOPTED -> issue.run(image);
      case PENDING_RECORDS,
          PARSED,
          PROPOSED,
          ISSUED,
          INELIGIBLE,
          DEFERRED,
          WITHDRAWN,
          TERMINATED,
          FAILED -> {
        // No document is due.
      }
    }
  }

  void run(CorrectionImage image) {
    correction.run(image);
  }
}
