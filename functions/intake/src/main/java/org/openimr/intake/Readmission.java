package org.openimr.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Precedents;
import org.openimr.records.Redo;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Puts what an accepted upload says, now that more of it can be read, in the place of what it said
 * before: the case gets a revision by the same rules as for any paper. Where the text shows that
 * the upload should not be in the case, it stays as it was.
 */
final class Readmission {
  private static final String ACTOR = "recognition";

  private final Cases cases;
  private final Uploads uploads;
  private final Bodies bodies;
  private final RevisionCut revisions;
  private final InstantSource clock;

  Readmission(
      Cases cases, Uploads uploads, Precedents precedents, Bodies bodies, InstantSource clock) {
    this.cases = cases;
    this.uploads = uploads;
    this.bodies = bodies;
    this.revisions = new RevisionCut(bodies, precedents);
    this.clock = clock;
  }

  /** The upload with what was read, or why it stays as it was. A repeat changes nothing. */
  Outcome<UploadRow> take(UploadRow upload, CaseReader.Read read) {
    return switch (read) {
      case CaseReader.Read.OfCase(CaseUpload papers) ->
          CaseNumbers.of(upload.object().key(), papers.caseNumber().or(upload::caseNumber))
              .then(number -> take(upload, number, papers));
      case CaseReader.Read.Published _ ->
          Outcome.rejected(
              Code.UNSUPPORTED_TYPE,
              "With its scanned pages the file is a published determination, and no paper of the"
                  + " case that it was uploaded to.");
    };
  }

  private Outcome<UploadRow> take(UploadRow upload, CaseNumber number, CaseUpload papers) {
    if (!upload.caseNumber().equals(Optional.of(number))) {
      return Outcome.rejected(
          Code.CASE_NUMBER_MISMATCH,
          "The scanned pages name another case than the one that took the file.");
    }
    String body = bodies.put(papers);
    return Redo.untilDone("Readmit", () -> once(upload.id(), number, papers, body));
  }

  private Optional<Outcome<UploadRow>> once(
      String id, CaseNumber number, CaseUpload papers, String body) {
    // The head first: what is accepted after it was read moves its version, and refuses the write.
    var head = cases.head(number);
    var now = uploads.find(id).orElseThrow();
    if (now.state() != UploadState.ACCEPTED || now.body().equals(Optional.of(body))) {
      return Optional.of(Outcome.accepted(now));
    }
    var after = now.taken(UploadState.ACCEPTED, papers.contentHash(), number, Optional.of(body));
    if (head.filter(Admission::settled).isPresent()) {
      return done(cases.late(head.get(), after, late(head.get(), after)), after);
    }
    var all = all(number, id, papers);
    return switch (Revisions.cut(number, all)) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> {
        var cut = revisions.of(head, file, all, clock.instant(), ACTOR, id);
        var events = cut.events().toArray(CaseEvent[]::new);
        yield done(cases.cut(head, cut.head(), file, after, events), after);
      }
      case Outcome.Rejected<CaseFile>(Rejection why) -> Optional.of(new Outcome.Rejected<>(why));
    };
  }

  /** A settled case takes no revision; the text is kept for one that is opened again. */
  private CaseEvent late(CaseHead head, UploadRow after) {
    return new CaseEvent(
        head.caseNumber(),
        clock.instant(),
        "late-text-" + after.id(),
        ACTOR,
        "LATE_TEXT",
        head.revision(),
        head.state(),
        after.id());
  }

  private List<CaseUpload> all(CaseNumber number, String id, CaseUpload papers) {
    var all = new ArrayList<CaseUpload>();
    all.add(papers);
    cases.uploads(number).stream()
        .filter(other -> other.state() == UploadState.ACCEPTED && !other.id().equals(id))
        .forEach(other -> all.add(bodies.get(other.body().orElseThrow(), CaseUpload.class)));
    return all;
  }

  private static Optional<Outcome<UploadRow>> done(Commit commit, UploadRow after) {
    return switch (commit) {
      case DONE -> Optional.of(Outcome.accepted(after));
      case REFUSED -> Optional.empty();
    };
  }
}
