package org.openimr.intake;

import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.guidelines.Evaluator;
import org.openimr.precedents.Precedent;
import org.openimr.reading.BlindCase;

/**
 * Finds the criteria of a published determination as {@code replay} does: by the installed rules,
 * on the letter without its decisions. Safe for threads.
 */
final class BlindItems implements PublishedItems {
  private final BlindCase blind = new BlindCase();
  private Optional<Evaluator> evaluator = Optional.empty();

  @Override
  public List<Precedent> items(CaseNumber caseNumber, PublishedDetermination letter) {
    return Precedent.of(caseNumber, letter, evaluator().evaluate(blind.of(letter)));
  }

  /** Loaded at the first letter: most uploads are papers of a case, which need no rules here. */
  private synchronized Evaluator evaluator() {
    Evaluator loaded = evaluator.orElseGet(Evaluator::withInstalledPack);
    evaluator = Optional.of(loaded);
    return loaded;
  }
}
