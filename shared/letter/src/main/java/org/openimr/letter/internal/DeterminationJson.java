package org.openimr.letter.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.casefile.SearchStep;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Finding;
import org.openimr.letter.Determination.Header;
import org.openimr.letter.Determination.Item;
import org.openimr.letter.Determination.Paper;

/**
 * The determination as {@code openimr/determination/1}, fields in one order, so that one
 * determination has one form.
 */
final class DeterminationJson {
  static final String SCHEMA = "openimr/determination/1";

  private final JsonGenerator json;

  private DeterminationJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] of(Determination determination) {
    return JsonForm.bytes(json -> new DeterminationJson(json).write(determination));
  }

  private void write(Determination determination) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("caseNumber", determination.caseNumber().value());
    json.writeNumberField("revision", determination.revision());
    json.writeStringField("kind", determination.kind().name());
    write(determination.header());
    json.writeStringField("editionPolicy", determination.editionPolicy().name());
    json.writeStringField("rulePackVersion", determination.rulePackVersion());
    array("reviewers", determination.reviewers(), this::write);
    json.writeStringField("clinicalSummary", determination.clinicalSummary());
    array("clinicalSummaryEvidence", determination.summary(), this::write);
    array("documents", determination.documents(), this::write);
    array("items", determination.items(), this::write);
    word("overall", determination.overall());
    json.writeEndObject();
  }

  private void write(Adoption.Analysis reviewer) throws IOException {
    json.writeStartObject();
    array("states", reviewer.credentials().states(), json::writeString);
    array("licences", reviewer.credentials().licences(), json::writeString);
    array("specialties", reviewer.credentials().specialties(), json::writeString);
    array("decisions", reviewer.reviews(), this::write);
    json.writeEndObject();
  }

  private void write(ItemReview review) throws IOException {
    json.writeStartObject();
    json.writeNumberField("item", review.number());
    json.writeStringField("action", review.action().name());
    json.writeStringField("decision", review.decision().name());
    text("guideline", review.guideline().map(CitedGuideline::citation));
    text("rationale", review.rationale());
    array("evidence", review.evidence(), this::write);
    json.writeEndObject();
  }

  private void write(Header header) throws IOException {
    json.writeObjectFieldStart("header");
    date("dateAssigned", header.dateAssigned());
    date("dateOfInjury", header.dateOfInjury());
    date("decisionDate", header.decisionDate());
    date("urDenialDate", header.urDenialDate());
    word("priority", header.priority());
    date("applicationReceived", header.applicationReceived());
    if (header.expeditedSince().isPresent()) {
      date("expeditedSince", header.expeditedSince());
    }
    json.writeEndObject();
  }

  private void write(SummarySentence sentence) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", sentence.text());
    array("evidence", sentence.anchors(), this::write);
    json.writeEndObject();
  }

  private void write(Paper paper) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", paper.id());
    json.writeStringField("type", paper.type().name());
    date("date", paper.date());
    json.writeNumberField("pages", paper.pages());
    array("unreadablePages", paper.unreadablePages(), json::writeNumber);
    json.writeStringField("use", paper.use().name());
    json.writeEndObject();
  }

  private void write(Item item) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", item.number());
    json.writeStringField("description", item.description());
    json.writeObjectFieldStart("treatment");
    json.writeStringField("category", item.category().name());
    word("region", item.regions().stream().findFirst());
    array("regions", item.regions(), (Region region) -> json.writeString(region.name()));
    json.writeEndObject();
    json.writeStringField("decision", item.decision().name());
    word("edition", item.edition());
    array("flags", item.flags(), flag -> json.writeString(flag.name()));
    write(item.quantity());
    array("claimsAdministratorGuideline", item.claimsAdministratorGuideline(), json::writeString);
    array("reviewerGuideline", item.reviewerGuideline(), json::writeString);
    text("topic", item.topic());
    array("searchSequence", item.searchSequence(), this::write);
    array("criteria", item.criteria(), this::write);
    json.writeStringField("rationale", item.rationale());
    json.writeEndObject();
  }

  private void write(FourQuantities quantity) throws IOException {
    json.writeObjectFieldStart("quantity");
    amount("requested", quantity.requested());
    amount("certifiedByUr", quantity.certifiedByUr());
    amount("supported", quantity.supported());
    amount("netEffect", quantity.netEffect());
    word("unit", quantity.unit());
    json.writeEndObject();
  }

  private void write(SearchStep step) throws IOException {
    json.writeStartObject();
    json.writeStringField("step", step.step());
    json.writeStringField("searched", step.searched());
    json.writeStringField("result", step.result());
    json.writeEndObject();
  }

  private void write(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("statement", finding.statement());
    json.writeStringField("result", finding.result().name());
    json.writeStringField("finding", finding.finding());
    json.writeBooleanField("decides", finding.decides());
    array("evidence", finding.evidence(), this::write);
    if (finding.searched().isPresent()) {
      write(finding.searched().get());
    }
    json.writeEndObject();
  }

  private void write(Search search) throws IOException {
    json.writeObjectFieldStart("searched");
    array("terms", search.terms(), json::writeString);
    json.writeNumberField("pagesRead", search.pagesRead());
    json.writeNumberField("pagesUnreadable", search.pagesUnreadable());
    array("nearest", search.nearest(), this::write);
    json.writeEndObject();
  }

  private void write(NearestPassage passage) throws IOException {
    json.writeStartObject();
    place(passage.anchor());
    json.writeStringField("why", passage.why());
    json.writeEndObject();
  }

  private void write(Anchor anchor) throws IOException {
    json.writeStartObject();
    place(anchor);
    json.writeEndObject();
  }

  private void place(Anchor anchor) throws IOException {
    json.writeStringField("document", anchor.document());
    json.writeNumberField("page", anchor.page());
    json.writeNumberField("line", anchor.line());
    json.writeNumberField("start", anchor.start());
    json.writeNumberField("end", anchor.end());
    json.writeStringField("quote", anchor.quote());
    if (anchor.confidence().isPresent()) {
      json.writeNumberField("confidence", anchor.confidence().get());
    }
  }

  private interface Element<T> {
    void write(T element) throws IOException;
  }

  private <T> void array(String name, Collection<T> elements, Element<T> each) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      each.write(element);
    }
    json.writeEndArray();
  }

  private void date(String name, Optional<LocalDate> date) throws IOException {
    text(name, date.map(LocalDate::toString));
  }

  private void word(String name, Optional<? extends Enum<?>> constant) throws IOException {
    text(name, constant.map(Enum::name));
  }

  private void text(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }

  private void amount(String name, Optional<BigDecimal> amount) throws IOException {
    if (amount.isPresent()) {
      json.writeNumberField(name, Determination.written(amount.get()));
    } else {
      json.writeNullField(name);
    }
  }
}
