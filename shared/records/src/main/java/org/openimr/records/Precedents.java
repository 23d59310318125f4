package org.openimr.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;

/**
 * Published determinations, one row a case number, apart from cases. Of two letters with one number
 * the one decided later stays, then the one of the higher hash: so their order does not matter.
 */
public final class Precedents {
  private final Table table;

  /** Precedents of a table. */
  public Precedents(Table table) {
    this.table = table;
  }

  /**
   * A published determination.
   *
   * @param body hash of its body, a {@link PublishedDetermination}
   */
  public record Precedent(
      CaseNumber caseNumber, Optional<LocalDate> decisionDate, int items, String body) {
    private static final Comparator<Precedent> ORDER =
        Comparator.comparing((Precedent p) -> p.decisionDate.orElse(LocalDate.MIN))
            .thenComparing(Precedent::body);
  }

  /** The precedent of a case number. */
  public Optional<Precedent> find(CaseNumber caseNumber) {
    return table.get(Keys.precedent(caseNumber)).map(Precedents::precedent);
  }

  /** Keeps a precedent, whose body is stored, and the upload that it came in. */
  public Commit keep(Precedent precedent, UploadRow upload) {
    var known = find(precedent.caseNumber());
    var writes = new ArrayList<Write>(Uploads.writes(upload));
    if (known.filter(other -> Precedent.ORDER.compare(other, precedent) >= 0).isEmpty()) {
      Condition unchanged =
          known
              .<Condition>map(
                  other -> new Condition.AttributeIs("body", new Value.Text(other.body())))
              .orElse(new Condition.Absent());
      writes.add(new Write.Put(row(precedent), unchanged));
    }
    return table.commit(List.copyOf(writes));
  }

  private static Row row(Precedent precedent) {
    return new Attributes()
        .text("caseNumber", precedent.caseNumber())
        .text("decisionDate", precedent.decisionDate())
        .whole("items", precedent.items())
        .text("body", precedent.body())
        .row(Keys.precedent(precedent.caseNumber()));
  }

  private static Precedent precedent(Row row) {
    return new Precedent(
        new CaseNumber(Attributes.text(row, "caseNumber")),
        Attributes.date(row, "decisionDate"),
        (int) Attributes.whole(row, "items"),
        Attributes.text(row, "body"));
  }
}
