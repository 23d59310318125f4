package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Flag;
import org.openimr.casefile.Region;
import org.openimr.casefile.Side;
import org.openimr.casefile.TreatmentRequest;

/**
 * One item that asks for several things at once: it is one decision, every part must pass,
 * and what would pass by itself is named.
 */
final class Bundle {
  /**
   * A part of a request.
   *
   * @param name such as {@code left shoulder}
   */
  record Part(String name, TreatmentRequest request) {}

  private Bundle() {}

  /** The parts that a topic judges one by one; none where it takes the request as a whole. */
  static List<Part> parts(Set<Topic.Part> apart, TreatmentRequest request) {
    boolean regions = apart.contains(Topic.Part.REGION) && request.regions().size() > 1;
    boolean sides =
        apart.contains(Topic.Part.SIDE)
            && request.side().filter(side -> side == Side.BILATERAL).isPresent();
    if (!regions && !sides) {
      return List.of();
    }
    var parts = new ArrayList<Part>();
    for (List<Region> region : regions ? each(request.regions()) : List.of(request.regions())) {
      for (Optional<Side> side : sides ? BOTH : List.of(request.side())) {
        parts.add(new Part(name(region, side), request.about(region, side)));
      }
    }
    return parts;
  }

  private static final List<Optional<Side>> BOTH =
      List.of(Optional.of(Side.LEFT), Optional.of(Side.RIGHT));

  private static List<List<Region>> each(List<Region> regions) {
    return regions.stream().map(List::of).toList();
  }

  private static String name(List<Region> regions, Optional<Side> side) {
    var words = new ArrayList<String>();
    side.ifPresent(s -> words.add(BodyParts.words(s)));
    words.add(regions.isEmpty() ? "side" : BodyParts.words(regions.getFirst()));
    return String.join(" ", words);
  }

  /** The verdict on the whole item. */
  static Verdict join(List<Part> parts, List<Verdict> verdicts) {
    Decision decision = decision(verdicts);
    Verdict first =
        verdicts.stream().filter(v -> v.decision() == decision).findFirst().orElseThrow();
    var criteria = new ArrayList<Criterion>();
    var conclusion = new ArrayList<String>();
    conclusion.add(
        "The item asks for several body parts at once. It is one decision, so each must pass.");
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      boolean decides = verdict.decision() == decision;
      String part = capital(parts.get(i).name());
      verdict.criteria().forEach(c -> criteria.add(named(part, c, decides)));
      conclusion.add(part + ": " + (decides ? verdict.conclusion() : alone(verdict.decision())));
      flags.addAll(verdict.flags());
    }
    return new Verdict(
        first.topic(),
        joined(verdicts, Verdict::reason),
        decision,
        flags,
        Optional.empty(),
        distinct(verdicts, Verdict::citations),
        distinct(verdicts, Verdict::steps),
        criteria,
        joined(verdicts, Verdict::rule),
        String.join(" ", conclusion));
  }

  private static Decision decision(List<Verdict> verdicts) {
    var decisions = verdicts.stream().map(Verdict::decision).toList();
    if (decisions.contains(Decision.UPHELD)) {
      return Decision.UPHELD;
    }
    return decisions.contains(Decision.UNDETERMINED) ? Decision.UNDETERMINED : Decision.OVERTURNED;
  }

  private static String alone(Decision decision) {
    return switch (decision) {
      case OVERTURNED -> "this part would pass by itself.";
      case UPHELD -> "this part does not pass.";
      case UNDETERMINED -> "no rule decides this part.";
    };
  }

  private static Criterion named(String part, Criterion criterion, boolean decides) {
    return new Criterion(
        part.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + criterion.id(),
        part + ": " + criterion.statement(),
        criterion.result(),
        criterion.finding(),
        criterion.evidence(),
        criterion.searched(),
        criterion.decided() && decides);
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String joined(List<Verdict> verdicts, Function<Verdict, String> text) {
    return String.join(" ", new LinkedHashSet<>(verdicts.stream().map(text).toList())).strip();
  }

  private static <T> List<T> distinct(List<Verdict> verdicts, Function<Verdict, List<T>> list) {
    return verdicts.stream().flatMap(v -> list.apply(v).stream()).distinct().toList();
  }
}
