package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Drug;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Flag;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.Region;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.Search;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.SummarySentence;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;
import org.openimr.procedure.RevisionChange;
import org.openimr.records.internal.BodyJson;
import org.openimr.records.memory.MemoryObjects;

class BodiesTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  private static final CaseDocument PAPER =
      new CaseDocument(
          "p",
          DocumentType.PROGRESS_REPORT,
          Optional.of(LocalDate.parse("2015-10-13")),
          "one\f",
          new TreeSet<>(List.of(1)));

  private final MemoryObjects objects = new MemoryObjects();
  private final Bodies bodies = new Bodies(objects, Settings.EMBEDDED);

  @Test
  void readsAnUploadBackAsItWas() {
    var upload =
        new CaseUpload(
            "00",
            Optional.of(CASE),
            List.of(new SourcedFields(FieldSource.RECORDS, "00", CaseFields.UNKNOWN)),
            List.of(PAPER));
    assertEquals(upload, bodies.get(bodies.put(upload), CaseUpload.class));
  }

  @Test
  void readsACaseFileBackAsItWas() {
    var file =
        new CaseFile(
            CASE,
            CaseFields.UNKNOWN,
            List.of(PAPER),
            Map.of("q", PAPER),
            List.of(new FieldConflict("f", FieldSource.CASE_JSON, FieldSource.RECORDS, "v")));
    assertEquals(file, bodies.get(bodies.put(file), CaseFile.class));
  }

  @Test
  void readsAnEvaluationBackAsItWas() {
    var evaluation = evaluation();
    assertEquals(evaluation, bodies.get(bodies.put(evaluation), Evaluation.class));
  }

  @Test
  void readsAPublishedDeterminationBackAsItWas() {
    var published =
        new PublishedDetermination(
            Optional.of(CASE),
            Optional.empty(),
            Optional.of(LocalDate.parse("2009-05-01")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("California"),
            List.of("Occupational Medicine"),
            "summary",
            List.of(
                new PublishedDetermination.Item(
                    "heading",
                    "description",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    false,
                    Decision.UPHELD,
                    List.of("a"),
                    List.of("b"),
                    "rationale")));
    assertEquals(published, bodies.get(bodies.put(published), PublishedDetermination.class));
  }

  @Test
  void readsRecognisedTextBackAsItWas() {
    var recognised =
        new CaseDocument(
            "scan",
            DocumentType.OTHER,
            Optional.empty(),
            "one\n",
            new TreeSet<>(),
            Recognition.of(Map.of(1, List.of(71))));
    var change =
        new RevisionChange(
            List.of("scan"), List.of(), List.of(), List.of(), List.of(), Optional.of(1));
    var sentence = new SummarySentence("One.", List.of(AnchoredText.of(recognised).anchor(0, 3)));

    assertEquals(
        List.of(recognised, change, sentence),
        List.of(
            bodies.get(bodies.put(recognised), CaseDocument.class),
            bodies.get(bodies.put(change), RevisionChange.class),
            bodies.get(bodies.put(sentence), SummarySentence.class)));
  }

  @Test
  void saysNothingOfRecognitionWhereThereWasNone() {
    assertEquals(
        "{\"date\":\"2015-10-13\",\"id\":\"p\",\"text\":\"one\\f\","
            + "\"type\":\"PROGRESS_REPORT\",\"unreadablePages\":[1]}",
        new String(new BodyJson().write(PAPER), StandardCharsets.UTF_8));
  }

  @Test
  void storesTheSameContentOnce() {
    bodies.put(evaluation());
    bodies.put(evaluation());
    assertEquals(1, objects.hashes().size());
  }

  @Test
  void refusesABodyThatIsNotItsHash() {
    String hash = bodies.put(evaluation());
    objects.put(
        new ObjectName(Settings.EMBEDDED.derived(), "bodies/" + hash + ".json"),
        "{}".getBytes(StandardCharsets.UTF_8),
        "application/json");
    assertThrows(IllegalStateException.class, () -> bodies.get(hash, Evaluation.class));
  }

  private static Evaluation evaluation() {
    var anchor = new Anchor("p", 1, 1, 0, 3, "one");
    var treatment =
        new TreatmentRequest(
            TreatmentCategory.OPIOID,
            List.of("hydrocodone"),
            List.of(Region.CERVICAL_SPINE),
            Optional.empty(),
            List.of("C4-5"),
            Optional.of(
                new Drug(
                    List.of("hydrocodone"),
                    Optional.of("Norco"),
                    List.of(new BigDecimal("1E+1")),
                    Optional.empty())),
            Optional.of(RequestedQuantity.of(120, Unit.TABLET)),
            Optional.of(new BigDecimal("2.50")),
            Optional.empty(),
            Optional.of(2),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    var criterion =
        new Criterion(
            "c",
            "statement",
            CriterionResult.NOT_DOCUMENTED,
            "finding",
            List.of(anchor),
            Optional.of(new Search(List.of("t"), 1, 0, List.of(new NearestPassage(anchor, "no")))),
            true);
    var item =
        new ItemEvaluation(
            1,
            DisputedItem.of("Norco"),
            treatment,
            Decision.UPHELD,
            Optional.of(Edition.M2009),
            Set.of(Flag.SAFETY, Flag.REVIEW),
            new FourQuantities(
                Optional.of(BigDecimal.TEN),
                Optional.empty(),
                Optional.of(BigDecimal.ZERO),
                Optional.empty(),
                Optional.of(Unit.TABLET)),
            List.of("MTUS"),
            Optional.of("opioids-continued"),
            "reason",
            List.of(),
            List.of(criterion),
            "rule",
            "conclusion",
            true);
    return new Evaluation(
        CASE,
        "pack",
        EditionPolicy.UR_DATE,
        List.of(new SummarySentence("s", List.of(anchor))),
        List.of(item));
  }
}
