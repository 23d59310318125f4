package org.openimr.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Code;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.guidelines.Evaluator;
import org.openimr.letter.Letter;
import org.openimr.reading.BlindCase;
import org.openimr.reading.CaseReader;

/**
 * Evaluates published determinations without their decision, guideline and rationale, and compares.
 */
final class Replay {
  /** A file that is no published determination, or could not be read. */
  record Unparsed(Path file, Code code) {}

  private final OpenedFile files = new OpenedFile();
  private final Evaluator evaluator;
  private final Letter letter = new Letter();
  private final List<ReplayRow> rows = new ArrayList<>();
  private final List<Unparsed> unparsed = new ArrayList<>();
  private int cases;

  Replay(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  void add(Path file) {
    switch (files.read(file)) {
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          unparsed.add(new Unparsed(file, rejection.code()));
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase ofCase) ->
          unparsed.add(new Unparsed(file, Code.UNSUPPORTED_TYPE));
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published(var published)) ->
          compare(published);
    }
  }

  private void compare(PublishedDetermination published) {
    CaseFile blind = new BlindCase().of(published);
    Evaluation evaluation = evaluator.evaluate(blind);
    // A proposal that could not become a letter is no proposal: every anchor must resolve.
    letter.determination(blind, evaluation, 1);
    cases++;
    for (ItemEvaluation item : evaluation.items()) {
      rows.add(row(blind, item, published.items().get(item.number() - 1)));
    }
  }

  private static ReplayRow row(
      CaseFile blind, ItemEvaluation item, PublishedDetermination.Item published) {
    return new ReplayRow(
        blind.caseNumber().value(),
        item.number(),
        published.description(),
        published.decision(),
        item.decision(),
        item.treatment().category(),
        item.topic());
  }

  String rulePackVersion() {
    return evaluator.rulePackVersion();
  }

  int cases() {
    return cases;
  }

  List<ReplayRow> rows() {
    return List.copyOf(rows);
  }

  List<Unparsed> unparsed() {
    return List.copyOf(unparsed);
  }
}
