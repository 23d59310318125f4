package org.openimr.records;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.Decision;
import org.openimr.casefile.FieldConflict;
import org.openimr.procedure.EligibilityFinding;
import org.openimr.procedure.EligibilityRule;
import org.openimr.procedure.Requirement;
import org.openimr.procedure.RevisionChange;
import org.openimr.procedure.Screening;
import org.openimr.procedure.TurnedDecisions;

/**
 * What a revision was found to have and to lack, and what it changed, in the form of {@code
 * openimr/status/1} and of the API: texts, truths, whole numbers, lists and maps of them.
 *
 * @param filedTwice other cases that dispute the same now
 */
public record RevisionReport(
    Optional<Screening> screening,
    List<EligibilityFinding> filedTwice,
    Optional<RevisionChange> change,
    Optional<TurnedDecisions> turned) {
  /** Copies the list. */
  public RevisionReport {
    filedTwice = List.copyOf(filedTwice);
  }

  /** Of the revision that a head points at; without a head nothing was found. */
  public static RevisionReport of(Optional<CaseHead> head, Bodies bodies, Claims claims) {
    var trail = head.map(CaseHead::trail).orElse(RevisionTrail.NONE);
    return new RevisionReport(
        head.flatMap(CaseHead::screening)
            .map(pointer -> bodies.get(pointer.hash(), Screening.class)),
        head.map(claims::filedTwice).orElse(List.of()),
        trail.changes().map(hash -> bodies.get(hash, RevisionChange.class)),
        trail.turned().map(hash -> bodies.get(hash, TurnedDecisions.class)));
  }

  /** The checklist of a complete case file: what was found, what is missing, by when. */
  public List<Map<String, Object>> checklist() {
    return screening.map(Screening::checklist).orElse(List.of()).stream()
        .map(RevisionReport::line)
        .toList();
  }

  /** What the papers show of eligibility, and what only staff can tell. */
  public Map<String, Object> eligibility() {
    var eligibility = new LinkedHashMap<String, Object>();
    eligibility.put(
        "findings",
        Stream.concat(
                screening.map(Screening::findings).orElse(List.of()).stream(), filedTwice.stream())
            .sorted(Comparator.comparing(EligibilityFinding::rule))
            .map(RevisionReport::finding)
            .toList());
    eligibility.put(
        "forStaff",
        Arrays.stream(EligibilityRule.values())
            .filter(rule -> rule.decides() == EligibilityRule.Decides.STAFF)
            .map(RevisionReport::rule)
            .toList());
    return eligibility;
  }

  /** What changed since the revision before; empty for the first. */
  public Map<String, Object> changes() {
    var changes = new LinkedHashMap<String, Object>();
    change.ifPresent(
        what -> {
          changes.put("documentsAdded", what.documentsAdded());
          changes.put("documentsRemoved", what.documentsRemoved());
          changes.put("duplicatesAdded", what.duplicatesAdded());
          changes.put("fields", what.fields().stream().map(RevisionReport::field).toList());
          changes.put(
              "conflictsAdded",
              what.conflictsAdded().stream().map(RevisionReport::conflict).toList());
        });
    turned.ifPresent(
        what -> changes.put("decisions", what.turns().stream().map(RevisionReport::turn).toList()));
    return changes;
  }

  private static Map<String, Object> line(Requirement requirement) {
    var line = new LinkedHashMap<String, Object>();
    line.put("what", requirement.what().name());
    line.put("standing", requirement.standing().name());
    line.put("documents", requirement.documents());
    line.put("beside", requirement.beside());
    line.put("since", requirement.since().map(LocalDate::toString).orElse(null));
    line.put("by", requirement.by().map(LocalDate::toString).orElse(null));
    line.put("detail", requirement.what().sentence());
    line.put("source", requirement.what().source());
    line.put("verified", requirement.what().verified());
    return line;
  }

  private static Map<String, Object> finding(EligibilityFinding finding) {
    var line = rule(finding.rule());
    line.put("standing", finding.standing().name());
    line.put("reason", finding.reason());
    line.put("items", finding.items());
    return line;
  }

  private static Map<String, Object> rule(EligibilityRule rule) {
    var line = new LinkedHashMap<String, Object>();
    line.put("rule", rule.name());
    line.put("source", rule.source());
    line.put("verified", rule.verified());
    return line;
  }

  private static Map<String, Object> field(RevisionChange.Field field) {
    var line = new LinkedHashMap<String, Object>();
    line.put("field", field.name());
    line.put("before", field.before().orElse(null));
    line.put("after", field.after().orElse(null));
    return line;
  }

  private static Map<String, Object> conflict(FieldConflict conflict) {
    var line = new LinkedHashMap<String, Object>();
    line.put("field", conflict.field());
    line.put("taken", conflict.taken().name());
    line.put("setAside", conflict.setAside().name());
    line.put("value", conflict.value());
    return line;
  }

  private static Map<String, Object> turn(TurnedDecisions.Turn turn) {
    var line = new LinkedHashMap<String, Object>();
    line.put("item", turn.item());
    line.put("from", turn.from().map(Decision::name).orElse(null));
    line.put("to", turn.to().map(Decision::name).orElse(null));
    return line;
  }
}
