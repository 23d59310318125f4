package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.EarlierDecision;
import org.openimr.reading.FactDictionary;

/**
 * Evaluates the items of a case: those that hang on another one after it, such as a
 * preoperative test on its operation.
 */
public final class CaseJudge {
  private final ItemJudge judge;
  private final RequestVariables variables;
  private final List<RulePack.Dependence> dependences;

  /** By a pack and the facts that its rules name. */
  public CaseJudge(RulePack pack, FactDictionary dictionary) {
    this.judge = new ItemJudge(pack, dictionary);
    this.variables = new RequestVariables(pack);
    this.dependences = pack.dependences();
  }

  /**
   * The evaluations of all items, in their order.
   *
   * @param requests what each item of the case file asks for
   * @param earlier what utilization review decided before the request under review
   */
  public List<ItemEvaluation> judge(
      CaseFile file,
      List<TreatmentRequest> requests,
      CaseFacts record,
      List<EarlierDecision> earlier) {
    List<DisputedItem> items = file.fields().disputedItems();
    var parents = requests.stream().map(request -> parents(request)).toList();
    var evaluated = new TreeMap<Integer, ItemEvaluation>();
    var waiting = new ArrayList<Integer>();
    for (int i = 0; i < items.size(); i++) {
      waiting.add(i);
    }
    // A parent stands before its dependents, or after them and hangs on nothing: two rounds are
    // enough, and no circle can be.
    for (boolean last : List.of(false, true)) {
      for (int i : List.copyOf(waiting)) {
        Optional<Integer> parent = parent(i, parents, requests);
        if (last || parent.map(evaluated::containsKey).orElse(true)) {
          Parent of = parent.map(evaluated::get).map(Parent::of).orElse(Parent.NONE);
          var matter = new Matter(i + 1, items.get(i), requests.get(i), of, file, record, earlier);
          evaluated.put(i, judge.judge(matter));
          waiting.remove(Integer.valueOf(i));
        }
      }
    }
    return List.copyOf(evaluated.values());
  }

  /** What a request may hang on, by the pack's rules; empty where it stands for itself. */
  private Optional<RulePack.Dependence> parents(TreatmentRequest request) {
    Values values = variables.of(request, Optional.empty(), Optional.empty());
    return dependences.stream().filter(d -> d.when().evaluate(values).isTrue()).findFirst();
  }

  /** The nearest item before it of the right kind, else the first after it that is no dependent. */
  private static Optional<Integer> parent(
      int item, List<Optional<RulePack.Dependence>> parents, List<TreatmentRequest> requests) {
    if (parents.get(item).isEmpty()) {
      return Optional.empty();
    }
    var kinds = parents.get(item).get().of();
    for (int before = item - 1; before >= 0; before--) {
      if (kinds.contains(requests.get(before).category())) {
        return Optional.of(before);
      }
    }
    for (int after = item + 1; after < requests.size(); after++) {
      if (kinds.contains(requests.get(after).category()) && parents.get(after).isEmpty()) {
        return Optional.of(after);
      }
    }
    return Optional.empty();
  }
}
