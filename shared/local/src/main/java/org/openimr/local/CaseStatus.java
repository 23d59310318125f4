package org.openimr.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Due;
import org.openimr.procedure.Missing;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.DueMark;
import org.openimr.records.ItemRow;
import org.openimr.records.RevisionReport;
import org.openimr.records.UploadRow;

/**
 * Where a case stands, as {@code openimr/status/1}: state, revision, what is missing, its
 * checklist, eligibility, what the revision changed, uploads with their codes and notes, due dates,
 * decisions.
 *
 * @param notes of each upload, by its id: what was left out of it or read past
 */
record CaseStatus(
    CaseNumber caseNumber,
    Optional<CaseHead> head,
    RevisionReport revision,
    List<ItemRow> items,
    List<UploadRow> uploads,
    Map<String, List<String>> notes,
    List<CaseEvent> events) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  CaseStatus {
    items = List.copyOf(items);
    uploads = List.copyOf(uploads);
    notes = Map.copyOf(notes);
    events = List.copyOf(events);
  }

  byte[] json() {
    var status = new LinkedHashMap<String, Object>();
    status.put("schema", "openimr/status/1");
    status.put("caseNumber", caseNumber.value());
    status.put("state", head.map(of -> of.state().name()).orElse(null));
    status.put("revision", head.map(CaseHead::revision).orElse(null));
    status.put("reason", head.flatMap(CaseHead::reason).map(CaseStatus::reason).orElse(null));
    status.put(
        "missing",
        head.map(CaseHead::missing).orElse(List.of()).stream().map(CaseStatus::missing).toList());
    status.put("checklist", revision.checklist());
    status.put("eligibility", revision.eligibility());
    status.put("changes", revision.changes());
    status.put("uploads", uploads.stream().map(this::upload).toList());
    status.put("dueDates", head.map(this::dueDates).orElse(Map.of()));
    status.put(
        "decisions",
        items.stream().flatMap(item -> item.decision().map(Decision::name).stream()).toList());
    try {
      return (JSON.writeValueAsString(status) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the status is of plain maps and lists", e);
    }
  }

  private static Map<String, Object> reason(org.openimr.casefile.Rejection why) {
    var reason = new LinkedHashMap<String, Object>();
    reason.put("code", why.code().name());
    reason.put("detail", why.detail());
    return reason;
  }

  private static Map<String, Object> missing(Missing what) {
    var missing = new LinkedHashMap<String, Object>();
    missing.put("what", what.name());
    missing.put("stops", what.stops());
    missing.put("detail", what.sentence());
    return missing;
  }

  private Map<String, Object> upload(UploadRow row) {
    var upload = new LinkedHashMap<String, Object>();
    upload.put("id", row.id());
    upload.put("state", row.state().name());
    upload.put("late", of("LATE_PAPER").anyMatch(event -> event.cause().equals(row.id())));
    upload.put("code", row.reason().map(why -> why.code().name()).orElse(null));
    upload.put("detail", row.reason().map(org.openimr.casefile.Rejection::detail).orElse(null));
    upload.put("notes", notes.getOrDefault(row.id(), List.of()));
    return upload;
  }

  private Stream<CaseEvent> of(String kind) {
    return events.stream().filter(event -> event.kind().equals(kind));
  }

  private Map<String, Object> dueDates(CaseHead head) {
    var due = new LinkedHashMap<String, Object>();
    due.put("records", head.due().records().map(LocalDate::toString).orElse(null));
    due.put("determination", head.due().determination().map(LocalDate::toString).orElse(null));
    due.put("next", head.due().next(head.state()).map(next -> next.day().toString()).orElse(null));
    due.put("clocks", head.due().all().stream().map(CaseStatus::clock).toList());
    due.put("dueSoon", of(DueMark.DUE_SOON.name()).map(CaseEvent::cause).toList());
    due.put("overdue", of(DueMark.OVERDUE.name()).map(CaseEvent::cause).toList());
    return due;
  }

  private static Map<String, Object> clock(Due due) {
    var row = Clocks.clock(due.clock());
    var clock = new LinkedHashMap<String, Object>();
    clock.put("clock", due.clock().name());
    clock.put("due", due.day().toString());
    clock.put("at", due.at().map(Instant::toString).orElse(null));
    clock.put("source", row.source());
    clock.put("verified", row.verified());
    return clock;
  }
}
