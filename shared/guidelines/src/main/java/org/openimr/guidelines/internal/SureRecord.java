package org.openimr.guidelines.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.reading.CaseFacts;

/** A record without the passages that text recognition was not sure of. */
record SureRecord(CaseFacts whole) implements CaseFacts {
  /** The record of an item's case; empty where nothing in it is unsure. */
  static Optional<CaseFacts> of(Matter matter) {
    boolean unsure =
        matter.record().observations().stream().anyMatch(passage -> passage.anchor().unsure());
    return unsure ? Optional.of(new SureRecord(matter.record())) : Optional.empty();
  }

  @Override
  public List<Observation> observations() {
    return sure(whole.observations());
  }

  @Override
  public List<Observation> observations(String fact) {
    return sure(whole.observations(fact));
  }

  private static List<Observation> sure(List<Observation> passages) {
    return passages.stream().filter(passage -> !passage.anchor().unsure()).toList();
  }

  @Override
  public boolean everyPageReadable() {
    return whole.everyPageReadable();
  }

  @Override
  public Search search(Collection<String> facts, List<NearestPassage> rejected) {
    return whole.search(facts, rejected);
  }

  @Override
  public List<Observation> bodyParts() {
    return sure(whole.bodyParts());
  }

  @Override
  public Search searchParts(Collection<Region> parts, List<NearestPassage> rejected) {
    return whole.searchParts(parts, rejected);
  }
}
