package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.time;
import static org.openimr.records.internal.Attributes.whole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.procedure.Due;
import org.openimr.records.CaseEvent;
import org.openimr.records.DocumentRow;
import org.openimr.records.DueMark;
import org.openimr.records.ItemRow;
import org.openimr.records.Row;

/** Documents, items and events of a case as rows. */
public final class CaseRows {
  private CaseRows() {}

  /** A document of a revision. */
  public static Row row(CaseNumber caseNumber, int revision, String content, DocumentRow document) {
    return new Attributes()
        .text("content", content)
        .text("document", document.id())
        .text("type", document.type())
        .text("date", document.date())
        .whole("pages", document.pages())
        .whole("readablePages", document.readablePages())
        .text("textHash", document.textHash())
        .text("duplicateOf", document.duplicateOf())
        .row(Keys.revision(caseNumber, revision, "DOC#" + document.id()));
  }

  /** The document of a row. */
  public static DocumentRow document(Row row) {
    return new DocumentRow(
        text(row, "document"),
        DocumentType.valueOf(text(row, "type")),
        Attributes.date(row, "date"),
        (int) whole(row, "pages"),
        (int) whole(row, "readablePages"),
        text(row, "textHash"),
        found(row, "duplicateOf", Function.identity()));
  }

  /** An item of a revision. */
  public static Row row(CaseNumber caseNumber, int revision, String content, ItemRow item) {
    return new Attributes()
        .text("content", content)
        .whole("number", item.number())
        .text("urDecision", item.urDecision())
        .text("urCertifiedQuantity", item.urCertifiedQuantity())
        .text("decision", item.decision())
        .text("category", item.category())
        .text("topic", item.topic())
        .text("requested", item.requested())
        .text("supported", item.supported())
        .text("netEffect", item.netEffect())
        .row(
            Keys.revision(
                caseNumber, revision, String.format(Locale.ROOT, "ITEM#%02d", item.number())));
  }

  /** The item of a row. */
  public static ItemRow item(Row row) {
    return new ItemRow(
        (int) whole(row, "number"),
        found(row, "urDecision", UtilizationDecision::valueOf),
        found(row, "urCertifiedQuantity", BigDecimal::new),
        found(row, "decision", Decision::valueOf),
        found(row, "category", TreatmentCategory::valueOf),
        found(row, "topic", Function.identity()),
        found(row, "requested", BigDecimal::new),
        found(row, "supported", BigDecimal::new),
        found(row, "netEffect", BigDecimal::new));
  }

  /** A clock that was marked. */
  public static Row row(CaseNumber caseNumber, Due due, DueMark mark, Instant markedAt) {
    return new Attributes()
        .text("clock", due.clock())
        .text("due", due.day())
        .text("mark", mark)
        .text("markedAt", markedAt)
        .row(Keys.mark(caseNumber, due, mark));
  }

  /** An event. */
  public static Row row(CaseEvent event) {
    return new Attributes()
        .text("caseNumber", event.caseNumber())
        .text("time", event.time())
        .text("event", event.id())
        .text("actor", event.actor())
        .text("kind", event.kind())
        .whole("revision", event.revision())
        .text("state", event.state())
        .text("cause", event.cause())
        .row(Keys.event(event.caseNumber(), event.time(), event.id()));
  }

  /** The event of a row. */
  public static CaseEvent event(Row row) {
    return new CaseEvent(
        new CaseNumber(text(row, "caseNumber")),
        time(row, "time"),
        text(row, "event"),
        text(row, "actor"),
        text(row, "kind"),
        (int) whole(row, "revision"),
        CaseState.valueOf(text(row, "state")),
        text(row, "cause"));
  }
}
