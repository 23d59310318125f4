package org.openimr.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.procedure.internal.Likeness;

/**
 * Which decisions turned from one evaluation of a case to the next. Items are the same where their
 * wording is alike, whatever their numbers.
 *
 * @param turns items of the later evaluation in order, then those that it no longer has
 */
public record TurnedDecisions(List<Turn> turns) {
  /** Copies the list. */
  public TurnedDecisions {
    turns = List.copyOf(turns);
  }

  /**
   * An item whose decision is another one than before, or that only one evaluation has.
   *
   * @param item its number in the later evaluation, or in the earlier one if only that has it
   */
  public record Turn(int item, Optional<Decision> from, Optional<Decision> to) {
    private String code() {
      return item + ":" + name(from) + ">" + name(to);
    }

    private static String name(Optional<Decision> decision) {
      return decision.map(Decision::name).orElse("NONE");
    }
  }

  /** What turned between evaluations of two revisions, the earlier one first. */
  public static TurnedDecisions between(Evaluation before, Evaluation after) {
    var pairs = Likeness.pairs(items(after), items(before));
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < after.items().size(); i++) {
      var now = after.items().get(i);
      var from =
          Optional.ofNullable(pairs.get(i)).map(there -> before.items().get(there).decision());
      if (!from.equals(Optional.of(now.decision()))) {
        turns.add(new Turn(now.number(), from, Optional.of(now.decision())));
      }
    }
    for (int i = 0; i < before.items().size(); i++) {
      if (!pairs.containsValue(i)) {
        var gone = before.items().get(i);
        turns.add(new Turn(gone.number(), Optional.of(gone.decision()), Optional.empty()));
      }
    }
    return new TurnedDecisions(turns);
  }

  /** Numbers and decisions, fit for a row or a log: {@code 1:UPHELD>OVERTURNED}. */
  public String summary() {
    return turns.stream().map(Turn::code).collect(Collectors.joining(" "));
  }

  private static List<DisputedItem> items(Evaluation evaluation) {
    return evaluation.items().stream().map(ItemEvaluation::item).toList();
  }
}
