package org.openimr.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * How well identifiers were removed from planted texts. Counts only; the places that went wrong are
 * of our own texts.
 *
 * @param planted identifiers
 * @param missed of them
 * @param removals places that the copy has a kind in
 * @param wrong of them: those where nothing is planted
 * @param lost clinical words that the copy lacks
 */
record RedactionScore(
    int planted, List<String> missed, int removals, List<String> wrong, List<String> lost) {
  double recall() {
    return 1 - (double) missed.size() / planted;
  }

  double precision() {
    return 1 - (double) wrong.size() / removals;
  }

  /** The score of a redactor. */
  static RedactionScore of(Redactor redactor, List<PlantedText> texts) {
    int planted = 0;
    int removals = 0;
    var missed = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    var lost = new ArrayList<String>();
    for (PlantedText text : texts) {
      var gone = new boolean[text.text().length() + 1];
      removals += places(text, redactor, gone, wrong);
      planted += text.identifiers().size();
      text.identifiers().stream()
          .filter(one -> !one.isGone(gone))
          .forEach(one -> missed.add(text.title() + ": " + one.kind() + " " + one.words()));
      text.kept().stream()
          .filter(one -> touched(gone, one))
          .forEach(one -> lost.add(text.title() + ": " + one.words()));
    }
    return new RedactionScore(planted, missed, removals, wrong, lost);
  }

  private static boolean touched(boolean[] gone, PlantedText.Planted place) {
    for (int i = place.start(); i < place.end(); i++) {
      if (gone[i]) {
        return true;
      }
    }
    return false;
  }

  /** Marks what the copy lacks, by walking both texts; returns how many places there are. */
  private static int places(
      PlantedText text, Redactor redactor, boolean[] gone, List<String> wrong) {
    List<Redaction.Place> places = redactor.redact(text.text(), KnownIdentifiers.NONE).places();
    for (Redaction.Place place : places) {
      for (int i = place.start(); i < place.end(); i++) {
        gone[i] = true;
      }
      boolean planted =
          text.identifiers().stream()
              .anyMatch(one -> one.start() < place.end() && place.start() < one.end());
      if (!planted) {
        wrong.add(text.title() + ": " + text.text().substring(place.start(), place.end()));
      }
    }
    return places.size();
  }
}
