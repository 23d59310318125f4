package org.openimr.guidelines;

import java.util.Comparator;
import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.guidelines.internal.CaseJudge;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.guidelines.internal.RulePack;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.ClinicalSummary;
import org.openimr.reading.EarlierDecision;
import org.openimr.reading.EarlierDecisions;
import org.openimr.reading.FactReader;
import org.openimr.reading.TreatmentReader;

/**
 * Decides the disputed items of a case file by the rule pack. Safe for threads; make one and keep
 * it, as loading the pack takes longer than an evaluation.
 */
public final class Evaluator {
  private final RulePack pack;
  private final TreatmentReader treatments;
  private final FactReader facts;
  private final ClinicalSummary summary;
  private final EarlierDecisions earlier;
  private final CaseJudge judge;

  private Evaluator(
      RulePack pack, TreatmentReader treatments, FactReader facts, ClinicalSummary summary) {
    this.pack = pack;
    this.treatments = treatments;
    this.facts = facts;
    this.summary = summary;
    this.earlier = new EarlierDecisions(treatments);
    this.judge = new CaseJudge(pack, facts.dictionary());
  }

  /** An evaluator with the rule pack that was built with it. */
  public static Evaluator withInstalledPack() {
    return with(
        PackReader.installed(), new TreatmentReader(), new FactReader(), new ClinicalSummary());
  }

  /** An evaluator from its parts; a policy is part of the pack. */
  public static Evaluator with(
      RulePack pack, TreatmentReader treatments, FactReader facts, ClinicalSummary summary) {
    return new Evaluator(pack, treatments, facts, summary);
  }

  /** Content hash of the rule pack: lower case hex. */
  public String rulePackVersion() {
    return pack.version();
  }

  /** The topics of the rule pack, in the order of their ids. */
  public List<TopicSummary> topics() {
    return pack.topics().stream()
        .map(
            topic ->
                new TopicSummary(
                    topic.id(),
                    topic.title(),
                    topic.sources(),
                    topic.guidelines().keySet().stream().sorted().toList(),
                    topic.categories(),
                    topic.checked()))
        .sorted(Comparator.comparing(TopicSummary::id))
        .toList();
  }

  /** Decides every disputed item; the same case file and rule pack give the same evaluation. */
  public Evaluation evaluate(CaseFile file) {
    CaseFacts record = facts.read(file);
    var requests =
        file.fields().disputedItems().stream()
            .map(item -> treatments.read(item.description()))
            .toList();
    var items = judge.judge(file, requests, record, earlier(file));
    return new Evaluation(
        file.caseNumber(), pack.version(), pack.editionPolicy(), summary.of(file, record), items);
  }

  private List<EarlierDecision> earlier(CaseFile file) {
    return file.fields()
        .requestDate()
        .or(file.fields()::urDecisionDate)
        .map(day -> earlier.read(file, day))
        .orElse(List.of());
  }
}
