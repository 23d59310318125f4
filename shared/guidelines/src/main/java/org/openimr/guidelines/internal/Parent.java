package org.openimr.guidelines.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.UtilizationDecision;

/**
 * The item of the same case on which an item hangs.
 *
 * @param listed whether there is one
 * @param necessary what was decided on it; empty while it is undetermined
 * @param authorized whether utilization review approved it (R-07, the one place where its outcome
 *     counts)
 * @param category what it asks for; "NONE" where there is none
 */
record Parent(boolean listed, Optional<Boolean> necessary, boolean authorized, String category) {
  /** Of an item that stands for itself. */
  static final Parent NONE = new Parent(false, Optional.empty(), false, "NONE");

  static Parent of(ItemEvaluation parent) {
    Optional<Boolean> necessary =
        switch (parent.decision()) {
          case OVERTURNED -> Optional.of(true);
          case UPHELD -> Optional.of(false);
          case UNDETERMINED -> Optional.empty();
        };
    var approved = Optional.of(UtilizationDecision.APPROVED);
    return new Parent(
        true,
        necessary,
        parent.item().urDecision().equals(approved),
        parent.treatment().category().name());
  }

  Map<String, Object> variables() {
    var variables = new TreeMap<String, Object>();
    variables.put("parent.listed", listed);
    variables.put("parent.authorized", authorized);
    variables.put("parent.category", category);
    necessary.ifPresent(is -> variables.put("parent.necessary", is));
    return variables;
  }
}
