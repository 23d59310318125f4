package org.openimr.documents.internal.json;

import java.util.ArrayList;
import java.util.List;
import org.openimr.documents.internal.Resources;

/**
 * A run of citations, one by one and unchanged. A new one starts only behind a full stop and with
 * words that begin a citation; anything else stays whole.
 */
final class Citations {
  private static final List<String> STARTS =
      Resources.lines("/org/openimr/documents/citation-starts.txt");

  private Citations() {}

  static List<String> split(String cited) {
    List<String> citations = new ArrayList<>();
    int from = 0;
    for (int stop = cited.indexOf('.'); stop >= 0; stop = cited.indexOf('.', stop + 1)) {
      int next = afterSpace(cited, stop + 1);
      if (next > stop + 1 && startsCitation(cited, next)) {
        citations.add(cited.substring(from, stop + 1).strip());
        from = next;
      }
    }
    citations.add(cited.substring(from).strip());
    return citations;
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean startsCitation(String text, int at) {
    return STARTS.stream().anyMatch(start -> text.startsWith(start + " ", at));
  }
}
