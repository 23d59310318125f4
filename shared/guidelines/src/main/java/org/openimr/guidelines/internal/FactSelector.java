package org.openimr.guidelines.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.FactDictionary;

/**
 * Chooses the facts of an item: passages about this worker, body part, drug and time, from medical
 * records; of several the latest. All others are kept with the reason why they do not count.
 */
final class FactSelector {
  /** what these papers alone report is no evidence. */
  private static final Set<DocumentType> NO_RECORDS =
      Set.of(
          DocumentType.UTILIZATION_REVIEW,
          DocumentType.DETERMINATION,
          DocumentType.APPLICATION,
          DocumentType.CORRESPONDENCE);

  private static final List<String> PAIRED = List.of("painWithMeds", "painWithoutMeds");
  private static final String UNPAIRED =
      "it gives pain only with, or only without, the medication; an earlier record gives both";

  private final FactDictionary dictionary;
  private final Set<String> current;
  private final Set<String> sided;
  private final int currentForDays;

  /** By the dictionary, with the pack's rule on states that go out of date. */
  FactSelector(FactDictionary dictionary, RulePack pack) {
    this.dictionary = dictionary;
    this.current = pack.current();
    this.sided = pack.sided();
    this.currentForDays = pack.currentForDays();
  }

  /**
   * The facts of an item.
   *
   * @param until the last day whose records count, where it is known
   */
  ItemFacts select(CaseFacts record, TreatmentRequest request, Optional<LocalDate> until) {
    return new ItemFacts(
        fact -> {
          var together = PAIRED.contains(fact) ? PAIRED : List.of(fact);
          return select(together, record, request, until);
        });
  }

  private Map<String, ItemFacts.Selected> select(
      List<String> together,
      CaseFacts record,
      TreatmentRequest request,
      Optional<LocalDate> until) {
    var counting = new LinkedHashMap<String, List<Observation>>();
    var rejected = new HashMap<String, List<NearestPassage>>();
    for (String fact : together) {
      FactDictionary.Entry entry = dictionary.facts().get(fact);
      if (entry != null) {
        counting.put(fact, counting(record.observations(fact), entry, request, until, rejected));
      }
    }
    if (together.equals(PAIRED)) {
      keepPaired(counting, rejected);
    }
    var selected = new HashMap<String, ItemFacts.Selected>();
    counting.forEach(
        (fact, passages) -> {
          var chosen = choose(passages, rejected).map(c -> aged(fact, c, until));
          var others = rejected.getOrDefault(fact, List.of());
          selected.put(fact, new ItemFacts.Selected(chosen, others));
        });
    return selected;
  }

  private List<Observation> counting(
      List<Observation> passages,
      FactDictionary.Entry entry,
      TreatmentRequest request,
      Optional<LocalDate> until,
      Map<String, List<NearestPassage>> rejected) {
    var counting = new ArrayList<Observation>();
    for (Observation passage : passages) {
      var why = objection(passage, entry, request, until);
      if (why.isPresent()) {
        reject(rejected, passage, why.get());
      } else {
        counting.add(passage);
      }
    }
    return counting;
  }

  /**
   * Relief is a difference of two scores: where a day has both, scores of later days that have one
   * alone are no part of it, as the other half would be from another day.
   */
  private static void keepPaired(
      Map<String, List<Observation>> counting, Map<String, List<NearestPassage>> rejected) {
    var scores = PAIRED.stream().map(fact -> counting.getOrDefault(fact, List.of())).toList();
    scores.getFirst().stream()
        .map(FactSelector::day)
        .filter(day -> scores.getLast().stream().anyMatch(other -> day(other).equals(day)))
        .max(LocalDate::compareTo)
        .ifPresent(
            day ->
                scores.forEach(
                    passages -> {
                      var late = passages.stream().filter(p -> day(p).isAfter(day)).toList();
                      late.forEach(passage -> reject(rejected, passage, UNPAIRED));
                      passages.removeAll(late);
                    }));
  }

  private static void reject(
      Map<String, List<NearestPassage>> rejected, Observation observation, String why) {
    rejected
        .computeIfAbsent(observation.fact(), fact -> new ArrayList<>())
        .add(new NearestPassage(observation.anchor(), why));
  }

  /** Why a passage does not count for the item; empty where it does. */
  private Optional<String> objection(
      Observation passage,
      FactDictionary.Entry entry,
      TreatmentRequest request,
      Optional<LocalDate> until) {
    if (passage.standing() != Standing.FACT) {
      return Optional.of(passage.standing().why());
    }
    if (NO_RECORDS.contains(passage.source())) {
      return Optional.of("it stands in no medical record");
    }
    return place(passage, entry, request)
        .or(() -> subject(passage, entry, request))
        .or(() -> time(passage, until));
  }

