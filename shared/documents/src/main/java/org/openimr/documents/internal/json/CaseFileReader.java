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
import java.util.List;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.Budgets;
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
  private final SchemaCheck schema;

  /** Reads within budgets. */
  public CaseFileReader(Budgets budgets) {
    this.budgets = budgets;
    this.mapper = mapper(budgets);
    this.schema = new SchemaCheck();
  }

  /** The case file, or why it was not taken. */
  public Outcome<SubmittedFile> read(byte[] bytes) {
    return parsed(bytes)
        .then(ValueCheck::check)
        .then(schema::check)
        .then(this::withinBudgets)
        .then(DateOrder::check)
        .then(CaseFileFields::map)
        .then(this::withinPages);
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

  private Outcome<SubmittedFile> withinPages(SubmittedFile.Json file) {
    List<CaseDocument> documents = file.documents();
    long pages = documents.stream().mapToLong(document -> Pages.count(document.text())).sum();
    return pages > budgets.pages() ? Pages.tooMany(pages, budgets) : Outcome.accepted(file);
  }
}
