package org.openimr.records.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.procedure.Due;
import org.openimr.records.DueMark;
import org.openimr.records.Key;
import org.openimr.reviewers.Pseudonym;

/** Keys of the table (design section 2): the one place that knows their form. */
public final class Keys {
  /** Sort key of a case's head. */
  public static final String HEAD = "CASE";

  /** Sort key of a published determination. */
  public static final String LETTER = "PRECEDENT";

  /** How the sort key of a correction begins. */
  public static final String CORRECTION = "CORRECTION#";

  /** How many partitions of an index a state has: one partition takes 1,000 writes a second. */
  public static final int SHARDS = 4;

  /** Stands for a region or topic that there is not. */
  private static final String NONE = "-";

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

  /** A reviewer's review of an item of a revision. */
  public static Key review(CaseNumber caseNumber, int revision, Pseudonym reviewer, int number) {
    return revision(
        caseNumber,
        revision,
        "REVIEW#" + reviewer + "#" + String.format(Locale.ROOT, "%02d", number));
  }

  /** How sort keys of a revision begin. */
  public static String revisionPrefix(int revision) {
    return "R#" + revision + "#";
  }

  /** An event of a case. */
  public static Key event(CaseNumber caseNumber, Instant time, String id) {
    return new Key(partition(caseNumber), "EVENT#" + time(time) + "#" + id);
  }

  /** An item of a case that the claims administrator has authorized, by the hash of its words. */
  public static Key authorized(CaseNumber caseNumber, String item) {
    return new Key(partition(caseNumber), "AUTHORIZED#" + item);
  }

  /** The partition of cases that have named a claim, by its hash. */
  public static String claim(String hash) {
    return "CLAIM#" + hash;
  }

  /** A case that has named a claim. */
  public static Key claim(String hash, CaseNumber caseNumber) {
    return new Key(claim(hash), partition(caseNumber));
  }

  /** What a reviewer was warned of, once. */
  public static Key lapse(Pseudonym reviewer, String what) {
    return new Key("REVIEWER#" + reviewer, "LAPSE#" + what);
  }

  /** A day on which the roster was looked through. */
  public static Key watched(LocalDate day) {
    return new Key("WATCHED#" + day, "ROSTER");
  }

  /** A clock of a case that came due, or went past. */
  public static Key mark(CaseNumber caseNumber, Due due, DueMark mark) {
    return new Key(
        partition(caseNumber),
        "DUE#"
            + due.clock()
            + "#"
            + due.at().map(Instant::toString).orElse("" + due.day())
            + "#"
            + mark);
  }

  /** An upload by itself. */
  public static Key upload(String id) {
    return new Key("UPLOAD#" + id, "UPLOAD");
  }

  /** The text recognition of an upload's pages. */
  public static Key recognition(String upload) {
    return new Key("UPLOAD#" + upload, "RECOGNITION");
  }

  /** An upload in its case's list. */
  public static Key upload(CaseNumber caseNumber, String id) {
    return new Key(partition(caseNumber), "UPLOAD#" + id);
  }

  /** A published determination. */
  public static Key precedent(CaseNumber caseNumber) {
    return new Key("PRECEDENT#" + caseNumber, LETTER);
  }

  /** What a reviewer may do. */
  public static Key credentials(Pseudonym reviewer) {
    return new Key("REVIEWER#" + reviewer, "CREDENTIALS");
  }

  /** Who a reviewer is: a partition of its own, which a policy can close. */
  public static Key identity(Pseudonym reviewer) {
    return new Key("IDENTITY#" + reviewer, "IDENTITY");
  }

  /** A case's assignment to a reviewer. */
  public static Key assignment(CaseNumber caseNumber, Pseudonym reviewer) {
    return new Key(partition(caseNumber), "ASSIGNMENT#" + reviewer);
  }

  /** What counts the changes of a case's assignments. */
  public static Key assignments(CaseNumber caseNumber) {
    return new Key(partition(caseNumber), "ASSIGNMENTS");
  }

  /** A correction of a case's determination. */
  public static Key correction(CaseNumber caseNumber, int number) {
    return new Key(partition(caseNumber), CORRECTION + String.format(Locale.ROOT, "%02d", number));
  }

  /** What counts the changes of a case's corrections. */
  public static Key corrections(CaseNumber caseNumber) {
    return new Key(partition(caseNumber), "CORRECTIONS");
  }

  /** The partition of items of published determinations of one category and region. */
  public static String precedents(TreatmentCategory category, Optional<Region> region) {
    return "PRECEDENTS#" + category + "#" + region.map(Region::name).orElse(NONE);
  }

  /** How sort keys of items of one topic begin; empty where no topic reached them. */
  public static String precedentTopic(Optional<String> topic) {
    return topic.orElse(NONE) + "#";
  }

  /** An item of a published determination in one of its partitions. */
  public static Key precedent(
      String partition, Optional<String> topic, String pattern, CaseNumber caseNumber, int item) {
    String place = pattern + "#" + caseNumber + "#" + item;
    return new Key(partition, precedentTopic(topic) + place);
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
