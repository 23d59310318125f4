package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reading.internal.facts.DrugCourses.Course;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.FlowText;
import org.openimr.reading.internal.flow.Numbers;
import org.openimr.reading.internal.flow.Wording;
import org.openimr.reading.internal.treatment.DrugFinder;
import org.openimr.reading.internal.treatment.DrugProduct;

/** Reads which drugs are taken and how much of them a day (domain brief G-03, G-04, 6.5). */
final class MedicationReader {
  private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
  private static final BigDecimal DAYS_A_MONTH = BigDecimal.valueOf(30);
  private static final String START = "drugStart";

  private static final Set<TreatmentCategory> FOR_PAIN =
      EnumSet.of(
          TreatmentCategory.OPIOID,
          TreatmentCategory.NSAID,
          TreatmentCategory.ACETAMINOPHEN,
          TreatmentCategory.MUSCLE_RELAXANT,
          TreatmentCategory.ANTIEPILEPTIC,
          TreatmentCategory.ANTIDEPRESSANT);

  /** A wording of how often: group 1 is a count of doses, or of hours between them. */
  private record Schedule(Wording wording, boolean hours, Optional<BigDecimal> perDay) {}

  /** A drug in a sentence. */
  private record Taken(
      DrugProduct product,
      Passage passage,
      Standing standing,
      boolean negated,
      Optional<BigDecimal> dosesPerDay,
      Optional<Course> course) {
    boolean starts() {
      return !negated && course.filter(Course.STARTS::equals).isPresent();
    }
  }

  private final FactCatalog catalog;
  private final ContextRules context;
  private final StandingReader standings;
  private final DrugFinder drugs = new DrugFinder();
  private final DrugCourses courses = new DrugCourses();
  private final List<Schedule> schedules = new ArrayList<>();
  private final Wording countBefore;
  private final Wording perDay;
  private final List<String> tests;
  private final Wording unitsPerDose;
  private final Wording quantity;
  private final Wording stopped;
  private final Wording days;
  private final Wording month;

  MedicationReader(FactCatalog catalog, ContextRules context, StandingReader standings) {
    this.catalog = catalog;
    this.context = context;
    this.standings = standings;
    JsonNode data = DataFile.read("facts/medications.json");
    for (JsonNode node : data.path("schedules")) {
      Optional<BigDecimal> perDay =
          node.has("perDay") ? Optional.of(node.path("perDay").decimalValue()) : Optional.empty();
      schedules.add(
          new Schedule(
              new Wording(node.path("find").asText()), node.path("every").asBoolean(), perDay));
    }
    countBefore = new Wording(data.path("countBefore").asText());
    perDay = new Wording(data.path("perDay").asText());
    tests = DataFile.texts(data.path("tests"));
    unitsPerDose = new Wording(data.path("unitsPerDose").asText());
    stopped = new Wording(data.path("stopped").asText());
    quantity = new Wording(data.path("quantity").asText());
    days = new Wording(data.path("days").asText());
    month = new Wording(data.path("month").asText());
  }

  List<Observation> read(CaseDocument document, FlowText text, List<Passage> passages) {
    List<Taken> taken = taken(document, text, passages);
    var found = new ArrayList<Observation>();
    for (Taken drug : taken) {
      course(document, text, drug).ifPresent(found::add);
      if (drug.product().category() == TreatmentCategory.OPIOID) {
        opioid(document, text, drug, found);
      }
    }
    started(document, text, taken).ifPresent(found::add);
    total(document, text, taken, "morphineEquivalentMgPerDay").ifPresent(found::add);
    total(document, text, taken, "acetaminophenDailyMg").ifPresent(found::add);
    return found;
  }

  /** A drug that is begun is not yet taken. */
  private void opioid(CaseDocument document, FlowText text, Taken drug, List<Observation> found) {
    String name = drug.product().ingredients().getFirst();
    boolean maybeFirst = !drug.negated() && drug.course().equals(Optional.of(Course.PRESCRIBED));
    if (!drug.starts()) {
      String fact = maybeFirst ? FirstPrescriptions.FIRST : "onOpioid";
      var use = new FactValue.Truth(!drug.negated());
      found.add(observation(document, text, drug, fact, use, name));
    }
    if (!drug.negated()) {
      drug.dosesPerDay()
          .map(d -> observation(document, text, drug, "dailyDoses", new FactValue.Amount(d), name))
          .ifPresent(found::add);
    }
  }

