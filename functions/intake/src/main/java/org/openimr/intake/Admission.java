package org.openimr.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.Precedents;
import org.openimr.records.Redo;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Gives an upload that was read to its case, and refuses one that was not. A case without a
 * disputed item waits in PENDING_RECORDS with {@link Code#NO_DISPUTED_ITEM}: its next paper may
 * name one, and no case is ever rejected. A paper for a case that is settled is kept and listed;
 * one that was only deferred by a statement is taken up again by the next.
 */
final class Admission {
  private static final String ACTOR = "intake";

  private final Cases cases;
  private final Uploads uploads;
  private final Precedents precedents;
  private final Bodies bodies;
  private final RevisionCut revisions;
  private final Reasons reasons;
  private final InstantSource clock;
  private final Journal journal;

  Admission(
      Cases cases,
      Uploads uploads,
      Precedents precedents,
      Bodies bodies,
      Reasons reasons,
      InstantSource clock,
      Journal journal) {
    this.cases = cases;
    this.uploads = uploads;
    this.precedents = precedents;
    this.bodies = bodies;
    this.revisions = new RevisionCut(bodies, precedents);
    this.reasons = reasons;
    this.clock = clock;
    this.journal = journal;
  }

  /** Takes what was read. */
  void admit(UploadRow upload, CaseReader.Read read, String contentHash) {
    var content =
        switch (read) {
          case CaseReader.Read.OfCase(CaseUpload papers) -> papers.caseNumber();
          case CaseReader.Read.Published(PublishedDetermination letter) -> letter.caseNumber();
        };
    switch (CaseNumbers.of(upload.object().key(), content)) {
      case Outcome.Rejected<CaseNumber>(Rejection why) ->
          refuse(upload, why, Optional.of(contentHash));
      case Outcome.Accepted<CaseNumber>(CaseNumber number) -> {
        switch (read) {
          case CaseReader.Read.OfCase(CaseUpload papers) -> admit(upload, number, papers);
          case CaseReader.Read.Published(PublishedDetermination letter) ->
              keep(upload, number, letter, contentHash);
        }
      }
    }
  }

  /** Records why an upload is not taken: on its row and, for whoever has no table, as an object. */
  void refuse(UploadRow upload, Rejection why, Optional<String> contentHash) {
    var number = CaseNumbers.ofKey(upload.object().key());
    reasons.put(upload.id(), number, why);
    settle(upload.id(), "Refuse", now -> now.rejected(why, contentHash, number));
  }

  private void keep(
      UploadRow upload, CaseNumber number, PublishedDetermination letter, String contentHash) {
    String body = bodies.put(letter);
    var kept = new Precedents.Letter(number, letter.decisionDate(), letter.items().size(), body);
    Redo.untilDone(
        "KeepPrecedent",
        () ->
            whileReceived(
                upload.id(),
                now -> {
                  var after =
                      now.taken(UploadState.PRECEDENT, contentHash, number, Optional.of(body));
                  return done(precedents.keep(kept, after, clock.instant()), after);
                }));
  }

  private void admit(UploadRow upload, CaseNumber number, CaseUpload papers) {
    String body = bodies.put(papers);
    Redo.untilDone(
        "Admit", () -> whileReceived(upload.id(), now -> admitOnce(now, number, papers, body)));
  }

  private Optional<UploadRow> admitOnce(
      UploadRow now, CaseNumber number, CaseUpload papers, String body) {
    // The head first: what is accepted after it was read moves its version, and refuses the write.
    var head = cases.head(number);
    var accepted =
        cases.uploads(number).stream()
            .filter(other -> other.state() == UploadState.ACCEPTED)
            .toList();
    var hash = papers.contentHash();
    if (accepted.stream().anyMatch(other -> other.contentHash().equals(Optional.of(hash)))) {
      var after = now.taken(UploadState.DUPLICATE, hash, number, Optional.of(body));
      return done(uploads.write(after), after);
    }
    var after = now.taken(UploadState.ACCEPTED, hash, number, Optional.of(body));
    if (head.filter(Admission::settled).isPresent()) {
      return late(head.get(), after);
    }
    var all = all(accepted, papers);
    return switch (Revisions.cut(number, all)) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> cut(head, file, all, after);
      case Outcome.Rejected<CaseFile>(Rejection why) -> {
        refuse(now, why, Optional.of(hash));
        yield Optional.of(now);
      }
    };
  }

  /** Whether a case takes no revision any more. */
  static boolean settled(CaseHead head) {
    return head.state().settled() && !RevisionCut.deferredByStatement(head);
  }

  private List<CaseUpload> all(List<UploadRow> accepted, CaseUpload papers) {
    var all = new ArrayList<CaseUpload>();
    all.add(papers);
    accepted.forEach(other -> all.add(bodies.get(other.body().orElseThrow(), CaseUpload.class)));
    return all;
  }

  private Optional<UploadRow> late(CaseHead head, UploadRow after) {
    var event =
        new CaseEvent(
            head.caseNumber(),
            clock.instant(),
            "late-" + after.id(),
            ACTOR,
            "LATE_PAPER",
            head.revision(),
            head.state(),
            after.id());
    var taken = done(cases.late(head, after, event), after);
    taken.ifPresent(row -> journal.note(Journal.Entry.of(Journal.Kind.UPLOAD_LATE, row)));
    return taken;
  }

  private Optional<UploadRow> cut(
      Optional<CaseHead> before, CaseFile file, List<CaseUpload> papers, UploadRow after) {
    // The clock is read here and nowhere later: every step after it goes by the head's cutAt.
    var cut = revisions.of(before, file, papers, clock.instant(), ACTOR, after.id());
    var events = cut.events().toArray(CaseEvent[]::new);
    return done(cases.cut(before, cut.head(), file, after, events), after);
  }

  private void settle(String id, String operation, UnaryOperator<UploadRow> to) {
    Redo.untilDone(
        operation,
        () ->
            whileReceived(
                id,
                now -> {
                  var after = to.apply(now);
                  return done(uploads.write(after), after);
                }));
  }

  /** Goes on only while nothing is decided: a lost answer may have been a success. */
  private Optional<UploadRow> whileReceived(
      String id, Function<UploadRow, Optional<UploadRow>> step) {
    var now = uploads.find(id).orElseThrow();
    return now.state() == UploadState.RECEIVED ? step.apply(now) : Optional.of(now);
  }

  private Optional<UploadRow> done(Commit commit, UploadRow after) {
    if (commit == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(kind(after.state()), after));
    return Optional.of(after);
  }

  private static Journal.Kind kind(UploadState state) {
    return switch (state) {
      case ACCEPTED -> Journal.Kind.UPLOAD_ACCEPTED;
      case DUPLICATE -> Journal.Kind.UPLOAD_DUPLICATE;
      case PRECEDENT -> Journal.Kind.UPLOAD_PRECEDENT;
      case REJECTED -> Journal.Kind.UPLOAD_REJECTED;
      case RECEIVED -> Journal.Kind.UPLOAD_WAITING;
    };
  }
}
