package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openimr.api.internal.http.Json;
import org.openimr.casefile.CaseState;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.LatePenalty;
import org.openimr.procedure.RecordsClock;
import org.openimr.records.CaseHead;

/**
 * The clocks of a case: by the records, from the assignment and from complete records, when each
 * ends, and what the delay of the records costs by now.
 */
final class CaseClocks {
  private static final Set<ClockName> DETERMINATION =
      Set.of(
          ClockName.DETERMINATION,
          ClockName.DETERMINATION_FORMULARY,
          ClockName.DETERMINATION_EXPEDITED);

  private CaseClocks() {}

  static void put(ObjectNode clocks, Optional<CaseHead> head, Instant now) {
    var due = head.map(CaseHead::due).orElse(DueDates.NONE);
    Json.text(clocks, "records", due.records());
    Json.text(clocks, "determination", due.determination());
    Json.text(clocks, "expeditedSince", due.expedited());
    clocks.put("extended", due.extended());
    clocks.set("all", due.all().stream().map(each -> clock(each, head, now)).collect(Json.list()));
    penalty(clocks, head, now);
  }

  private static JsonNode clock(Due due, Optional<CaseHead> head, Instant now) {
    var row = Clocks.clock(due.clock());
    boolean runs = head.filter(of -> runs(of, due)).isPresent();
    var clock =
        Json.object()
            .put("clock", due.clock().name())
            .put("from", row.trigger().name())
            .put("due", due.day().toString());
    Json.text(clock, "at", due.at());
    return clock
        .put("runs", runs)
        .put("past", runs && due.isPast(now))
        .put("source", row.source())
        .put("verified", row.verified());
  }

  /**
   * The clock from the assignment runs beside the one from complete records, until it is decided.
   */
  private static boolean runs(CaseHead head, Due due) {
    var running = head.due().running(head.state());
    return running.contains(due)
        || (due.clock() == ClockName.DETERMINATION_LATEST
            && running.stream().map(Due::clock).anyMatch(DETERMINATION::contains));
  }

  /** Only while the records are missing: when they came late is for the administrative director. */
  private static void penalty(ObjectNode clocks, Optional<CaseHead> head, Instant now) {
    head.filter(of -> of.state() == CaseState.PENDING_RECORDS)
        .map(CaseHead::due)
        .flatMap(RecordsClock::of)
        .filter(records -> records.penalty(now) > 0)
        .ifPresentOrElse(
            records ->
                clocks
                    .putObject("penalty")
                    .put("for", LatePenalty.LATE_RECORDS.name())
                    .put("since", records.due().day().toString())
                    .put("dollars", records.penalty(now)),
            () -> clocks.putNull("penalty"));
  }
}
