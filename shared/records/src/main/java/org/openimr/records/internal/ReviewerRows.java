package org.openimr.records.internal;

import static org.openimr.records.internal.Attributes.text;
import static org.openimr.records.internal.Attributes.texts;
import static org.openimr.records.internal.Attributes.whole;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.ReviewerEvent;
import org.openimr.records.Row;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.Tie;
import org.openimr.reviewers.UsState;

/** The credentials of a reviewer as a row; lists hold an entry a text, its parts between bars. */
public final class ReviewerRows {
  /** The list of all credentials in {@code byStatus}. */
  public static final String ROSTER = "ROSTER";

  /** How the sort keys of a reviewer's events begin. */
  public static final String EVENT = "EVENT#";

  private static final String FOR_LIFE = "LIFETIME";
  private static final String BAR = "\\|";

  private ReviewerRows() {}

  /** All rows of a list in {@code byStatus}, in the order of the index's sort attribute. */
  public static Stream<Row> list(Table table, String list) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> list + "#" + shard)
        .flatMap(
            partition ->
                Pages.all(after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE))
                    .stream())
        .sorted(Comparator.comparing(row -> text(row, Index.BY_STATUS.sortAttribute())));
  }

  /** That nobody has written a row since it was read; that there is none where none was read. */
  public static Condition unchanged(Optional<Long> version) {
    return version
        .<Condition>map(read -> new Condition.AttributeIs("version", new Value.Whole(read)))
        .orElse(new Condition.Absent());
  }

  /** Sets what puts a reviewer's row into a list. */
  static Attributes listed(String list, Pseudonym reviewer) {
    return new Attributes()
        .text("pseudonym", reviewer)
        .text(Index.BY_STATUS.partitionAttribute(), Keys.statusShard(list, reviewer.value()))
        .text(Index.BY_STATUS.sortAttribute(), reviewer);
  }

  /** The attributes of credentials. */
  public static Attributes attributes(Credentials credentials) {
    return listed(ROSTER, credentials.pseudonym())
        .texts("licences", credentials.licences().stream().map(ReviewerRows::written).toList())
        .texts(
            "certifications",
            credentials.certifications().stream().map(ReviewerRows::written).toList())
        .texts("specialties", credentials.specialties().stream().map(Enum::name).toList())
        .text("practisingSince", credentials.practisingSince())
        .whole("hoursPerWeek", credentials.hoursPerWeek())
        .whole("qualifiedMedicalEvaluator", credentials.qualifiedMedicalEvaluator() ? 1 : 0)
        .whole("disciplined", credentials.disciplined() ? 1 : 0)
        .texts(
            "affiliations",
            credentials.affiliations().stream().map(ReviewerRows::written).toList());
  }

  /** An event of the roster. */
  public static Row row(ReviewerEvent event) {
    return new Attributes()
        .text("pseudonym", event.reviewer())
        .text("time", Keys.time(event.time()))
        .text("event", event.id())
        .text("actor", event.actor())
        .text("kind", event.kind())
        .text("cause", event.cause())
        .row(
            new Key(
                Keys.credentials(event.reviewer()).partition(),
                EVENT + Keys.time(event.time()) + "#" + event.id()));
  }

  /** The event of a row. */
  public static ReviewerEvent event(Row row) {
    return new ReviewerEvent(
        new Pseudonym(text(row, "pseudonym")),
        Attributes.time(row, "time"),
        text(row, "event"),
        text(row, "actor"),
        text(row, "kind"),
        text(row, "cause"));
  }

  /** The credentials of a row. */
  public static Credentials credentials(Row row) {
    return new Credentials(
        new Pseudonym(text(row, "pseudonym")),
        texts(row, "licences").stream().map(ReviewerRows::licence).toList(),
        texts(row, "certifications").stream().map(ReviewerRows::certification).toList(),
        texts(row, "specialties").stream().map(Specialty::valueOf).collect(Collectors.toSet()),
        LocalDate.parse(text(row, "practisingSince")),
        (int) whole(row, "hoursPerWeek"),
        whole(row, "qualifiedMedicalEvaluator") == 1,
        whole(row, "disciplined") == 1,
        texts(row, "affiliations").stream().map(ReviewerRows::affiliation).toList());
  }

  private static String written(Licence licence) {
    return licence.state() + "|" + licence.kind() + "|" + licence.status() + "|" + licence.expiry();
  }

  private static Licence licence(String text) {
    var parts = parts(text, 4);
    return new Licence(
        UsState.valueOf(parts.get(0)),
        LicenceKind.valueOf(parts.get(1)),
        LicenceStatus.valueOf(parts.get(2)),
        LocalDate.parse(parts.get(3)));
  }

  private static String written(BoardCertification certification) {
    return certification.board()
        + "|"
        + certification.specialty()
        + "|"
        + certification.lastDay().map(LocalDate::toString).orElse(FOR_LIFE);
  }

  private static BoardCertification certification(String text) {
    var parts = parts(text, 3);
    return new BoardCertification(
        Board.valueOf(parts.get(0)),
        Specialty.valueOf(parts.get(1)),
        Optional.of(parts.get(2)).filter(day -> !day.equals(FOR_LIFE)).map(LocalDate::parse));
  }

  private static String written(Affiliation affiliation) {
    return affiliation.party().value() + "|" + affiliation.link() + "|" + affiliation.tie().code();
  }

  private static Affiliation affiliation(String text) {
    var parts = parts(text, 3);
    return new Affiliation(
        new PartyKey(parts.get(0)),
        Link.valueOf(parts.get(1)),
        Tie.of(parts.get(2))
            .orElseThrow(() -> new IllegalStateException("a tie has no such code")));
  }

  /** The parts of an entry; the last one may hold bars. */
  public static List<String> parts(String text, int count) {
    var parts = List.of(text.split(BAR, count));
    if (parts.size() < count) {
      throw new IllegalStateException("an entry has fewer than " + count + " parts");
    }
    return parts;
  }
}
