package org.openimr.api.internal.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.Bodies;
import org.openimr.records.CaseHead;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.ReviewRow;

/**
 * Case files and evaluations, the last few kept: who turns pages asks for the same one again. A
 * body is found by its content, so what is kept is never out of date. Safe for threads.
 */
public final class RecentBodies {
  /** Each has up to some tens of MB, for which the function has its memory. */
  private static final int KEPT = 6;

  private final Bodies bodies;
  private final Map<String, Record> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Record> eldest) {
          return size() > KEPT;
        }
      };

  /** Bodies of a store. */
  public RecentBodies(Bodies bodies) {
    this.bodies = bodies;
  }

  /** The case file of a head's revision. */
  CaseFile file(CaseHead head) {
    return get(head.caseFile(), CaseFile.class);
  }

  /** The evaluation that a head points at. */
  Optional<Evaluation> evaluation(CaseHead head) {
    return head.evaluation().map(EvaluationPointer::hash).map(hash -> get(hash, Evaluation.class));
  }

  /** What the reviewers of a case have adopted. */
  Adoption adoption(AdoptionPointer pointer) {
    return get(pointer.hash(), Adoption.class);
  }

  /** A review of an item. */
  ItemReview review(ReviewRow row) {
    return get(row.body(), ItemReview.class);
  }

  private <T extends Record> T get(String hash, Class<T> type) {
    synchronized (recent) {
      var there = Optional.ofNullable(recent.get(hash));
      if (there.isPresent()) {
        return type.cast(there.get());
      }
    }
    T body = bodies.get(hash, type);
    synchronized (recent) {
      recent.put(hash, body);
    }
    return body;
  }
}
