package org.openimr.api.internal.routes;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;

/**
 * Finds texts in documents, whatever their letters' case, across line ends; in linear time, as both
 * the words and the documents are strangers'.
 */
final class WordSearch {
  private WordSearch() {}

  /** A place where one of the texts stands. */
  record Hit(String words, Anchor anchor) {}

  /** The first hits in the order of documents, then of places. */
  static List<Hit> find(List<CaseDocument> documents, List<String> texts, int limit) {
    var hits = new ArrayList<Hit>();
    for (CaseDocument document : documents) {
      var text = AnchoredText.of(document);
      var here = new ArrayList<Hit>();
      texts.forEach(words -> here.addAll(find(text, words, limit - hits.size())));
      here.sort(Comparator.comparingInt(hit -> hit.anchor().start()));
      hits.addAll(here.subList(0, Math.min(here.size(), limit - hits.size())));
    }
    return hits;
  }

  private static List<Hit> find(AnchoredText text, String words, int limit) {
    var hits = new ArrayList<Hit>();
    Matcher matcher = pattern(words).matcher(text.text());
    while (hits.size() < limit && matcher.find()) {
      hits.add(new Hit(words, text.anchor(matcher.start(), matcher.end())));
    }
    return hits;
  }

  private static Pattern pattern(String words) {
    String literal =
        Arrays.stream(words.strip().split("\\s+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(literal, Pattern.CASE_INSENSITIVE);
  }
}