  private Optional<String> place(
      Observation passage, FactDictionary.Entry entry, TreatmentRequest request) {
    if (!entry.regional()) {
      return sided.contains(passage.fact()) ? side(passage, request) : Optional.empty();
    }
    var other = passage.region().filter(r -> !BodyParts.concerns(r, request.regions()));
    if (other.isPresent()) {
      return Optional.of("it is about another body part: " + BodyParts.words(other.get()));
    }
    return side(passage, request);
  }

  private static Optional<String> side(Observation passage, TreatmentRequest request) {
    return passage
        .side()
        .filter(side -> request.side().filter(s -> BodyParts.opposite(side, s)).isPresent())
        .map(side -> "it is about the other side: " + BodyParts.words(side));
  }

  private static Optional<String> subject(
      Observation passage, FactDictionary.Entry entry, TreatmentRequest request) {
    if (!entry.bySubject() || passage.subject().isEmpty()) {
      return Optional.empty();
    }
    String subject = passage.subject().get();
    boolean same =
        subject.equals(BodyParts.words(request.category()))
            || request.topics().contains(subject)
            || request.drug().filter(drug -> drug.ingredients().contains(subject)).isPresent();
    return same ? Optional.empty() : Optional.of("it is about something else: " + subject);
  }

  private Optional<String> time(Observation passage, Optional<LocalDate> until) {
    if (until.isEmpty() || passage.date().isEmpty()) {
      return Optional.empty();
    }
    LocalDate date = passage.date().get();
    if (date.isAfter(until.get())) {
      return Optional.of("it is later than the decision under review");
    }
    boolean old =
        current.contains(passage.fact()) && date.isBefore(until.get().minusDays(currentForDays));
    return old ? Optional.of("it is too old to show the present state") : Optional.empty();
  }

  private static Optional<ItemFacts.Chosen> choose(
      List<Observation> passages, Map<String, List<NearestPassage>> rejected) {
    if (passages.isEmpty()) {
      return Optional.empty();
    }
    LocalDate latest =
        passages.stream().map(FactSelector::day).max(LocalDate::compareTo).orElseThrow();
    var last = passages.stream().filter(passage -> day(passage).equals(latest)).toList();
    FactValue value = last.getLast().value();
    var stating = last.stream().filter(passage -> passage.value().equals(value)).toList();
    for (Observation passage : passages) {
      if (!passage.value().equals(value)) {
        boolean older = day(passage).isBefore(latest);
        reject(
            rejected,
            passage,
            older ? "a later record says otherwise" : "the same day's records say otherwise");
      }
    }
    boolean conflicting = stating.size() < last.size();
    return Optional.of(
        new ItemFacts.Chosen(plain(value), stating, conflicting, since(passages, value)));
  }

  /** The first day of a value after the last day of another one. */
  private static LocalDate since(List<Observation> passages, FactValue value) {
    LocalDate changed =
        passages.stream()
            .filter(passage -> !passage.value().equals(value))
            .map(FactSelector::day)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    return passages.stream()
        .filter(passage -> passage.value().equals(value))
        .map(FactSelector::day)
        .filter(day -> !day.isBefore(changed))
        .min(LocalDate::compareTo)
        .orElse(changed);
  }

  /** An age as of the request: a report can only say how old a thing was when it was written. */
  private ItemFacts.Chosen aged(String fact, ItemFacts.Chosen chosen, Optional<LocalDate> until) {
    var entry = Optional.ofNullable(dictionary.facts().get(fact));
    if (until.isEmpty() || entry.filter(FactDictionary.Entry::isAge).isEmpty()) {
      return chosen;
    }
    double days = ChronoUnit.DAYS.between(day(chosen.passages().getLast()), until.get());
    return new ItemFacts.Chosen(days, chosen.passages(), chosen.conflicting(), chosen.since());
  }

  /** An undated passage is taken as the oldest. */
  private static LocalDate day(Observation passage) {
    return passage.date().orElse(LocalDate.MIN);
  }

  private static Object plain(FactValue value) {
    return switch (value) {
      case FactValue.Truth(boolean truth) -> truth;
      case FactValue.Amount(var amount) -> amount.doubleValue();
      case FactValue.Term(String term) -> term;
    };
  }
}