  /** Whether a drug for pain is begun or goes on, where the record says one of them. */
  private Optional<Observation> course(CaseDocument document, FlowText text, Taken drug) {
    boolean said = drug.course().filter(c -> c != Course.PRESCRIBED).isPresent();
    if (drug.negated() || !said || !FOR_PAIN.contains(drug.product().category())) {
      return Optional.empty();
    }
    String name = drug.product().ingredients().getFirst();
    var value = new FactValue.Truth(drug.starts());
    return Optional.of(observation(document, text, drug, START, value, name));
  }

  /** How many drugs for pain a document begins. */
  private Optional<Observation> started(CaseDocument document, FlowText text, List<Taken> taken) {
    var begun =
        taken.stream()
            .filter(drug -> drug.starts() && FOR_PAIN.contains(drug.product().category()))
            .filter(drug -> standing(document, drug) == Standing.FACT)
            .toList();
    var names = begun.stream().map(drug -> drug.product().ingredients()).distinct().toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var value = new FactValue.Amount(BigDecimal.valueOf(names.size()));
    return Optional.of(
        new Observation(
            "drugsStarted",
            value,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            document.date(),
            document.type(),
            Standing.FACT,
            anchor(text, begun)));
  }

  /** A plan to begin a drug is the beginning. */
  private Standing standing(CaseDocument document, Taken drug) {
    Optional<Standing> own = drug.starts() ? Optional.of(Standing.FACT) : Optional.empty();
    return standings.judge(
        document.type(), drug.passage(), drug.product().from(), drug.product().to(), false, own);
  }

  private List<Taken> taken(CaseDocument document, FlowText text, List<Passage> passages) {
    var taken = new ArrayList<Taken>();
    List<DrugProduct> products = drugs.find(text.folded());
    int at = 0;
    for (int i = 0; i < products.size(); i++) {
      DrugProduct product = products.get(i);
      while (at + 1 < passages.size() && passages.get(at).sentence.to() <= product.from()) {
        at++;
      }
      Passage passage = passages.get(at);
      boolean negated = standings.negated(passage, product.from(), product.to());
      String sentence = text.folded().substring(passage.sentence.from(), passage.sentence.to());
      if (passage.unsure
          || context.ignoredHeadings().contains(passage.sentence.heading())
          || (negated && tests.stream().anyMatch(sentence::contains))) {
        continue; // a drug that a test did not find is no drug that is not taken
      }
      int next = i + 1 < products.size() ? products.get(i + 1).from() : Integer.MAX_VALUE;
      int to = Math.max(product.to(), Math.min(next, passage.sentence.to()));
      String directions = text.folded().substring(product.to(), to);
      if (listed(passage) && stopped.isIn(directions)) {
        continue;
      }
      taken.add(
          new Taken(
              product,
              passage,
              standings.judge(
                  document.type(), passage, product.from(), product.to(), false, Optional.empty()),
              negated,
              counted(text.folded(), passage, product, directions)
                  .or(() -> dosesPerDay(directions)),
              courses.of(
                  text.folded().substring(passage.sentence.from(), product.from()),
                  directions,
                  SentenceDates.only(text, passage.sentence.from(), passage.sentence.to()),
                  document.date())));
    }
    return taken;
  }

  private boolean listed(Passage passage) {
    return context.medicationHeadings().contains(passage.sentence.heading());
  }

  /** "4 Percocet a day": the count stands before the name. */
  private Optional<BigDecimal> counted(
      String text, Passage passage, DrugProduct product, String directions) {
    return perDay.opens(directions)
        ? countBefore
            .first(text.substring(passage.sentence.from(), product.from()))
            .flatMap(count -> Numbers.read(count.group(1)))
        : Optional.empty();
  }

  private Optional<BigDecimal> dosesPerDay(String directions) {
    for (Schedule schedule : schedules) {
      Optional<Matcher> match = schedule.wording().first(directions);
      if (match.isPresent()) {
        Optional<BigDecimal> times = times(schedule, match.get());
        boolean counted = !schedule.hours() && schedule.perDay().isEmpty();
        return counted
            ? times
            : times.map(t -> Numbers.plain(t.multiply(unitsPerDose(directions))));
      }
    }
    return bySupply(directions);
  }

