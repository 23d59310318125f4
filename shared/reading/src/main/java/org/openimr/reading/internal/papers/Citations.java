package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;

/** Splits what a guideline field says into citations, one each, without their frame. Immutable. */
public final class Citations {
  private final List<String> nothing;
  private final String based;
  private final List<String> leads;
  private final List<String> tails;
  private final List<String> starts;

  Citations(Cues cues) {
    nothing = cues.section("cites-nothing");
    based = cues.only("citation");
    leads = cues.section("citation-lead");
    tails = cues.section("citation-tail");
    starts = cues.section("citation-start");
  }

  /** The citations in a field; none where it says that nothing was cited. */
  List<String> of(String field) {
    if (field.isBlank() || nothing.stream().anyMatch(field::contains)) {
      return List.of();
    }
    int first = field.indexOf(based);
    return first < 0 ? split(field) : split(field.substring(first));
  }

  private List<String> split(String field) {
    var citations = new ArrayList<String>();
    int from = 0;
    for (int at = 1; at < field.length(); at++) {
      if (begins(field, at)) {
        add(citations, field.substring(from, at));
        from = at;
      }
    }
    add(citations, field.substring(from));
    return List.copyOf(citations);
  }

  /** A citation begins after the full stop of the one before it. */
  private boolean begins(String field, int at) {
    if (field.charAt(at - 1) != ' ' || at < 2 || ".;".indexOf(field.charAt(at - 2)) < 0) {
      return false;
    }
    return starts.stream().anyMatch(start -> field.startsWith(start, at));
  }

  private void add(List<String> citations, String sentence) {
    String citation = sentence.strip();
    citation = withoutLead(citation, List.of(based));
    citation = withoutLead(citation, leads);
    while (citation.endsWith(".") || citation.endsWith(";") || citation.endsWith(",")) {
      citation = citation.substring(0, citation.length() - 1).strip();
    }
    for (String tail : tails) {
      if (citation.endsWith(tail)) {
        citation = citation.substring(0, citation.length() - tail.length());
      }
    }
    if (!citation.isEmpty()) {
      citations.add(citation);
    }
  }

  private static String withoutLead(String text, List<String> leads) {
    return Cues.beginning(text, leads)
        .map(lead -> text.substring(lead.length()).strip())
        .orElse(text);
  }
}
