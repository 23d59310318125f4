package org.openimr.procedure;

import static org.openimr.casefile.CaseState.ADOPTED;
import static org.openimr.casefile.CaseState.DEFERRED;
import static org.openimr.casefile.CaseState.EVALUATED;
import static org.openimr.casefile.CaseState.FAILED;
import static org.openimr.casefile.CaseState.INELIGIBLE;
import static org.openimr.casefile.CaseState.ISSUED;
import static org.openimr.casefile.CaseState.PARSED;
import static org.openimr.casefile.CaseState.PENDING_RECORDS;
import static org.openimr.casefile.CaseState.PROPOSED;
import static org.openimr.casefile.CaseState.TERMINATED;
import static org.openimr.casefile.CaseState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.openimr.casefile.CaseState;

/** Which state of a case may follow which (design section 2; domain brief, part 1.13). */
public final class Lifecycle {
  private static final Set<CaseState> REVISED = EnumSet.of(PENDING_RECORDS, PARSED);
  private static final Set<CaseState> CLOSED =
      EnumSet.of(INELIGIBLE, DEFERRED, WITHDRAWN, TERMINATED);

  private Lifecycle() {}

  /** Whether a case may begin in a state. */
  public static boolean begins(CaseState state) {
    return REVISED.contains(state) || state == DEFERRED;
  }

  /** Whether a state may follow another; new papers lead back to a revision. */
  public static boolean follows(CaseState from, CaseState to) {
    return switch (from) {
      case PENDING_RECORDS, FAILED -> open(to);
      case PARSED -> open(to) || to == EVALUATED;
      case EVALUATED -> open(to) || to == PROPOSED;
      case PROPOSED -> open(to) || to == ADOPTED;
      case ADOPTED -> CLOSED.contains(to) || to == ISSUED || to == FAILED;
      case DEFERRED -> REVISED.contains(to) || CLOSED.contains(to);
      case ISSUED, INELIGIBLE, WITHDRAWN, TERMINATED -> false;
    };
  }

  private static boolean open(CaseState to) {
    return REVISED.contains(to) || CLOSED.contains(to) || to == FAILED;
  }
}
