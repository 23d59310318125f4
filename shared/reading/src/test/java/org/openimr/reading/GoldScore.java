package org.openimr.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;

/** Counts how far what was read agrees with what was labelled. */
final class GoldScore {
  /** Right, invented and missed. */
  static final class Count {
    int right;
    int invented;
    int missed;

    double precision() {
      return ratio(right, right + invented);
    }

    double recall() {
      return ratio(right, right + missed);
    }

    double f1() {
      return ratio(2 * right, 2 * right + invented + missed);
    }
  }

  /** How many of a number were right. */
  static final class Share {
    int right;
    int all;

    void add(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    double value() {
      return ratio(right, all);
    }
  }

  /** A value that was read, whatever the wording. */
  private record Read(String fact, String value, String kind) {}

  final Map<String, Count> byFact = new TreeMap<>();
  final Map<String, Count> byKind = new TreeMap<>();
  final Count all = new Count();

  /** Of the places where the reader saw the labelled fact: whether it is so, denied, or no fact. */
  final Share polarity = new Share();

  /** Of the labelled places that are no fact, those from which no fact was made. */
  final Share traps = new Share();

  final Share regions = new Share();
  final Share dates = new Share();
  final List<String> faults = new ArrayList<>();

  private final Set<String> scored = new HashSet<>();

  /** A score over facts that any of these passages labels. */
  GoldScore(List<GoldSet.Passage> vocabulary) {
    vocabulary.forEach(p -> p.labels().forEach(l -> scored.add(l.name())));
  }

  static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  void add(GoldSet.Passage passage, List<Observation> observations) {
    List<Observation> known = observations.stream().filter(o -> scored.contains(o.fact())).toList();
    List<GoldSet.Label> labels = passage.labels().stream().filter(l -> !l.isDrug()).toList();
    values(passage, labels, known);
    for (GoldSet.Label label : labels) {
      if (!label.optional()) {
        place(passage, label, known);
      }
    }
  }

  /** What is stated as a fact in the passage, each value once. */
  private void values(
      GoldSet.Passage passage, List<GoldSet.Label> labels, List<Observation> known) {
    var read = new HashSet<Read>();
    for (Observation observation : known) {
      if (observation.standing() == Standing.FACT) {
        read.add(new Read(observation.fact(), shown(observation), kind(observation)));
      }
    }
    var told = new HashSet<String>();
    for (GoldSet.Label label : labels) {
      boolean found = read.stream().anyMatch(r -> tells(label, r));
      if (label.fact() && !label.optional() && told.add(label.name() + label.values())) {
        count(label.name(), label.kind(), c -> c.right += found ? 1 : 0);
        count(label.name(), label.kind(), c -> c.missed += found ? 0 : 1);
        fault(!found, passage, "missed " + label.name() + " " + label.values());
      }
    }
    for (Read value : read) {
      boolean labelled = labels.stream().anyMatch(l -> l.fact() && tells(l, value));
      if (!labelled) {
        count(value.fact(), value.kind(), c -> c.invented++);
        fault(true, passage, "invented " + value.fact() + " " + value.value());
      }
    }
  }

  private static boolean tells(GoldSet.Label label, Read read) {
    return label.name().equals(read.fact()) && label.values().contains(read.value());
  }

  private void count(String fact, String kind, java.util.function.Consumer<Count> change) {
    change.accept(byFact.computeIfAbsent(fact, f -> new Count()));
    change.accept(byKind.computeIfAbsent(kind, k -> new Count()));
    change.accept(all);
  }

  /** Whether the reader takes the labelled place for what it is. */
  private void place(GoldSet.Passage passage, GoldSet.Label label, List<Observation> known) {
    List<Observation> here =
        known.stream().filter(o -> o.fact().equals(label.name()) && overlaps(o, label)).toList();
    boolean claimed =
        here.stream()
            .anyMatch(o -> o.standing() == Standing.FACT && label.values().contains(shown(o)));
    if (label.fact() && !here.isEmpty()) {
      boolean value = claimed || (!label.kind().equals("TRUTH") && isFact(here));
      polarity.add(value);
      fault(!value, passage, "polarity of " + label.name() + " " + label.values());
      here.stream()
          .filter(o -> label.values().contains(shown(o)))
          .findFirst()
          .ifPresent(o -> context(passage, label, o));
    } else if (!label.fact()) {
      boolean elsewhere = here.stream().anyMatch(o -> o.standing() != Standing.FACT);
      boolean right = elsewhere || !claimed;
      traps.add(!claimed);
      if (!here.isEmpty()) {
        polarity.add(right);
        fault(!right, passage, "standing of " + label.name() + ", " + label.standing());
      }
    }
  }

  private static boolean isFact(List<Observation> here) {
    return here.stream().anyMatch(o -> o.standing() == Standing.FACT);
  }

  private void context(GoldSet.Passage passage, GoldSet.Label label, Observation observation) {
    if (!label.regions().isEmpty()) {
      String region = observation.region().map(Enum::name).orElse("none");
      regions.add(label.regions().contains(region));
      fault(
          !label.regions().contains(region),
          passage,
          "region of " + label.name() + ": " + region + ", not " + label.regions());
    }
    if (!label.dates().isEmpty()) {
      String date = observation.date().map(Object::toString).orElse("none");
      dates.add(label.dates().contains(date));
      fault(
          !label.dates().contains(date),
          passage,
          "date of " + label.name() + ": " + date + ", not " + label.dates());
    }
  }

  private void fault(boolean is, GoldSet.Passage passage, String what) {
    if (is) {
      faults.add(passage.id() + ": " + what);
    }
  }

  private static boolean overlaps(Observation observation, GoldSet.Label label) {
    return observation.anchor().start() < label.end() && observation.anchor().end() > label.start();
  }

  /** The value as the labels write it. */
  static String shown(Observation observation) {
    return switch (observation.value()) {
      case FactValue.Truth(boolean truth) -> Boolean.toString(truth);
      case FactValue.Amount(var amount) -> amount.stripTrailingZeros().toPlainString();
      case FactValue.Term(String term) -> term;
    };
  }

  private static String kind(Observation observation) {
    return switch (observation.value()) {
      case FactValue.Truth truth -> "TRUTH";
      case FactValue.Amount amount -> "AMOUNT";
      case FactValue.Term term -> "TERM";
    };
  }

  /** A row of a table. */
  static String row(String name, Count count) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.3f | %.3f | %.3f |%n",
        name,
        count.right,
        count.invented,
        count.missed,
        count.precision(),
        count.recall(),
        count.f1());
  }
}
