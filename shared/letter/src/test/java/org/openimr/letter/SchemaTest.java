package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Flag;
import org.openimr.casefile.LetterPlace;
import org.openimr.casefile.Priority;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.Unit;

/** The published schema holds for what is written, and closes the vocabularies as the code does. */
class SchemaTest {
  private static final String SCHEMA = resource("determination-1.schema.json");
  private static final String CORRECTION_SCHEMA = resource("correction-1.schema.json");
  private static final JsonNode TREE = tree();

  @Test
  void takesADeterminationOfAReviewThatBecameAnExpeditedOne() {
    byte[] json =
        new Letter()
            .expeditedSince(Optional.of(LocalDate.of(2015, 11, 20)))
            .proposal(Samples.file(), Samples.evaluation(), 1)
            .json();
    assertEquals(List.of(), faults(new String(json, StandardCharsets.UTF_8)));
  }

  @Test
  void holdsForTheSample() {
    assertEquals(List.of(), faults(sample()));
  }

  @Test
  void holdsForAFinalDetermination() {
    assertEquals(List.of(), faults(adopted()));
  }

  @Test
  void holdsForACorrection() {
    byte[] json = new Letter().correction(Corrections.SAMPLE, Corrections.DAY).json();
    assertEquals(List.of(), faults(CORRECTION_SCHEMA, new String(json, StandardCharsets.UTF_8)));
  }

  @Test
  void refusesACorrectionThatSaysMore() {
    byte[] json = new Letter().correction(Corrections.SAMPLE, Corrections.DAY).json();
    String more =
        new String(json, StandardCharsets.UTF_8).replaceFirst("\\{", "{\"requestedBy\": \"me\",");
    assertEquals(1, faults(CORRECTION_SCHEMA, more).size());
  }

  @Test
  void closesThePlacesOfACorrection() throws IOException {
    var words = new ArrayList<String>();
    new ObjectMapper()
        .readTree(CORRECTION_SCHEMA)
        .at("/properties/entries/items/properties/place/enum")
        .forEach(word -> words.add(word.asText()));
    assertEquals(Arrays.stream(LetterPlace.values()).map(Enum::name).toList(), words);
  }

  @Test
  void refusesAFinalDeterminationWithoutAReviewerAndADate() {
    String claimed = sample().replace("\"kind\": \"PROPOSED\"", "\"kind\": \"FINAL\"");
    // No reviewer, no date, an item that is not decided, and flags of each item.
    assertEquals(6, faults(claimed).size());
  }

  @Test
  void refusesAProposalWithAReviewer() {
    String claimed = adopted().replace("\"kind\": \"FINAL\"", "\"kind\": \"PROPOSED\"");
    assertEquals(2, faults(claimed).size());
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() {
    assertEquals(1, faults(sample().replaceFirst("\\{", "{\"verdict\": true,")).size());
  }

  @Test
  void refusesAnAbsenceWithoutItsSearch() {
    // Three criteria of the sample: each lacks its search and has a field that is not known.
    assertEquals(6, faults(sample().replace("\"searched\": {", "\"sought\": {")).size());
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void closesTheVocabulary(String place, Object[] constants) {
    List<String> words = new ArrayList<>();
    TREE.at(place + "/enum")
        .forEach(
            word -> {
              if (!word.isNull()) {
                words.add(word.asText());
              }
            });
    assertEquals(Arrays.stream(constants).map(Object::toString).toList(), words);
  }

  @Test
  void mapsEveryCategoryToItsGroup() {
    String mapping = TREE.at("/$defs/item/properties/treatment/properties/category").toString();
    List<TreatmentCategory> unmapped =
        Arrays.stream(TreatmentCategory.values())
            .filter(category -> !mapping.matches(".*\\b" + group(category) + "\\b.*"))
            .toList();
    assertEquals(List.of(), unmapped);
  }

  private static String group(TreatmentCategory category) {
    return category.group() + ": [A-Z_, ]*" + category.name();
  }

  static Stream<Object[]> vocabularies() {
    String item = "/$defs/item/properties";
    return Stream.of(
        new Object[] {"/properties/kind", Determination.Kind.values()},
        new Object[] {"/properties/overall", Determination.Overall.values()},
        new Object[] {"/properties/editionPolicy", EditionPolicy.values()},
        new Object[] {"/properties/header/properties/priority", Priority.values()},
        new Object[] {"/properties/documents/items/properties/type", DocumentType.values()},
        new Object[] {"/properties/documents/items/properties/use", Determination.Use.values()},
        new Object[] {item + "/treatment/properties/category", TreatmentCategory.values()},
        new Object[] {item + "/treatment/properties/region", Region.values()},
        new Object[] {item + "/treatment/properties/regions/items", Region.values()},
        new Object[] {item + "/decision", Decision.values()},
        new Object[] {item + "/edition", Edition.values()},
        new Object[] {item + "/flags/items", Flag.values()},
        new Object[] {item + "/quantity/properties/unit", Unit.values()},
        new Object[] {"/$defs/criterion/properties/result", CriterionResult.values()});
  }

  private static List<String> faults(String json) {
    return faults(SCHEMA, json);
  }

  private static List<String> faults(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String sample() {
    byte[] json = new Letter().proposal(Samples.file(), Samples.evaluation(), 1).json();
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String adopted() {
    byte[] json =
        new Letter()
            .issued(Samples.file(), Samples.evaluation(), 1, SampleReviews.adoption())
            .json();
    return new String(json, StandardCharsets.UTF_8);
  }

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(SCHEMA);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Letter.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
