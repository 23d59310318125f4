package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.found;
import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.time;
import static org.openimr.records.internal.Attributes.whole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.procedure.Due;
import org.openimr.records.CaseEvent;
import org.openimr.records.Condition;
import org.openimr.records.DocumentRow;
import org.openimr.records.DueMark;
import org.openimr.records.Index;
import org.openimr.records.ItemRow;
import org.openimr.records.Row;
import org.openimr.records.Value;
import org.openimr.records.Write;

/** Documents, items and events of a case as rows. */
public final class CaseRows {
  /** How many partitions hold events that nobody was told of. */
  public static final int UNSENT_SHARDS = 16;

  /**
   * The kinds of event that others are told of: states, revisions, and what must be told at once.
   */
  private static final Set<String> TOLD =
      Set.of(
          "CASE_OPENED",
          "REVISION_CUT",
          "EVALUATED",
          "PROPOSED",
          "ADOPTED",
          "ISSUED",
          "CORRECTED",
          "FAILED",
          "INELIGIBLE",
          "DEFERRED",
          "EXPEDITED",
          "WITHDRAWN",
          "TERMINATED");

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

  /** An event; marked where others are to be told of it. */
  public static Row row(CaseEvent event) {
    var attributes = attributes(event);
    if (TOLD.contains(event.kind())) {
      attributes
          .text(Index.BY_STATUS.partitionAttribute(), unsent(shard(event)))
          .text(
              Index.BY_STATUS.sortAttribute(),
              Keys.time(event.time()) + "#" + event.caseNumber() + "#" + event.id());
    }
    return attributes.row(Keys.event(event.caseNumber(), event.time(), event.id()));
  }

  /** The write that takes the mark off an event. */
  public static Write sent(CaseEvent event) {
    return new Write.Put(
        attributes(event).row(Keys.event(event.caseNumber(), event.time(), event.id())),
        new Condition.AttributeIs(
            Index.BY_STATUS.partitionAttribute(), new Value.Text(unsent(shard(event)))));
  }

  /** A partition of {@code byStatus} with events that nobody was told of. */
  public static String unsent(int shard) {
    return "UNSENT#" + shard;
  }

  private static int shard(CaseEvent event) {
    return Math.floorMod(event.caseNumber().value().hashCode(), UNSENT_SHARDS);
  }

  private static Attributes attributes(CaseEvent event) {
    return new Attributes()
        .text("caseNumber", event.caseNumber())
        .text("time", event.time())
        .text("event", event.id())
        .text("actor", event.actor())
        .text("kind", event.kind())
        .whole("revision", event.revision())
        .text("state", event.state())
        .text("cause", event.cause());
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
