package org.openimr.documents.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.Budgets;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.Pages;

/** Reads a case file: JSON, then schema, then dates, then the domain's records. */
public final class CaseFileReader {
  /** A case file nests four deep; a file that exceeds this is made to exhaust a reader. */
  private static final int NESTING = 32;

  /** A case file of 2,000 documents has some 30,000 tokens. */
  private static final int TOKENS = 1_000_000;

  private static final int NUMBER_LENGTH = 100;
  private static final int NAME_LENGTH = 1_000;

  private final Budgets budgets;
  private final ObjectMapper mapper;

  /** Reads within budgets. */
  public CaseFileReader(Budgets budgets) {
    this.budgets = budgets;
    this.mapper = mapper(budgets);
  }

  /**
   * The case file, or why it was not taken.
   *
   * @param enclosures the files that its documents may name
   */
  public Outcome<SubmittedFile.Json> read(byte[] bytes, Enclosures enclosures, Meter meter) {
    return parsed(bytes)
        .then(ValueCheck::check)
        .then(SchemaCheck::check)
        .then(this::withinBudgets)
        .then(DateOrder::check)
        .then(file -> measured(file, meter))
        .then(file -> CaseFileFields.map(file, enclosures));
  }

  private static ObjectMapper mapper(Budgets budgets) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(NESTING)
            .maxTokenCount(TOKENS)
            .maxNumberLength(NUMBER_LENGTH)
            .maxNameLength(NAME_LENGTH)
            .maxStringLength((int) Math.min(Integer.MAX_VALUE - 8, budgets.uploadBytes()))
            .build();
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  private Outcome<JsonNode> parsed(byte[] bytes) {
    try {
      return Outcome.accepted(mapper.readTree(bytes));
    } catch (StreamConstraintsException e) {
      return Outcome.rejected(
          Code.EXPANSION_LIMIT,
          "The JSON is nested too deeply, has too many parts, or a name or number that is too long"
              + "%s. Write the file with the fields of openimr/case-file/1 only."
                  .formatted(place(e)));
    } catch (JsonProcessingException e) {
      return invalid(place(e));
    } catch (IOException e) {
      return invalid(""); // A character that is no UTF-8.
    }
  }

  private static Outcome<JsonNode> invalid(String place) {
    return Outcome.rejected(
        Code.INVALID_JSON,
        "The file begins like JSON and is not valid JSON%s. Look there for a missing comma, quote or"
                .formatted(place)
            + " bracket, a field that is given twice, or a character that is not UTF-8. A plain text"
            + " must not begin with a brace.");
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  private Outcome<JsonNode> withinBudgets(JsonNode file) {
    int documents = file.path("documents").size();
    return documents > budgets.entries()
        ? Outcome.rejected(
            Code.EXPANSION_LIMIT,
            "The case file has %,d documents; at most %,d are taken. Split it and send the parts one by one."
                .formatted(documents, budgets.entries()))
        : Outcome.accepted(file);
  }

  /** Enclosed files are measured where they are read. */
  private static Outcome<JsonNode> measured(JsonNode file, Meter meter) {
    for (JsonNode document : file.path("documents")) {
      if (document.has("text")) {
        String text = document.path("text").textValue();
        meter.text(text.length());
        meter.pages(Pages.count(text));
      }
    }
    return Outcome.accepted(file);
  }
}