  private static Optional<BigDecimal> times(Schedule schedule, Matcher match) {
    if (schedule.perDay().isPresent()) {
      return schedule.perDay();
    }
    return Numbers.read(match.group(1))
        .filter(n -> n.signum() > 0)
        .map(n -> schedule.hours() ? HOURS_A_DAY.divide(n, 1, RoundingMode.HALF_UP) : n)
        .map(Numbers::plain);
  }

  private BigDecimal unitsPerDose(String directions) {
    return unitsPerDose
        .first(directions)
        .map(match -> match.group(2) == null ? match.group(1) : match.group(2))
        .flatMap(Numbers::read)
        .orElse(BigDecimal.ONE);
  }

  private Optional<BigDecimal> bySupply(String directions) {
    Optional<Matcher> count = quantity.first(directions);
    if (count.isEmpty()) {
      return Optional.empty();
    }
    Optional<Matcher> inDays = days.first(directions);
    Optional<BigDecimal> supply =
        inDays.isPresent()
            ? Numbers.read(inDays.get().group(1))
            : month.isIn(directions) ? Optional.of(DAYS_A_MONTH) : Optional.empty();
    return supply
        .filter(d -> d.signum() > 0)
        .flatMap(
            d -> Numbers.read(count.get().group(1)).map(c -> c.divide(d, 2, RoundingMode.HALF_UP)))
        .map(Numbers::plain);
  }

  /** A daily total, only where every product that adds to it states strength and schedule. */
  private Optional<Observation> total(
      CaseDocument document, FlowText text, List<Taken> taken, String fact) {
    var daily = new TreeMap<String, BigDecimal>();
    var from = new ArrayList<Taken>();
    boolean known = true;
    for (Taken drug : taken) {
      int place = place(drug.product(), fact);
      if (place < 0 || drug.standing() != Standing.FACT || drug.negated()) {
        continue;
      }
      boolean listed = listed(drug.passage());
      Optional<BigDecimal> amount = amount(drug, place, fact);
      if (amount.isPresent()) {
        String product = String.join("/", drug.product().ingredients());
        daily.merge(product, amount.get(), BigDecimal::max);
        from.add(drug);
      } else {
        known = known && !(listed && !drug.product().strengths().isEmpty());
      }
    }
    if (daily.isEmpty() || !known) {
      return Optional.empty();
    }
    BigDecimal sum = daily.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var value = new FactValue.Amount(Numbers.plain(sum));
    from.forEach(d -> d.passage().states(fact));
    return Optional.of(
        new Observation(
            fact,
            value,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            document.date(),
            document.type(),
            Standing.FACT,
            anchor(text, from)));
  }

  /** Which of a product's ingredients adds to a total, or -1. */
  private static int place(DrugProduct product, String fact) {
    if (fact.equals("acetaminophenDailyMg")) {
      return product.ingredients().indexOf("acetaminophen");
    }
    return product.category() == TreatmentCategory.OPIOID ? 0 : -1;
  }

  private Optional<BigDecimal> amount(Taken drug, int place, String fact) {
    List<BigDecimal> strengths = drug.product().strengths();
    if (place >= strengths.size()) {
      return Optional.empty();
    }
    boolean opioid = fact.equals("morphineEquivalentMgPerDay");
    boolean patch = drug.product().form().equals(Optional.of("patch"));
    String ingredient = drug.product().ingredients().get(place);
    Optional<BigDecimal> doses = patch ? Optional.of(BigDecimal.ONE) : drug.dosesPerDay();
    return doses
        .map(strengths.get(place)::multiply)
        .flatMap(mg -> opioid ? drugs.morphineEquivalent(ingredient, mg) : Optional.of(mg));
  }

  /** From the first sentence that adds to the total to the last, where they stand together. */
  private static Anchor anchor(FlowText text, List<Taken> from) {
    Passage first = from.getFirst().passage();
    Passage last = from.getLast().passage();
    boolean together = last.sentence.to() - first.sentence.from() <= 400;
    return together
        ? text.anchor(first.sentence.from(), last.sentence.to())
        : DocumentReader.quote(
            text, first, from.getFirst().product().from(), from.getFirst().product().to());
  }

  private Observation observation(
      CaseDocument document,
      FlowText text,
      Taken drug,
      String fact,
      FactValue value,
      String subject) {
    drug.passage().states(catalog.known(fact).entry().name());
    return new Observation(
        fact,
        value,
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        document.date(),
        document.type(),
        fact.equals(START) ? standing(document, drug) : drug.standing(),
        DocumentReader.quote(text, drug.passage(), drug.product().from(), drug.product().to()));
  }
}
