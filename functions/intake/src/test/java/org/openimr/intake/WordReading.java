package org.openimr.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.SourcedFields;
import org.openimr.procedure.ContentHash;
import org.openimr.reading.CaseReader;

/** Reads files of a few words in place of papers. */
final class WordReading {
  private WordReading() {}

  /** Reads {@code <case number or -> <document type or "published"> <text>}, and liability. */
  static Outcome<CaseReader.Read> read(ByteBuffer bytes, String hash) {
    var words = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString().split(" ", 3);
    if (words[0].equals("fatal")) {
      throw new OutOfMemoryError("as a file may cause");
    }
    if (words[0].equals("defect")) {
      throw new IllegalStateException("as a mistake of the program may cause");
    }
    if (words[0].equals("damaged")) {
      return new Outcome.Rejected<>(new Rejection(Code.UNREADABLE_FILE, "The file is damaged."));
    }
    var number = CaseNumber.of(words[0]);
    if (words[words.length - 1].equals("liability")) {
      return Outcome.accepted(liability(number, words[1].equals("disputes"), hash));
    }
    return Outcome.accepted(
        words[1].equals("published") ? published(number) : papers(number, words, hash));
  }

  private static CaseReader.Read published(Optional<CaseNumber> number) {
    return new CaseReader.Read.Published(
        new PublishedDetermination(
            number,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            "",
            List.of(
                new PublishedDetermination.Item(
                    "Massage Qty 6",
                    "Massage Qty 6",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Decision.UPHELD,
                    List.of(),
                    List.of(),
                    ""))));
  }

  /** A case.json that speaks of liability and of nothing else. */
  private static CaseReader.Read liability(
      Optional<CaseNumber> number, boolean disputed, String hash) {
    var unknown = CaseFields.UNKNOWN;
    var fields =
        new CaseFields(
            unknown.caseNumber(),
            unknown.priority(),
            unknown.dateAssigned(),
            unknown.applicationReceived(),
            unknown.dateOfInjury(),
            unknown.requestDate(),
            unknown.urDecisionDate(),
            unknown.urServedDate(),
            unknown.urServiceMethod(),
            unknown.noticeDate(),
            unknown.noticeMethod(),
            unknown.recordsReceivedDate(),
            Optional.of(disputed),
            unknown.claimNumber(),
            unknown.employee(),
            unknown.requestingPhysician(),
            List.of(),
            List.of());
    return new CaseReader.Read.OfCase(
        new CaseUpload(
            hash,
            number,
            List.of(new SourcedFields(FieldSource.CASE_JSON, hash, fields)),
            List.of()));
  }

  private static CaseReader.Read papers(Optional<CaseNumber> number, String[] words, String hash) {
    var paper =
        new CaseDocument(
            words[2].substring(0, 4),
            DocumentType.valueOf(words[1]),
            Optional.empty(),
            words[2],
            new TreeSet<>());
    var unknown = CaseFields.UNKNOWN;
    var fields =
        new CaseFields(
            unknown.caseNumber(),
            unknown.priority(),
            unknown.dateAssigned(),
            unknown.applicationReceived(),
            unknown.dateOfInjury(),
            unknown.requestDate(),
            unknown.urDecisionDate(),
            unknown.urServedDate(),
            unknown.urServiceMethod(),
            unknown.noticeDate(),
            unknown.noticeMethod(),
            unknown.recordsReceivedDate(),
            unknown.liabilityDisputed(),
            unknown.claimNumber(),
            unknown.employee(),
            unknown.requestingPhysician(),
            List.of(),
            List.of(DisputedItem.of("Massage Qty 6")));
    return new CaseReader.Read.OfCase(
        new CaseUpload(
            hash,
            number,
            List.of(new SourcedFields(FieldSource.RECORDS, ContentHash.of(paper.text()), fields)),
            List.of(paper)));
  }
}
