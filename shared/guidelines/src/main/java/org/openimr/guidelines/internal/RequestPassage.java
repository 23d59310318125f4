package org.openimr.guidelines.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;

/** Finds where the papers of a case make a request, whatever their line breaks. */
final class RequestPassage {
  private static final List<DocumentType> PAPERS =
      List.of(DocumentType.REQUEST_FOR_AUTHORIZATION, DocumentType.APPLICATION);

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private RequestPassage() {}

  /** The item's wording in the request for authorization, else in the application. */
  static Optional<Anchor> find(List<CaseDocument> documents, String description) {
    List<String> words = List.of(WHITE_SPACE.split(description.strip()));
    if (description.isBlank()) {
      return Optional.empty();
    }
    for (DocumentType type : PAPERS) {
      for (CaseDocument document : documents) {
        var found = document.type() == type ? find(document, words) : Optional.<Anchor>empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** An item's wording in one paper. */
  static Optional<Anchor> in(CaseDocument document, String description) {
    return description.isBlank()
        ? Optional.empty()
        : find(document, List.of(WHITE_SPACE.split(description.strip())));
  }

  private static Optional<Anchor> find(CaseDocument document, List<String> words) {
    String text = document.text();
    int start = text.indexOf(words.getFirst());
    while (start >= 0) {
      int end = end(text, start, words);
      if (end > start) {
        return Optional.of(AnchoredText.of(document).anchor(start, end));
      }
      start = text.indexOf(words.getFirst(), start + 1);
    }
    return Optional.empty();
  }

  /** Where the words end that start here, with any white space between them; else -1. */
  private static int end(String text, int start, List<String> words) {
    int at = start;
    for (String word : words) {
      while (at < text.length() && at > start && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (!text.startsWith(word, at)) {
        return -1;
      }
      at += word.length();
    }
    return at;
  }
}
