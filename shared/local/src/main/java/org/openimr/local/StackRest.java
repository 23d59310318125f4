package org.openimr.local;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.CloudFault;
import org.openimr.records.Table;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Waits for a stack whose functions run elsewhere: looks at the rows of the uploads, and at the
 * heads of their cases, with growing pauses.
 */
final class StackRest {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Uploads uploads;
  private final Cases cases;
  private final Duration firstPause;
  private final Duration timeout;
  private final Set<String> rested = new HashSet<>();

  StackRest(Table table, Duration firstPause, Duration timeout) {
    this.uploads = new Uploads(table);
    this.cases = new Cases(table);
    this.firstPause = firstPause;
    this.timeout = timeout;
  }

  /**
   * Returns when every upload was decided on, and the case of each has come to rest.
   *
   * @throws CloudFault if that takes longer than the timeout; what was put goes on, and the same
   *     command once more finds it
   */
  void await(List<String> ids) {
    try {
      var _ = waiter().run(() -> open(ids));
    } catch (SdkClientException e) {
      // The waiter wraps what it does not expect: a service's fault keeps its own code.
      if (e.getCause() instanceof CloudFault fault) {
        throw fault;
      }
      throw new CloudFault(
          "wait for the stack",
          "%d of %d files have not come to rest in %d s; the same command goes on with them"
              .formatted(ids.size() - rested.size(), ids.size(), timeout.toSeconds()),
          e);
    }
  }

  private Waiter<Integer> waiter() {
    return Waiter.builder(Integer.class)
        .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(open -> open == 0))
        .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(open -> open > 0))
        .overrideConfiguration(
            wait ->
                wait.maxAttempts(Integer.MAX_VALUE)
                    .waitTimeout(timeout)
                    .backoffStrategyV2(
                        BackoffStrategy.exponentialDelayHalfJitter(firstPause, LONGEST_PAUSE)))
        .build();
  }

  private int open(List<String> ids) {
    ids.stream()
        .filter(id -> !rested.contains(id))
        .filter(id -> uploads.find(id).filter(this::atRest).isPresent())
        .forEach(rested::add);
    return (int) ids.stream().filter(id -> !rested.contains(id)).count();
  }

  private boolean atRest(UploadRow upload) {
    return switch (upload.state()) {
      case RECEIVED -> false;
      case REJECTED, PRECEDENT -> true;
      case ACCEPTED, DUPLICATE -> upload.caseNumber().filter(this::atRest).isPresent();
    };
  }

  private boolean atRest(CaseNumber caseNumber) {
    return cases.head(caseNumber).map(CaseHead::state).filter(StackRest::atRest).isPresent();
  }

  /** A state from which no function goes on by itself. */
  private static boolean atRest(CaseState state) {
    return switch (state) {
      case PARSED, EVALUATED, ADOPTED -> false;
      case PENDING_RECORDS, PROPOSED, ISSUED, INELIGIBLE, DEFERRED, WITHDRAWN, TERMINATED, FAILED ->
          true;
    };
  }
}
