package org.openimr.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseEvent;

/**
 * What others are told of a change in a case: identifiers and codes, no health information and
 * nobody's name. The schema is {@code event-1.schema.json} beside this class.
 *
 * @param id the same however often the change is told
 * @param kind what happened, such as {@code PROPOSED}
 * @param state the case's state from then on
 */
public record CaseChange(
    String id, CaseNumber caseNumber, int revision, String kind, CaseState state, Instant time) {
  /** Who tells: {@code source} of the events. */
  public static final String SOURCE = "openimr";

  /** What it is about: {@code detail-type} of the events. */
  public static final String DETAIL_TYPE = "Case changed";

  private static final JsonMapper JSON = new JsonMapper();

  /** The change that an event is. Who did it and why stay inside. */
  static CaseChange of(CaseEvent event) {
    return new CaseChange(
        event.caseNumber() + "/" + event.time() + "/" + event.id(),
        event.caseNumber(),
        event.revision(),
        event.kind(),
        event.state(),
        event.time());
  }

  /** The event's detail, {@code openimr/event/1}. */
  public String json() {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("schema", "openimr/event/1");
    detail.put("id", id);
    detail.put("caseNumber", caseNumber.value());
    detail.put("revision", revision);
    detail.put("kind", kind);
    detail.put("state", state.name());
    detail.put("time", time.toString());
    try {
      return JSON.writeValueAsString(detail);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("texts and numbers have a JSON form", failed);
    }
  }
}
