package org.openimr.letter.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.UnresolvedAnchorException;

/**
 * How the letter quotes and cites the case file: {@code (Progress report of 10/13/2015, page 1)}.
 */
final class Citations {
  private final Wording wording;
  private final Map<String, CaseDocument> documents = new HashMap<>();
  private final Map<String, Long> sharing;

  Citations(Wording wording, Collection<CaseDocument> documents) {
    this.wording = wording;
    documents.forEach(document -> this.documents.put(document.id(), document));
    sharing =
        documents.stream()
            .collect(Collectors.groupingBy(Citations::typeAndDate, Collectors.counting()));
  }

  /** The place, without brackets. */
  String place(Anchor anchor) {
    CaseDocument document = documents.get(anchor.document());
    if (document == null) {
      throw new UnresolvedAnchorException(anchor);
    }
    String name = wording.of("documentType", document.type());
    if (sharing.getOrDefault(typeAndDate(document), 1L) > 1) {
      // Two papers of one kind and day: only the id tells them apart.
      name = wording.filled("cite.named", name, document.id());
    }
    String page = Integer.toString(anchor.page());
    String line = Integer.toString(anchor.line());
    String called = name;
    String place =
        document
            .date()
            .map(date -> wording.filled("cite.dated", called, wording.date(date), page, line))
            .orElseGet(() -> wording.filled("cite.undated", called, page, line));
    return anchor
        .confidence()
        .filter(_ -> anchor.unsure())
        .map(confidence -> wording.filled("cite.unsure", place, confidence.toString()))
        .orElse(place);
  }

  /** The words with their place behind them. */
  String quoted(Anchor anchor) {
    return "“" + Printable.line(anchor.quote()) + "” (" + place(anchor) + ")";
  }

  /** Each of the passages, one after another. */
  String quoted(List<Anchor> anchors) {
    return anchors.stream().map(this::quoted).collect(Collectors.joining("; "));
  }

  /** A sentence of the summary, its places in brackets before its full stop. */
  String cited(SummarySentence sentence) {
    String text = Wording.sentence(sentence.text());
    if (sentence.anchors().isEmpty() || text.isEmpty()) {
      return text;
    }
    String places =
        sentence.anchors().stream().map(this::place).distinct().collect(Collectors.joining("; "));
    int end = text.length() - 1;
    return text.substring(0, end) + " (" + places + ")" + text.charAt(end);
  }

  private static String typeAndDate(CaseDocument document) {
    return document.type() + " " + document.date().map(Object::toString).orElse("");
  }
}
