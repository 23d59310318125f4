package org.openimr.reading.internal.facts;

import com.google.re2j.Matcher;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Side;
import org.openimr.casefile.Standing;
import org.openimr.reading.FactDictionary;
import org.openimr.reading.FactDictionary.Kind;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.FlowReader;
import org.openimr.reading.internal.flow.FlowText;
import org.openimr.reading.internal.flow.RegionFinder;
import org.openimr.reading.internal.flow.Shorthand;
import org.openimr.reading.internal.flow.Wording;

/** Finds what one document states. Immutable, safe for threads. */
final class DocumentReader {
  /** A longer sentence is quoted by its clause. */
  private static final int LONGEST_QUOTE = 320;

  /** No sentence of a person says a thing more often; each match looks through all its cues. */
  private static final int MOST_MATCHES = 64;

  private static final List<String> TIES =
      List.of(
          " of ", " in ", " over ", " at ", " on ", " to ", " about ", " along ", " into ",
          " the ");

  /** A match and what it belongs to. */
  private record Match(FactCatalog.Fact fact, FactPattern pattern, Matcher matcher, int offset) {
    int from() {
      return offset + matcher.start();
    }

    int to() {
      return offset + matcher.end();
    }
  }

  private final FactCatalog catalog;
  private final ContextRules context;
  private final Lexicon lexicon;
  private final StandingReader standings;
  private final MedicationReader medications;
  private final MisreadCues misread;
  private final FlowReader flows;
  private final BodyPartPassages parts;
  private final SearchedPassages searched;
  private final RegionFinder regions = new RegionFinder();

  /** "20 pounds against 60 on the left": the sound side, for comparison only. */
  private final Wording compared =
      new Wording(
          "(?:against|compared (?:to|with)|versus|\\bvs\\b\\.?|\\bthan)[^.;,]{0,30}?"
              + "\\b(?:left|right|other|opposite)\\b(?: side)?"
              + "|,? (?:left|right|other|opposite)(?: side)?:? (?:is |was )?normal\\b");

  private final CreditedTreatment credits = new CreditedTreatment();

  DocumentReader(
      FactCatalog catalog, ContextRules context, Lexicon lexicon, BodyPartPassages parts) {
    this.catalog = catalog;
    this.parts = parts;
    this.searched = new SearchedPassages(lexicon, context.headings());
    this.context = context;
    this.lexicon = lexicon;
    this.misread = context.misread();
    this.standings = new StandingReader(context);
    this.medications = new MedicationReader(catalog, context, standings);
    this.flows =
        new FlowReader(context.words(), Shorthand.read(DataFile.read("facts/shorthand.json")));
  }

  /**
   * What a document says.
   *
   * @param index is given the passages of a clinical record. A word in the request or in the
   *     utilization review decision is no evidence that came near
   */
  DocumentFacts read(CaseDocument document, SearchIndex index) {
    var flow = flows.read(AnchoredText.of(document));
    List<Passage> passages = flow.sentences().stream().map(Passage::new).toList();
    mark(flow.text(), passages);
    var found = new Restatements();
    var complaint = new Complaint();
    for (Passage passage : passages) {
      String sentence =
          FormBlanks.filled(
              flow.text().folded().substring(passage.sentence.from(), passage.sentence.to()));
      List<RegionFinder.Named> named = regions.find(sentence);
      complaint.hear(named);
      boolean tried = lexicon.triesAny(passage);
      passage.unsure = tried && misread.in(sentence);
      if (tried && !passage.unsure && !context.titles(sentence)) {
        state(document, flow.text(), passage, sentence, named, complaint, found);
      }
    }
    medications.read(document, flow.text(), passages).forEach(found::add);
    if (document.type().clinicalRecord()) {
      searched.addTo(index, flow.text(), passages);
    }
    return new DocumentFacts(document, found.kept(), parts.of(document, flow.text(), passages));
  }

