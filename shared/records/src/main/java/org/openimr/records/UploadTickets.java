package org.openimr.records;

import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.RowSize;

/** The uploads that were asked for, in the list of their case. */
public final class UploadTickets {
  private final Table table;

  /** Tickets of a table. */
  public UploadTickets(Table table) {
    this.table = table;
  }

  /** A ticket of a case. */
  public Optional<UploadTicket> find(CaseNumber caseNumber, String id) {
    return table.get(Keys.ticket(caseNumber, id)).map(UploadTickets::ticket);
  }

  /** The tickets of a case, in the order of their ids. */
  public List<UploadTicket> of(CaseNumber caseNumber) {
    return Pages.all(after -> table.query(Keys.partition(caseNumber), "TICKET#", after, Pages.SIZE))
        .stream()
        .map(UploadTickets::ticket)
        .toList();
  }

  /** The write of a new ticket. */
  public static Write write(UploadTicket ticket) {
    var row =
        new Attributes()
            .text("caseNumber", ticket.caseNumber())
            .text("ticket", ticket.id())
            .text("fileName", ticket.fileName())
            .text("contentType", ticket.contentType())
            .whole("size", ticket.size())
            .text("sha256", ticket.sha256())
            .text("requestedAt", Keys.time(ticket.requestedAt()))
            .text("requestedBy", ticket.requestedBy())
            .row(Keys.ticket(ticket.caseNumber(), ticket.id()));
    return new Write.Put(RowSize.checked(row), new Condition.Absent());
  }

  private static UploadTicket ticket(Row row) {
    return new UploadTicket(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        Attributes.text(row, "ticket"),
        Attributes.text(row, "fileName"),
        Attributes.text(row, "contentType"),
        Attributes.whole(row, "size"),
        Attributes.text(row, "sha256"),
        Attributes.time(row, "requestedAt"),
        Attributes.text(row, "requestedBy"));
  }
}
