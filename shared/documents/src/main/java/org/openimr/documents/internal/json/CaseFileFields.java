package org.openimr.documents.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;
import org.openimr.casefile.Sex;
import org.openimr.casefile.SubmittedFile;
import org.openimr.casefile.UtilizationDecision;

/** A case file that the schema has passed, as the domain's records. */
final class CaseFileFields {
  private CaseFileFields() {}

  static Outcome<SubmittedFile.Json> map(JsonNode file, Enclosures enclosures) {
    JsonNode papers = file.path("documents");
    List<String> wrong = wrongDocuments(papers, enclosures);
    return wrong.isEmpty()
        ? Outcome.accepted(new SubmittedFile.Json(fields(file), documents(papers, enclosures)))
        : Outcome.rejected(Code.SCHEMA_VIOLATION, Sentences.join(wrong));
  }

  private static List<String> wrongDocuments(JsonNode documents, Enclosures enclosures) {
    List<String> wrong = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int at = 0; at < documents.size(); at++) {
      JsonNode document = documents.get(at);
      String place = Place.item("documents", at);
      text(document, "file")
          .flatMap(enclosures::wrong)
          .ifPresent(why -> wrong.add(place + ".file: " + why));
      if (document.has("id") && !ids.add(document.path("id").textValue())) {
        wrong.add(place + ".id: expected an id that no other document of the file has");
      }
    }
    return wrong;
  }

  private static CaseFields fields(JsonNode file) {
    return new CaseFields(
        text(file, "caseNumber").flatMap(CaseNumber::of),
        text(file, "priority").map(Priority::valueOf),
        date(file, "dateAssigned"),
        date(file, "applicationReceived"),
        date(file, "dateOfInjury"),
        date(file, "requestDate"),
        date(file, "urDecisionDate"),
        date(file, "urServedDate"),
        text(file, "urServiceMethod").map(ServiceMethod::valueOf),
        date(file, "noticeDate"),
        text(file, "noticeMethod").map(ServiceMethod::valueOf),
        date(file, "recordsReceivedDate"),
        value(file, "liabilityDisputed").map(JsonNode::booleanValue),
        text(file, "claimNumber"),
        employee(file.path("employee")),
        value(file, "requestingPhysician")
            .map(who -> new Physician(text(who, "name"), text(who, "specialty"))),
        each(
            file.path("parties"),
            who -> new Party(who.path("role").textValue(), who.path("name").textValue())),
        each(file.path("disputedItems"), CaseFileFields::item));
  }

  private static Employee employee(JsonNode employee) {
    return new Employee(
        text(employee, "name"),
        date(employee, "dateOfBirth"),
        value(employee, "age").map(JsonNode::intValue),
        text(employee, "sex").map(Sex::valueOf),
        value(employee, "represented").map(JsonNode::booleanValue));
  }

  private static DisputedItem item(JsonNode item) {
    return new DisputedItem(
        item.path("description").textValue(),
        text(item, "urDecision").map(UtilizationDecision::valueOf),
        text(item, "urGuideline").map(Citations::split).orElse(List.of()),
        value(item, "urCertifiedQuantity").map(JsonNode::decimalValue),
        date(item, "serviceDate"));
  }

  private static List<CaseDocument> documents(JsonNode documents, Enclosures enclosures) {
    List<String> ids = DocumentIds.of(documents);
    List<CaseDocument> papers = new ArrayList<>();
    for (int at = 0; at < documents.size(); at++) {
      JsonNode document = documents.get(at);
      SubmittedFile.Text paper =
          text(document, "file").map(enclosures::text).orElseGet(() -> given(document));
      papers.add(
          new CaseDocument(
              ids.get(at),
              DocumentType.valueOf(document.path("type").textValue()),
              date(document, "date"),
              paper.text(),
              paper.unreadablePages(),
              paper.recognition()));
    }
    return papers;
  }

  private static SubmittedFile.Text given(JsonNode document) {
    return new SubmittedFile.Text(document.path("text").textValue(), new TreeSet<>(), List.of());
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> map) {
    List<T> values = new ArrayList<>();
    array.forEach(node -> values.add(map.apply(node)));
    return values;
  }

  private static Optional<LocalDate> date(JsonNode node, String name) {
    return text(node, name).map(LocalDate::parse);
  }

  private static Optional<String> text(JsonNode node, String name) {
    return value(node, name).map(JsonNode::textValue);
  }

  private static Optional<JsonNode> value(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name));
  }
}
