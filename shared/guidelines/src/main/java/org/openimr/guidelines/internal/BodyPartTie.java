package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Standing;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;

/**
 * the part of the body for which a treatment is asked is tied to the injury by the records. A
 * complaint, finding, diagnosis or earlier treatment of it is enough; who is liable for it is no
 * question of this review (Labor Code 4610.6(a)).
 */
final class BodyPartTie {
  /** Of the criterion that tells of its absence. */
  static final String ID = "body-part";

  private static final Set<Standing> COUNTING = Set.of(Standing.FACT, Standing.HISTORICAL);

  /** What has no place that a record would name. */
  private static final Set<Region> ANYWHERE = Set.of(Region.WHOLE_BODY, Region.PSYCHE);

  private BodyPartTie() {}

  /** The criterion that no record speaks of the part; empty where one does. */
  static Optional<Criterion> missing(TreatmentRequest request, CaseFacts record) {
    if (request.regions().isEmpty() || request.regions().stream().anyMatch(ANYWHERE::contains)) {
      return Optional.empty();
    }
    var rejected = new ArrayList<NearestPassage>();
    for (Observation passage : record.bodyParts()) {
      if (BodyParts.concernsOrServes(passage.region(), request.regions())) {
        Optional<String> why = objection(passage);
        if (why.isEmpty()) {
          return Optional.empty();
        }
        rejected.add(new NearestPassage(passage.anchor(), why.get()));
      }
    }
    return Optional.of(criterion(request, record, rejected));
  }

  private static Optional<String> objection(Observation passage) {
    if (!COUNTING.contains(passage.standing())) {
      return Optional.of(passage.standing().why());
    }
    return passage.value().equals(new FactValue.Truth(true))
        ? Optional.empty()
        : Optional.of("it denies trouble of this part of the body");
  }

  private static Criterion criterion(
      TreatmentRequest request, CaseFacts record, List<NearestPassage> rejected) {
    String parts =
        request.regions().stream().map(BodyParts::words).collect(Collectors.joining(", "));
    boolean readable = record.everyPageReadable();
    return new Criterion(
        ID,
        "The part of the body is tied to the injury, or at least to findings in the records.",
        readable ? CriterionResult.NOT_DOCUMENTED : CriterionResult.NOT_READABLE,
        readable
            ? "No record tells of trouble of this part: " + parts + "."
            : "No record that could be read tells of trouble of this part: " + parts + ".",
        List.of(),
        Optional.of(record.searchParts(request.regions(), rejected)),
        true);
  }
}
