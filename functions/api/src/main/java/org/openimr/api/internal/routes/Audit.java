package org.openimr.api.internal.routes;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.Table;
import org.openimr.records.Write;

/**
 * Events of what people do in a case, reading included: who is a role and a hash, what is a kind
 * and an identifier. Nothing is shown before its event is written.
 */
public final class Audit {
  private static final int ID_BYTES = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Table table;

  /** Events in a table. */
  public Audit(Table table) {
    this.table = table;
  }

  /** Writes that the caller reads health information. */
  void read(Call call, String kind, String cause) {
    table.commit(List.of(write(call, kind, cause)));
  }

  /** An id that no other event has. */
  static String eventId() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /** The write of an event, for a transaction. */
  Write write(Call call, String kind, String cause) {
    var view = call.theCase();
    return Cases.put(
        new CaseEvent(
            view.caseNumber(),
            call.now(),
            eventId(),
            call.caller().actor(),
            kind,
            view.revision(),
            view.state(),
            cause));
  }
}
