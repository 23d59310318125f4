package org.openimr.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;

/**
 * What comes due in a case: what the dates at hand allow, and nothing else.
 *
 * @param all the clocks that run, or ran, in the order of {@link ClockName}
 * @param complete since when the records are complete, where no paper says it: when the first
 *     revision was cut that could be evaluated. Later papers do not start the clock again.
 * @param expedited since when a regular review is an expedited one, on the physician's
 *     certification (8 CCR 9792.10.4(c)); empty for one that was not turned into one
 * @param extended whether the administrative director has approved more time for the determination
 *     (LC 4610.6(d)(3))
 */
public record DueDates(
    List<Due> all, Optional<Instant> complete, Optional<Instant> expedited, boolean extended) {
  /** Nothing is due. */
  public static final DueDates NONE = new DueDates(List.of());

  private static final Set<ClockName> RECORDS =
      Set.of(ClockName.RECORDS_BY_MAIL, ClockName.RECORDS_ELECTRONIC, ClockName.RECORDS_EXPEDITED);
  private static final Set<ClockName> DETERMINATION =
      Set.of(
          ClockName.DETERMINATION,
          ClockName.DETERMINATION_FORMULARY,
          ClockName.DETERMINATION_EXPEDITED);

  private static final Set<ClockName> AFTER =
      Set.of(
          ClockName.IMPLEMENT_FUTURE_SERVICE, ClockName.IMPLEMENT_PAST_SERVICE, ClockName.APPEAL);

  /** Clocks of a case whose records are not complete, or say since when they are. */
  public DueDates(List<Due> all) {
    this(all, Optional.empty());
  }

  /** Clocks of a review that is as it was applied for. */
  public DueDates(List<Due> all, Optional<Instant> complete) {
    this(all, complete, Optional.empty(), false);
  }

  /** Sorts the list. */
  public DueDates {
    all = all.stream().sorted(Comparator.comparing(Due::clock)).toList();
  }

  /**
   * The due dates of a revision.
   *
   * @param before those of the revision before; {@link #NONE} for the first
   * @param cut when the revision was cut: a ready one that does not say when its records were
   *     complete has them since then, or since an earlier one that was ready
   */
  public static DueDates of(CaseFields fields, Readiness readiness, DueDates before, Instant cut) {
    boolean ready = readiness instanceof Readiness.Ready;
    return before.again(fields, ready, cut);
  }

  /**
   * The same clocks once the review is an expedited one. What ended sooner stays as it is: nobody
   * gets more time by it.
   *
   * @param ready whether the records are complete
   * @param at when the physician's certification came: its hours count from then on
   */
  public DueDates expedited(CaseFields fields, boolean ready, Instant at) {
    return new DueDates(all, complete, Optional.of(expedited.orElse(at)), extended)
        .again(fields, ready, complete.orElse(at));
  }

  /** The same clocks once the administrative director has approved more time. */
  public DueDates extended(CaseFields fields, boolean ready) {
    return new DueDates(all, complete, expedited, true)
        .again(fields, ready, complete.orElseThrow());
  }

  /** Nothing runs, and what was decided about the review stays: for a case that is deferred. */
  public DueDates stopped() {
    return new DueDates(List.of(), Optional.empty(), expedited, extended);
  }

  private DueDates again(CaseFields fields, boolean ready, Instant cut) {
    var clocks = Clocks.inUse();
    var now = new ArrayList<Due>();
    var hours =
        expedited.filter(_ -> !ready).map(at -> clocks.from(ClockName.RECORDS_EXPEDITED, at));
    earlier(records(clocks, fields), hours).ifPresent(now::add);
    latest(clocks, fields).filter(_ -> expedited.isEmpty()).ifPresent(now::add);
    if (!ready) {
      return new DueDates(now, Optional.empty(), expedited, extended);
    }
    var since = complete.orElse(cut);
    now.add(longer(determination(clocks, fields, since)));
    return new DueDates(now, Optional.of(since), expedited, extended);
  }

  private static Optional<Due> earlier(Optional<Due> one, Optional<Due> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.comparing(Due::end));
  }

  /** The extension is of days, whatever the clock that it makes longer counts. */
  private Due longer(Due due) {
    int days = Clocks.clock(ClockName.DETERMINATION_EXTENSION).length();
    return extended
        ? new Due(
            due.clock(),
            due.day().plusDays(days),
            due.at().map(end -> end.plus(Duration.ofDays(days))))
        : due;
  }

  /** The clock of the records, as far as notice and service are known. */
  public Optional<Due> recordsDue() {
    return all.stream().filter(due -> RECORDS.contains(due.clock())).findFirst();
  }

  /**
   * The due dates once the determination is issued, with the clocks that it starts: to carry it out
   * and to appeal. It is served by the service itself, so it is received on the day of issue: of
   * the days that a paper by mail may come, the earliest.
   *
   * @param granted for each treatment that was found necessary when it was given; empty for one
   *     that is still to come
   * @param day of issue, in California
   */
  public DueDates issued(List<Optional<LocalDate>> granted, LocalDate day) {
    var clocks = Clocks.inUse();
    var dates = new ArrayList<>(all);
    boolean past = granted.stream().anyMatch(given -> isPast(given, day));
    boolean future = granted.stream().anyMatch(given -> !isPast(given, day));
    if (future) {
      dates.add(clocks.from(ClockName.IMPLEMENT_FUTURE_SERVICE, day));
    }
    if (past) {
      dates.add(clocks.from(ClockName.IMPLEMENT_PAST_SERVICE, day));
    }
    dates.add(clocks.from(ClockName.APPEAL, day));
    return new DueDates(dates, complete, expedited, extended);
  }

  private static boolean isPast(Optional<LocalDate> given, LocalDate day) {
    return given.filter(service -> !service.isAfter(day)).isPresent();
  }

  /** When a clock ends that the determination has started. */
  public Optional<LocalDate> after(ClockName clock) {
    return AFTER.contains(clock) ? day(Set.of(clock)) : Optional.empty();
  }

  /** When the records are due, as far as notice and service are known. */
  public Optional<LocalDate> records() {
    return day(RECORDS);
  }

  /** When the determination is due; empty until the records are complete. */
  public Optional<LocalDate> determination() {
    return day(DETERMINATION);
  }

  /**
   * What runs in a state: the records' clock and the practical end while they are missing, the
   * determination's afterwards, what the determination starts once it is issued, nothing once the
   * case is closed.
   */
  public List<Due> running(CaseState state) {
    return switch (state) {
      case PENDING_RECORDS -> all;
      case PARSED, EVALUATED, PROPOSED, ADOPTED, FAILED ->
          all.stream()
              .filter(due -> !RECORDS.contains(due.clock()))
              .filter(due -> due.clock() != ClockName.DETERMINATION_LATEST)
              .toList();
      case ISSUED -> all.stream().filter(due -> AFTER.contains(due.clock())).toList();
      case INELIGIBLE, DEFERRED, WITHDRAWN, TERMINATED -> List.of();
    };
  }

  /** The first to end of what runs in a state. */
  public Optional<Due> next(CaseState state) {
    return running(state).stream().min(Comparator.comparing(Due::end));
  }

  private Optional<LocalDate> day(Set<ClockName> clocks) {
    return all.stream().filter(due -> clocks.contains(due.clock())).map(Due::day).findFirst();
  }

  private static boolean expedited(CaseFields fields) {
    return fields.priority().filter(Priority.EXPEDITED::equals).isPresent();
  }

  private Due determination(Clocks clocks, CaseFields fields, Instant complete) {
    if (!expedited(fields) && expedited.isPresent()) {
      return earlier(
              Optional.of(asAppliedFor(clocks, fields, complete)),
              Optional.of(afterCertification(clocks, fields, complete, expedited.get())))
          .orElseThrow();
    }
    return asAppliedFor(clocks, fields, complete);
  }

  /** Hours cannot run before the certification that starts them, nor before the records. */
  private static Due afterCertification(
      Clocks clocks, CaseFields fields, Instant complete, Instant certified) {
    var name = ClockName.DETERMINATION_EXPEDITED;
    return fields
        .recordsReceivedDate()
        .filter(day -> day.isAfter(Clocks.day(certified)))
        .map(day -> clocks.from(name, day))
        .orElseGet(
            () ->
                clocks.from(
                    name,
                    fields.recordsReceivedDate().isEmpty() && complete.isAfter(certified)
                        ? complete
                        : certified));
  }

  private static Due asAppliedFor(Clocks clocks, CaseFields fields, Instant complete) {
    var name = ofDetermination(fields);
    return fields
        .recordsReceivedDate()
        .map(day -> clocks.from(name, day))
        .orElseGet(() -> clocks.from(name, complete));
  }

  private static ClockName ofDetermination(CaseFields fields) {
    if (expedited(fields)) {
      return ClockName.DETERMINATION_EXPEDITED;
    }
    return FormularyDispute.overSomeDrug(fields)
        ? ClockName.DETERMINATION_FORMULARY
        : ClockName.DETERMINATION;
  }

  private static Optional<Due> latest(Clocks clocks, CaseFields fields) {
    return expedited(fields)
        ? Optional.empty()
        : fields.dateAssigned().map(day -> clocks.from(ClockName.DETERMINATION_LATEST, day));
  }

  /** A notice that is handed over has no time of its own; one by mail does not tell its receipt. */
  private static Optional<Due> records(Clocks clocks, CaseFields fields) {
    return fields
        .noticeDate()
        .flatMap(
            notice ->
                fields
                    .noticeMethod()
                    .flatMap(method -> records(expedited(fields), method))
                    .map(name -> clocks.from(name, notice)));
  }

  private static Optional<ClockName> records(boolean expedited, ServiceMethod method) {
    return switch (method) {
      case MAIL -> expedited ? Optional.empty() : Optional.of(ClockName.RECORDS_BY_MAIL);
      case ELECTRONIC ->
          Optional.of(expedited ? ClockName.RECORDS_EXPEDITED : ClockName.RECORDS_ELECTRONIC);
      case PERSONAL -> expedited ? Optional.of(ClockName.RECORDS_EXPEDITED) : Optional.empty();
    };
  }
}
