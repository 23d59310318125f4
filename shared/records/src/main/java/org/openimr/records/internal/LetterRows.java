package org.openimr.records.internal;

import java.time.Instant;
import java.util.List;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.LetterState;
import org.openimr.records.Precedents.Letter;
import org.openimr.records.Row;

/** Published determinations as rows. */
public final class LetterRows {
  /** Where {@code byStatus} lists letters whose items are not evaluated, longest waiting first. */
  public static final String WAITING = "LETTER";

  private LetterRows() {}

  /**
   * A letter's row and what only this package's callers look at.
   *
   * @param places keys of the letter's item rows, which another letter of its number supersedes
   * @param version grows with every write
   * @param attempt how often the schedule had it evaluated again
   * @param touchedAt when it was kept, or started again
   */
  public record Kept(
      Letter letter,
      LetterState state,
      List<Key> places,
      long version,
      int attempt,
      Instant touchedAt) {
    /** Copies the list. */
    public Kept {
      places = List.copyOf(places);
    }
  }

  /** Whether a key is that of a letter. */
  public static boolean isLetter(Key key) {
    return key.sort().equals(Keys.LETTER) && key.partition().startsWith("PRECEDENT#");
  }

  /** The row of a letter; indexed while it waits. */
  public static Row row(Kept kept) {
    var letter = kept.letter();
    String number = letter.caseNumber().value();
    var row =
        new Attributes()
            .text("caseNumber", letter.caseNumber())
            .text("decisionDate", letter.decisionDate())
            .whole("items", letter.items())
            .text("body", letter.body())
            .text("state", kept.state())
            .texts("places", kept.places().stream().map(PrecedentRows::text).toList())
            .whole("version", kept.version())
            .whole("attempt", kept.attempt())
            .text("touchedAt", kept.touchedAt());
    if (kept.state() == LetterState.KEPT) {
      row.text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(WAITING, number))
          .text(Index.BY_STATUS.sortAttribute(), Keys.time(kept.touchedAt()) + "#" + number);
    }
    return RowSize.checked(row.row(Keys.precedent(letter.caseNumber())));
  }

  /** The letter of a row. */
  public static Kept kept(Row row) {
    var letter =
        new Letter(
            new CaseNumber(Attributes.text(row, "caseNumber")),
            Attributes.date(row, "decisionDate"),
            (int) Attributes.whole(row, "items"),
            Attributes.text(row, "body"));
    return new Kept(
        letter,
        LetterState.valueOf(Attributes.text(row, "state")),
        Attributes.texts(row, "places").stream().map(PrecedentRows::key).toList(),
        Attributes.whole(row, "version"),
        (int) Attributes.whole(row, "attempt"),
        Attributes.time(row, "touchedAt"));
  }
}
