package org.openimr.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.openimr.casefile.DocumentType;

/** Case files for the tests. */
final class CaseFiles {
  private static final LocalDate DATE = LocalDate.of(2015, 10, 13);

  private CaseFiles() {}

  /** A case file of one progress report of October 13, 2015. */
  static CaseFile report(String text) {
    return of(List.of(document("report", DocumentType.PROGRESS_REPORT, text)));
  }

  static CaseDocument document(String id, DocumentType type, String text) {
    return new CaseDocument(id, type, Optional.of(DATE), text, new TreeSet<>());
  }

  static CaseFile of(List<CaseDocument> documents) {
    return new CaseFile(
        new CaseNumber("CM15-0212345"), CaseFields.UNKNOWN, documents, Map.of(), List.of());
  }

  /** The sample case file of the repository. */
  static CaseFile sample() throws IOException {
    var documents = new ArrayList<CaseDocument>();
    JsonNode file = new ObjectMapper().readTree(Path.of("../../events/case-file.json").toFile());
    for (JsonNode node : file.path("documents")) {
      documents.add(
          new CaseDocument(
              node.path("id").asText(),
              DocumentType.valueOf(node.path("type").asText()),
              Optional.of(LocalDate.parse(node.path("date").asText())),
              node.path("text").asText(),
              new TreeSet<>()));
    }
    return of(documents);
  }
}
