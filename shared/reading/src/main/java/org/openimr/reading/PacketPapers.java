package org.openimr.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.SubmittedFile;
import org.openimr.reading.internal.papers.CasePapers;
import org.openimr.reading.internal.papers.PublishedPapers;

/** The papers of a packet, each file of it split by itself. Immutable, safe for threads. */
final class PacketPapers {
  private static final int LONGEST_ID = 64;

  private final CasePapers papers;
  private final PublishedPapers published;

  PacketPapers(CasePapers papers, PublishedPapers published) {
    this.papers = papers;
    this.published = published;
  }

  /** Whether a packet holds published determinations and no other readable paper. */
  boolean onlyPublished(SubmittedFile.Packet packet) {
    return packet.parts().stream()
        .allMatch(
            part ->
                switch (part) {
                  case SubmittedFile.Json _ -> false;
                  case SubmittedFile.Text text -> published.read(text.text()).isPresent();
                });
  }

  /** The papers in the order of the packet, each with an id of its own. */
  List<CaseDocument> documents(SubmittedFile.Packet packet) {
    var all = new ArrayList<CaseDocument>();
    Set<String> ids = new HashSet<>();
    for (SubmittedFile.Single part : packet.parts()) {
      for (CaseDocument document : documents(part)) {
        all.add(document.named(freeId(document.id(), ids)));
      }
    }
    return List.copyOf(all);
  }

  private List<CaseDocument> documents(SubmittedFile.Single part) {
    return switch (part) {
      case SubmittedFile.Json json -> json.documents();
      case SubmittedFile.Text text -> documents(text);
    };
  }

  private List<CaseDocument> documents(SubmittedFile.Text text) {
    if (!text.readable()) {
      return List.of(whole(text, DocumentType.OTHER, "other", Optional.empty()));
    }
    return switch (published.read(text.text()).orElse(null)) {
      case Outcome.Accepted<PublishedDetermination>(var letter) ->
          List.of(
              whole(
                  text,
                  DocumentType.DETERMINATION,
                  letter.decisionDate().map(d -> "determination-" + d).orElse("determination"),
                  letter.decisionDate()));
      case Outcome.Rejected<PublishedDetermination> _ ->
          List.of(whole(text, DocumentType.DETERMINATION, "determination", Optional.empty()));
      case null -> papers.documents(text);
    };
  }

  private static CaseDocument whole(
      SubmittedFile.Text text, DocumentType type, String id, Optional<java.time.LocalDate> date) {
    return new CaseDocument(
        id, type, date, text.text(), text.unreadablePages(), text.recognition());
  }

  private static String freeId(String id, Set<String> taken) {
    String free = id;
    for (int n = 2; !taken.add(free); n++) {
      String suffix = "-" + n;
      free = id.substring(0, Math.min(id.length(), LONGEST_ID - suffix.length())) + suffix;
    }
    return free;
  }
}
