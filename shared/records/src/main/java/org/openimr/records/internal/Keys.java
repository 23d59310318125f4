package org.openimr.records.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.Key;

/** Keys of the table (design section 2): the one place that knows their form. */
public final class Keys {
  /** Sort key of a case's head. */
  public static final String HEAD = "CASE";

  /** How many partitions of an index a state has: one partition takes 1,000 writes a second. */
  public static final int SHARDS = 4;

  private static final String LAST_DAY = "9999-12-31";

  /** Of fixed width, so that the order of texts is the order of times. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Keys() {}

  /** The partition of a case. */
  public static String partition(CaseNumber caseNumber) {
    return "CASE#" + caseNumber;
  }

  /** A case's head. */
  public static Key head(CaseNumber caseNumber) {
    return new Key(partition(caseNumber), HEAD);
  }

  /** Whose a case is. */
  public static Key owner(CaseNumber caseNumber) {
    return new Key(partition(caseNumber), "OWNER");
  }

  /** An upload that somebody was given an address for. */
  public static Key ticket(CaseNumber caseNumber, String id) {
    return new Key(partition(caseNumber), "TICKET#" + id);
  }

  /** What lets a person into a case. */
  public static Key grant(CaseNumber caseNumber, String id) {
    return new Key(partition(caseNumber), "GRANT#" + id);
  }

  /** A request that must not be done twice. */
  public static Key request(String id) {
    return new Key("REQUEST#" + id, "REQUEST");
  }

  /** Something within a revision. */
  public static Key revision(CaseNumber caseNumber, int revision, String rest) {
    return new Key(partition(caseNumber), revisionPrefix(revision) + rest);
  }

  /** How sort keys of a revision begin. */
  public static String revisionPrefix(int revision) {
    return "R#" + revision + "#";
  }

  /** An event of a case. */
  public static Key event(CaseNumber caseNumber, Instant time, String id) {
    return new Key(partition(caseNumber), "EVENT#" + time(time) + "#" + id);
  }

  /** An upload by itself. */
  public static Key upload(String id) {
    return new Key("UPLOAD#" + id, "UPLOAD");
  }

  /** An upload in its case's list. */
  public static Key upload(CaseNumber caseNumber, String id) {
    return new Key(partition(caseNumber), "UPLOAD#" + id);
  }

  /** A published determination. */
  public static Key precedent(CaseNumber caseNumber) {
    return new Key("PRECEDENT#" + caseNumber, "PRECEDENT");
  }

  /** The partition of {@code byStatus} that a thing of a state is in. */
  public static String statusShard(String state, String id) {
    return state + "#" + Math.floorMod(id.hashCode(), SHARDS);
  }

  /** Due date and name; what has no due date comes last. */
  public static String dueCase(Optional<LocalDate> due, CaseNumber caseNumber) {
    return due.map(LocalDate::toString).orElse(LAST_DAY) + "#" + caseNumber;
  }

  /** A time in milliseconds, of fixed width. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** A time as the table keeps it: to the millisecond. */
  public static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