  /** Gives each sentence the words of the lexicon that stand in it. */
  private void mark(FlowText text, List<Passage> passages) {
    if (passages.isEmpty()) {
      return;
    }
    passages.forEach(p -> p.end(text.folded(), ';'));
    int[] at = {0};
    lexicon.find(
        text.folded(),
        (literal, from, to) -> {
          while (at[0] + 1 < passages.size() && passages.get(at[0]).sentence.to() < to) {
            at[0]++;
          }
          Passage passage = passages.get(at[0]);
          if (from >= passage.sentence.from() && to <= passage.sentence.to()) {
            Lexicon.Roles roles = lexicon.roles(literal);
            roles.cues.forEach(c -> passage.add(new Cue.Found(c, from, to)));
            if (roles.finds()) {
              passage.add(literal);
            }
          }
        });
  }

  private void state(
      CaseDocument document,
      FlowText text,
      Passage passage,
      String sentence,
      List<RegionFinder.Named> named,
      Complaint complaint,
      Restatements found) {
    BitSet tried = lexicon.tried(passage);
    int number = 0;
    for (FactCatalog.Fact fact : catalog.facts()) {
      int last = number + fact.patterns().size();
      int next = tried.nextSetBit(number);
      boolean stated = false;
      while (next >= 0 && next < last && !stated) {
        FactPattern pattern = fact.patterns().get(next - number);
        Optional<Matcher> first =
            pattern.ruledOut(sentence, passage.sentence.heading())
                ? Optional.empty()
                : pattern.first(sentence);
        if (first.isPresent()) {
          var match = new Match(fact, pattern, first.get(), passage.sentence.from());
          stated = observe(document, text, passage, match, sentence, named, complaint, found);
        }
        next = tried.nextSetBit(next + 1);
      }
      number = last;
    }
  }

  /** Takes each match in a sentence, from the first one on; whether one states a value. */
  private boolean observe(
      CaseDocument document,
      FlowText text,
      Passage passage,
      Match match,
      String sentence,
      List<RegionFinder.Named> named,
      Complaint complaint,
      Restatements found) {
    var values = new HashSet<FactValue>();
    int matches = 0;
    do {
      if (!FormBlanks.open(sentence, match.matcher().end())) {
        Where where = where(match.fact(), match, named, complaint, sentence);
        observe(document, text, passage, match, where)
            .filter(o -> values.add(o.value()))
            .ifPresent(found::add);
      }
      matches++;
    } while (matches < MOST_MATCHES && match.matcher().find());
    return !values.isEmpty();
  }

  /** Where on the body what is stated is. */
  private record Where(Optional<Region> region, Optional<Side> side) {}

  private Where where(
      FactCatalog.Fact fact,
      Match match,
      List<RegionFinder.Named> named,
      Complaint complaint,
      String sentence) {
    if (!fact.entry().regional()) {
      return new Where(Optional.empty(), regions.side(compared.replaced(sentence, "")));
    }
    Optional<RegionFinder.Named> near = Optional.empty();
    int end = match.to() - match.offset();
    for (RegionFinder.Named region : named) {
      boolean reaches =
          near.isEmpty() || region.from() <= end || regions.leads(sentence, end, region.from());
      if (reaches && !ofTheNext(sentence, end, region.from())) {
        near = Optional.of(region);
      }
    }
    Optional<Side> side = regions.side(sentence);
    return near.isPresent()
        ? new Where(near.map(RegionFinder.Named::region), side)
        : new Where(complaint.only(), side);
  }

  /**
   * "Motion is reduced and right cervical tenderness": after a finding, a region behind "and" that
   * no "of" or "in" ties to it belongs to the finding that follows.
   */
  private static boolean ofTheNext(String sentence, int end, int region) {
    if (region <= end) {
      return false;
    }
    String between = sentence.substring(end, region);
    int and = Math.max(between.lastIndexOf(" and "), between.lastIndexOf(';'));
    return and >= 0 && TIES.stream().noneMatch(tie -> between.indexOf(tie, and) >= 0);
  }

