package org.openimr.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.SubmittedFile;
import org.openimr.reading.internal.papers.CaseNumbers;
import org.openimr.reading.internal.papers.CasePapers;
import org.openimr.reading.internal.papers.DateOrder;
import org.openimr.reading.internal.papers.GivenItems;
import org.openimr.reading.internal.papers.PublishedPapers;

/** Reads an opened file: the papers of a case, or a published determination. Safe for threads. */
public final class CaseReader {
  /** What a file turned out to be. */
  public sealed interface Read {
    /** Papers of a case. */
    record OfCase(CaseUpload upload) implements Read {}

    /** A published determination: a precedent. */
    record Published(PublishedDetermination determination) implements Read {}
  }

  private final CasePapers papers = new CasePapers();
  private final PublishedPapers published = new PublishedPapers();
  private final GivenItems given = new GivenItems(papers.citations());
  private final PacketPapers packets = new PacketPapers(papers, published);

  /**
   * Reads a file.
   *
   * @param contentHash SHA-256 of the uploaded bytes, lower case hex
   */
  public Outcome<Read> read(SubmittedFile file, String contentHash) {
    return switch (file) {
      case SubmittedFile.Json json -> json(json, contentHash);
      case SubmittedFile.Text text -> text(text, contentHash, text.notes());
      case SubmittedFile.Packet packet -> packet(packet, contentHash);
    };
  }

  private Outcome<Read> json(SubmittedFile.Json json, String contentHash) {
    return upload(contentHash, json.documents(), List.of(stated(json, contentHash)), List.of());
  }

  private SourcedFields stated(SubmittedFile.Json json, String contentHash) {
    return new SourcedFields(
        FieldSource.CASE_JSON, contentHash, given.withSplitCitations(json.fields()));
  }

  /**
   * All that a packet holds is of one case: a published determination among its papers is a
   * document of the case, as in one long text. Only where it is all that there is, it is a
   * precedent; several are refused, because each is of a case of its own.
   */
  private Outcome<Read> packet(SubmittedFile.Packet packet, String contentHash) {
    if (packets.onlyPublished(packet)) {
      return packet.parts().size() == 1
              && packet.parts().getFirst() instanceof SubmittedFile.Text one
          ? text(one, contentHash, packet.notes())
          : Outcome.rejected(
              Code.UNSUPPORTED_TYPE,
              "The ZIP archive holds published determinations only. Upload each in a file of its"
                  + " own.");
    }
    List<SourcedFields> stated =
        packet.parts().stream()
            .flatMap(
                part ->
                    switch (part) {
                      case SubmittedFile.Json json -> Stream.of(stated(json, contentHash));
                      case SubmittedFile.Text _ -> Stream.empty();
                    })
            .toList();
    return upload(contentHash, packets.documents(packet), stated, packet.notes());
  }

  private Outcome<Read> text(SubmittedFile.Text file, String contentHash, List<String> notes) {
    Optional<Outcome<PublishedDetermination>> letter = published.read(file.text());
    if (letter.isPresent()) {
      return letter.get().then(read -> Outcome.accepted(new Read.Published(read)));
    }
    List<CaseDocument> documents = papers.documents(file);
    if (documents.isEmpty()) {
      return Outcome.rejected(
          Code.EMPTY_FILE, "The file holds no text. Upload the papers of the case as text.");
    }
    return upload(contentHash, documents, List.of(), notes);
  }

  private Outcome<Read> upload(
      String contentHash,
      List<CaseDocument> documents,
      List<SourcedFields> stated,
      List<String> notes) {
    return fields(documents, stated)
        .then(DateOrder::checked)
        .then(
            fields ->
                caseNumber(documents, stated)
                    .then(
                        number ->
                            Outcome.accepted(
                                new Read.OfCase(
                                    new CaseUpload(
                                        contentHash, number, fields, documents, notes)))));
  }

  private Outcome<List<SourcedFields>> fields(
      List<CaseDocument> documents, List<SourcedFields> stated) {
    Outcome<List<SourcedFields>> all = Outcome.accepted(stated);
    for (CaseDocument document : documents) {
      all = all.then(before -> papers.fields(document).then(own -> joined(before, own)));
    }
    return all;
  }

  private static Outcome<List<SourcedFields>> joined(
      List<SourcedFields> before, Optional<SourcedFields> own) {
    var all = new ArrayList<>(before);
    own.filter(fields -> !fields.fields().equals(CaseFields.UNKNOWN)).ifPresent(all::add);
    return Outcome.accepted(List.copyOf(all));
  }

  /** The one case number of the content: beside its label, else anywhere; two are refused. */
  private static Outcome<Optional<CaseNumber>> caseNumber(
      List<CaseDocument> documents, List<SourcedFields> stated) {
    NavigableSet<CaseNumber> numbers = new TreeSet<>();
    stated.forEach(source -> source.fields().caseNumber().ifPresent(numbers::add));
    texts(documents).map(CaseNumbers::beside).forEach(numbers::addAll);
    if (numbers.isEmpty()) {
      texts(documents).map(CaseNumbers::anywhere).forEach(numbers::addAll);
    }
    return numbers.size() > 1
        ? Outcome.rejected(
            Code.TWO_WORKERS,
            "The file carries more than one IMR case number. Upload the papers of each case in a"
                + " file of their own.")
        : Outcome.accepted(numbers.stream().findFirst());
  }

  /** An earlier determination among the records names the case that it decided. */
  private static Stream<String> texts(List<CaseDocument> documents) {
    return documents.stream()
        .filter(document -> document.type() != DocumentType.DETERMINATION)
        .map(CaseDocument::text);
  }
}
