package org.openimr.guidelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.UtilizationDecision;

/** The sample case file of the project's events, with its two items. */
final class SampleFile {
  private static final Path FILE = Path.of("../../events/case-file.json");

  private SampleFile() {}

  static List<DisputedItem> items(String massage) {
    return List.of(
        item(massage, UtilizationDecision.DENIED, Optional.empty()),
        item(
            "Hydrocodone/Acetaminophen 10mg Qty 120",
            UtilizationDecision.MODIFIED,
            Optional.of(java.math.BigDecimal.valueOf(108))));
  }

  private static DisputedItem item(
      String description, UtilizationDecision decision, Optional<java.math.BigDecimal> certified) {
    return new DisputedItem(
        description, Optional.of(decision), List.of(), certified, Optional.empty());
  }

  /** The file with a text of the progress report replaced. */
  static CaseFile with(String text, String replacement, List<DisputedItem> items)
      throws IOException {
    JsonNode json = new ObjectMapper().readTree(Files.readString(FILE));
    var documents = new ArrayList<CaseDocument>();
    for (JsonNode document : json.get("documents")) {
      documents.add(
          new CaseDocument(
              document.get("id").asText(),
              DocumentType.valueOf(document.get("type").asText()),
              Optional.ofNullable(document.get("date")).map(d -> LocalDate.parse(d.asText())),
              document.get("text").asText().replace(text, replacement),
              new TreeSet<>()));
    }
    return new CaseFile(
        new CaseNumber(json.get("caseNumber").asText()),
        fields(items),
        documents,
        Map.of(),
        List.of());
  }

  private static CaseFields fields(List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2015, 11, 12)),
        Optional.of(LocalDate.of(2015, 11, 2)),
        Optional.of(LocalDate.of(2009, 5, 1)),
        Optional.of(LocalDate.of(2015, 10, 14)),
        Optional.of(LocalDate.of(2015, 10, 21)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        items);
  }
}