  private Optional<Observation> observe(
      CaseDocument document, FlowText text, Passage passage, Match match, Where where) {
    boolean negated = standings.negated(passage, match.from(), match.to());
    Kind kind = match.fact().entry().kind();
    Optional<LocalDate> stated = stated(text, passage, match);
    Optional<FactValue> value =
        match
            .pattern()
            .value(kind, match.matcher(), negated, dates(document, text, passage, match, stated))
            .filter(v -> sensible(match.fact(), v));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Standing standing =
        standings.judge(
            document.type(),
            passage,
            match.from(),
            match.to(),
            match.fact().history(),
            match.pattern().standing());
    passage.states(match.fact().entry().name());
    return Optional.of(
        new Observation(
            match.fact().entry().name(),
            value.get(),
            credited(text, passage, match),
            where.region(),
            where.side(),
            stated
                .filter(day -> !ahead(match.pattern(), day, document))
                .or(() -> happened(match.fact().entry(), value.get(), document)),
            document.type(),
            standing,
            quote(text, passage, match.from(), match.to())));
  }

  /** A date in words tells how long ago a thing was, as one in figures does. */
  private static FactPattern.Dates dates(
      CaseDocument document,
      FlowText text,
      Passage passage,
      Match match,
      Optional<LocalDate> stated) {
    Optional<LocalDate> day =
        stated.isPresent() || !match.pattern().tellsAge()
            ? stated
            : SentenceDates.inWords(text, passage.sentence.from(), passage.sentence.to());
    return new FactPattern.Dates(document.date(), day);
  }

  /** What is set for a day to come was known on the day of the document. */
  private static boolean ahead(FactPattern pattern, LocalDate day, CaseDocument document) {
    return pattern.standing().equals(Optional.of(Standing.FACT))
        && document.date().filter(day::isAfter).isPresent();
  }

  /** The one date of the sentence; of several the one that the matched words hold or lead to. */
  private static Optional<LocalDate> stated(FlowText text, Passage passage, Match match) {
    int end = passage.sentence.to();
    int comma = text.folded().indexOf(',', match.to(), Math.max(match.to(), end));
    int clause = comma < 0 ? end : comma;
    return SentenceDates.only(text, passage.sentence.from(), end)
        .or(() -> SentenceDates.only(text, match.from(), clause));
  }

  /** "Eight months ago" tells the day by the document's own. */
  private static Optional<LocalDate> happened(
      FactDictionary.Entry fact, FactValue value, CaseDocument document) {
    return fact.isAge() && value instanceof FactValue.Amount(var days)
        ? document.date().map(day -> day.minusDays(days.longValue()))
        : document.date();
  }

  private Optional<String> credited(FlowText text, Passage passage, Match match) {
    return match.fact().entry().bySubject()
        ? credits.in(text.folded().substring(passage.sentence.from(), passage.sentence.to()))
        : Optional.empty();
  }

  private static boolean sensible(FactCatalog.Fact fact, FactValue value) {
    return !(value instanceof FactValue.Amount(var amount))
        || fact.atMost().map(most -> amount.compareTo(most) <= 0).orElse(true);
  }

  /** The sentence; of a long one the clause. */
  static Anchor quote(FlowText text, Passage passage, int from, int to) {
    return passage.quote(text, quoted(text, passage, from, to));
  }

  /** Where that stands in the document. */
  static FlowText.Stretch quoted(FlowText text, Passage passage, int from, int to) {
    int start = passage.sentence.from();
    int end = passage.sentence.to();
    if (end - start > LONGEST_QUOTE) {
      start = from;
      while (start > passage.sentence.from()
          && from - start < LONGEST_QUOTE / 2
          && !ends(text, start - 1)) {
        start--;
      }
      end = to;
      while (end < passage.sentence.to() && end - to < LONGEST_QUOTE / 2 && !ends(text, end)) {
        end++;
      }
    }
    while (start < from && text.text().charAt(start) == ' ') {
      start++;
    }
    while (end > to && text.text().charAt(end - 1) == ' ') {
      end--;
    }
    return text.original(start, end);
  }

  private static boolean ends(FlowText text, int at) {
    char c = text.text().charAt(at);
    return c == ';' || c == ',';
  }

  /** The one region of which the document's sentences have spoken so far. */
  private static final class Complaint {
    private Optional<Region> region = Optional.empty();
    private boolean several;

    void hear(List<RegionFinder.Named> named) {
      for (RegionFinder.Named name : named) {
        several = several || region.filter(r -> r != name.region()).isPresent();
        region = Optional.of(name.region());
      }
    }

    Optional<Region> only() {
      return several ? Optional.empty() : region;
    }
  }
}
