package org.openimr.reading.internal.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Standing;
import org.openimr.reading.internal.flow.FlowText;
import org.openimr.reading.internal.flow.RegionFinder;

/** Finds where documents speak of a part of the body, by its name or by an illness of it. */
final class BodyPartPassages {
  private static final String FACT = "bodyPart";

  /** What was seen once in a document need not be shown again. */
  private record Seen(Region region, Standing standing, boolean negated) {}

  private final StandingReader standings;
  private final RegionFinder regions = RegionFinder.withIllnesses();

  BodyPartPassages(ContextRules context) {
    standings = new StandingReader(context);
  }

  /** The words by which these parts are found. */
  List<String> words(Region region) {
    return regions.words(region);
  }

  /** The passages in document order, each part of the body once for each standing. */
  List<Observation> of(CaseDocument document, FlowText text, List<Passage> passages) {
    var found = new ArrayList<Observation>();
    var seen = new HashSet<Seen>();
    for (Passage passage : passages) {
      int offset = passage.sentence.from();
      for (var named : regions.find(text.folded().substring(offset, passage.sentence.to()))) {
        int from = offset + named.from();
        int to = offset + named.to();
        boolean negated = standings.negated(passage, from, to);
        Standing standing =
            standings.judge(document.type(), passage, from, to, true, Optional.empty());
        if (seen.add(new Seen(named.region(), standing, negated))) {
          Anchor quote = DocumentReader.quote(text, passage, from, to);
          found.add(observation(document, named.region(), standing, negated, quote));
        }
      }
    }
    return found;
  }

  private static Observation observation(
      CaseDocument document, Region region, Standing standing, boolean negated, Anchor quote) {
    return new Observation(
        FACT,
        new FactValue.Truth(!negated),
        Optional.empty(),
        Optional.of(region),
        Optional.empty(),
        document.date(),
        document.type(),
        standing,
        quote);
  }
}
