package org.openimr.guidelines.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.casefile.Side;
import org.openimr.casefile.Standing;
import org.openimr.reading.CaseFacts;

/** Passages put together by hand; each stands on a line of its own. */
record FakeRecord(List<Observation> observations, boolean everyPageReadable) implements CaseFacts {
  static final LocalDate REPORT = LocalDate.of(2015, 10, 13);

  static FakeRecord of(Observation... observations) {
    var placed = new ArrayList<Observation>();
    for (Observation observation : observations) {
      placed.add(at(placed.size() + 1, observation));
    }
    return new FakeRecord(List.copyOf(placed), true);
  }

  FakeRecord unreadable() {
    return new FakeRecord(observations, false);
  }

  @Override
  public List<Observation> observations(String fact) {
    return observations.stream().filter(o -> o.fact().equals(fact)).toList();
  }

  @Override
  public Search search(Collection<String> facts, List<NearestPassage> rejected) {
    return new Search(List.copyOf(facts), 3, everyPageReadable ? 0 : 1, rejected);
  }

  /** As if the records spoke of the whole body; what they say of a part is read, not faked. */
  @Override
  public List<Observation> bodyParts() {
    return List.of(region(Region.WHOLE_BODY, truth("bodyPart", true)));
  }

  @Override
  public Search searchParts(Collection<Region> parts, List<NearestPassage> rejected) {
    return search(List.of(), rejected);
  }

  static Observation truth(String fact, boolean value) {
    return observation(fact, new FactValue.Truth(value));
  }

  static Observation amount(String fact, long value) {
    return observation(fact, new FactValue.Amount(BigDecimal.valueOf(value)));
  }

  private static Observation observation(String fact, FactValue value) {
    return new Observation(
        fact,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(REPORT),
        DocumentType.PROGRESS_REPORT,
        Standing.FACT,
        new Anchor("report", 1, 1, 0, 1, fact));
  }

  /** Read by text recognition with a confidence of 0 to 100. */
  static Observation recognised(int confidence, Observation of) {
    return new Observation(
        of.fact(),
        of.value(),
        of.subject(),
        of.region(),
        of.side(),
        of.date(),
        of.source(),
        of.standing(),
        new Anchor("report", 1, 1, 0, 1, of.fact(), Optional.of(confidence)));
  }

  static Observation standing(Standing standing, Observation of) {
    return changed(of, of.subject(), of.region(), of.date(), of.source(), standing);
  }

  static Observation on(LocalDate date, Observation of) {
    return changed(of, of.subject(), of.region(), Optional.of(date), of.source(), of.standing());
  }

  static Observation region(Region region, Observation of) {
    return changed(of, of.subject(), Optional.of(region), of.date(), of.source(), of.standing());
  }

  static Observation side(Side side, Observation of) {
    return new Observation(
        of.fact(),
        of.value(),
        of.subject(),
        of.region(),
        Optional.of(side),
        of.date(),
        of.source(),
        of.standing(),
        of.anchor());
  }

  static Observation about(String subject, Observation of) {
    return changed(of, Optional.of(subject), of.region(), of.date(), of.source(), of.standing());
  }

  static Observation in(DocumentType source, Observation of) {
    return changed(of, of.subject(), of.region(), of.date(), source, of.standing());
  }

  private static Observation changed(
      Observation of,
      Optional<String> subject,
      Optional<Region> region,
      Optional<LocalDate> date,
      DocumentType source,
      Standing standing) {
    return new Observation(
        of.fact(), of.value(), subject, region, of.side(), date, source, standing, of.anchor());
  }

  private static Observation at(int line, Observation of) {
    var anchor =
        new Anchor(
            "report", 1, line, line * 10, line * 10 + 5, of.fact(), of.anchor().confidence());
    return new Observation(
        of.fact(),
        of.value(),
        of.subject(),
        of.region(),
        of.side(),
        of.date(),
        of.source(),
        of.standing(),
        anchor);
  }
}
