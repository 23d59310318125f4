package org.openimr.intake;

import java.util.Map;
import java.util.TreeMap;
import org.openimr.casefile.UploadState;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Imports published letters one by one, each as an upload is taken: what was imported before is
 * left as it is, and what goes wrong with one leaves the others alone.
 */
final class LetterImport {
  private final Intake intake;
  private final Uploads uploads;
  private final Journal journal;

  LetterImport(Intake intake, Uploads uploads, Journal journal) {
    this.intake = intake;
    this.uploads = uploads;
    this.journal = journal;
  }

  /**
   * Imports a batch.
   *
   * @return how many of its letters are in each state now
   * @throws CloudFault if some are not done: the batch must come again
   */
  Map<UploadState, Integer> take(ImportBatch batch) {
    var states = new TreeMap<UploadState, Integer>();
    int open = 0;
    for (Arrival letter : batch.letters()) {
      if (isDone(letter, batch.delivery())) {
        uploads
            .find(letter.id())
            .map(UploadRow::state)
            .ifPresent(state -> states.merge(state, 1, Integer::sum));
      } else {
        open++;
      }
    }
    if (open > 0) {
      throw new CloudFault(
          "Import", "Unfinished", new IllegalStateException(open + " letters are not done"));
    }
    return states;
  }

  // Only what one letter is about is unknown to us here; every other one must go on.
  @SuppressWarnings("CatchingUnchecked")
  private boolean isDone(Arrival letter, Delivery delivery) {
    try {
      intake.take(letter, delivery);
      return true;
    } catch (CloudFault fault) {
      journal.note(Journal.Entry.of(fault));
    } catch (RuntimeException defect) {
      journal.note(Journal.Entry.ofDefect(defect));
    }
    return false;
  }
}
