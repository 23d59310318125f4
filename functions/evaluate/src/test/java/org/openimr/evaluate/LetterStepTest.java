package org.openimr.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.UploadState;
import org.openimr.guidelines.Evaluator;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.Bodies;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;

class LetterStepTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0299001");
  private static final Evaluator EVALUATOR = Evaluator.withInstalledPack();

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private int uploads;

  @Test
  void findsTheCriteriaOfALetterByTheInstalledRules() {
    keep(letter("2015-12-14", "Massage therapy for the neck, 6 visits", Decision.UPHELD));
    deliver(new Faults(0, false));
    assertEquals(
        List.of(
            "CM15-0299001 item 1 UPHELD by massage-therapy, rules " + EVALUATOR.rulePackVersion()),
        near(TreatmentCategory.MASSAGE).stream().map(LetterStepTest::shown).toList());
  }

  @Test
  void putsALaterLettersItemsInPlaceOfTheEarlierOnes() {
    keep(letter("2015-12-14", "Massage therapy for the neck, 6 visits", Decision.UPHELD));
    deliver(new Faults(0, false));
    keep(letter("2015-12-15", "Acupuncture for the neck, 6 visits", Decision.OVERTURNED));
    deliver(new Faults(0, false));
    assertEquals(
        List.of(List.of(), List.of(Decision.OVERTURNED)),
        List.of(
            near(TreatmentCategory.MASSAGE),
            near(TreatmentCategory.ACUPUNCTURE).stream().map(Precedent::outcome).toList()));
  }

  @Test
  void writesNothingForALetterThatIsEvaluated() {
    keep(letter("2015-12-14", "Massage therapy for the neck, 6 visits", Decision.UPHELD));
    var kept = StreamEvents.of(table.rows());
    deliver(new Faults(0, false));
    var rows = table.rows();
    handler(new Faults(0, false), EVALUATOR::evaluate).handleRequest(kept, null);
    assertEquals(rows, table.rows());
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    keep(letter("2015-12-14", "Massage therapy for the neck, 6 visits", Decision.UPHELD));
    var calls = new Faults(0, false);
    deliver(calls);
    for (int call = 1; call <= calls.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var other = new LetterStepTest();
        other.keep(letter("2015-12-14", "Massage therapy for the neck, 6 visits", Decision.UPHELD));
        assertEquals(1, other.deliver(new Faults(call, after)).size());
        other.deliver(new Faults(0, false));
        assertEquals(table.rows(), other.table.rows());
      }
    }
  }

  private static String shown(Precedent item) {
    return "%s item %d %s by %s, rules %s"
        .formatted(
            item.caseNumber(),
            item.item(),
            item.outcome(),
            item.profile().topic().orElse("none"),
            item.rulePackVersion());
  }

  private List<Precedent> near(TreatmentCategory category) {
    var profile =
        new ItemProfile(
            category,
            List.of(Region.CERVICAL_SPINE),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    return new Precedents(table).near(profile).items();
  }

  private List<StreamsEventResponse.BatchItemFailure> deliver(Faults faults) {
    return handler(faults, EVALUATOR::evaluate)
        .handleRequest(StreamEvents.of(table.rows()), null)
        .getBatchItemFailures();
  }

  private EvaluateHandler handler(Faults faults, Function<CaseFile, Evaluation> evaluator) {
    var steps =
        Wiring.steps(
            faults.in(table),
            faults.in(objects),
            Settings.EMBEDDED,
            InstantSource.fixed(SampleCase.CUT),
            Journal.silent(),
            evaluator);
    return new EvaluateHandler(steps, Journal.silent());
  }

  private void keep(PublishedDetermination letter) {
    String body = new Bodies(objects, Settings.EMBEDDED).put(letter);
    var upload =
        UploadRow.received(
            new ObjectName("b", "k" + uploads++),
            Optional.empty(),
            Optional.empty(),
            1,
            SampleCase.CUT);
    new Uploads(table).receive(upload);
    new Precedents(table)
        .keep(
            new Precedents.Letter(CASE, letter.decisionDate(), letter.items().size(), body),
            upload.taken(UploadState.PRECEDENT, "hash", CASE, Optional.of(body)),
            SampleCase.CUT);
  }

  private static PublishedDetermination letter(String decided, String request, Decision outcome) {
    return new PublishedDetermination(
        Optional.of(CASE),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(decided)),
        Optional.of(LocalDate.of(2015, 10, 21)),
        Optional.empty(),
        Optional.empty(),
        List.of("Nevada"),
        List.of("Surgery"),
        "A 40-year-old female with a date of injury on 5-1-09 has neck pain. Function has improved.",
        List.of(
            new PublishedDetermination.Item(
                request,
                request,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                outcome,
                List.of(),
                List.of(),
                "As published.")));
  }
}
