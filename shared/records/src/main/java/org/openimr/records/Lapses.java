package org.openimr.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.ReviewerRows;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Credential;
import org.openimr.reviewers.Lapse;
import org.openimr.reviewers.Licence;

/** Which lapses of licences and certifications were told of, each once before and once after. */
public final class Lapses {
  private final Table table;

  /** Lapses of a table. */
  public Lapses(Table table) {
    this.table = table;
  }

  /** Whether the roster was looked through on a day. */
  public boolean watched(LocalDate day) {
    return table.get(Keys.watched(day)).isPresent();
  }

  /** Notes that the roster was looked through; for a day only, then the next run looks again. */
  public void watch(LocalDate day, Instant now) {
    var row =
        new Attributes()
            .whole("expires", now.plus(DoneRequests.KEPT.multipliedBy(2)).getEpochSecond())
            .row(Keys.watched(day));
    table.commit(List.of(new Write.Put(row, new Condition.Always())));
  }

  /**
   * Marks a lapse, with an event in the reviewer's entry.
   *
   * @return refused where it is marked
   */
  public Commit mark(Lapse lapse, String actor, Instant now) {
    String kind = lapse.lapsed() ? "CREDENTIAL_LAPSED" : "CREDENTIAL_LAPSES_SOON";
    String what = what(lapse.credential()) + "#" + lapse.lastDay() + "#" + kind;
    var row =
        new Attributes()
            .text("pseudonym", lapse.reviewer())
            .text("markedAt", Keys.time(now))
            .row(Keys.lapse(lapse.reviewer(), what));
    var event = new ReviewerEvent(lapse.reviewer(), now, what, actor, kind, what);
    return table.commit(
        List.of(
            new Write.Put(row, new Condition.Absent()),
            new Write.Put(ReviewerRows.row(event), new Condition.Always())));
  }

  private static String what(Credential credential) {
    return switch (credential) {
      case Licence licence -> licence.state() + "-" + licence.kind();
      case BoardCertification held -> held.board() + "-" + held.specialty();
    };
  }
}
