package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.Standing;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.FlowWords;

/**
 * What headings and cues say of the passages around them (domain brief 6.7).
 *
 * @param headings title to the standing of what stands below; {@code FACT} for a neutral one
 * @param medicationHeadings titles below which a drug named is a drug taken
 * @param ignoredHeadings titles below which a drug named is not taken
 * @param cues words with what they say; a word may say several things
 * @param deciding words that results are told by, beside the cues
 */
record ContextRules(
    Map<String, Standing> headings,
    Set<String> medicationHeadings,
    Set<String> ignoredHeadings,
    List<WordCue> cues,
    Set<String> deciding,
    FlowWords words) {
  /** A word and one thing that it says. */
  record WordCue(String word, Cue cue) {}

  static ContextRules load() {
    JsonNode data = DataFile.read("facts/context.json");
    var headings = new HashMap<String, Standing>();
    for (var entry : data.path("headings").properties()) {
      boolean neutral = entry.getKey().equals("NEUTRAL");
      Standing standing = neutral ? Standing.FACT : Standing.valueOf(entry.getKey());
      DataFile.words(entry.getValue()).forEach(w -> headings.put(w, standing));
    }
    var cues = new ArrayList<WordCue>();
    for (JsonNode entry : data.path("cues")) {
      var cue =
          new Cue(
              Cue.Kind.valueOf(entry.path("kind").asText()),
              Cue.Reach.valueOf(entry.path("reach").asText()));
      DataFile.words(entry.path("words")).forEach(w -> cues.add(new WordCue(w, cue)));
    }
    return new ContextRules(
        Map.copyOf(headings),
        Set.copyOf(DataFile.words(data.path("subjectHeadings"))),
        Set.copyOf(DataFile.words(data.path("ignoredHeadings"))),
        List.copyOf(cues),
        Set.copyOf(DataFile.words(data.path("deciding"))),
        new FlowWords(
            headings.keySet(),
            new HashSet<>(DataFile.words(data.path("abbreviations"))),
            new HashSet<>(DataFile.words(data.path("units"))),
            new HashSet<>(DataFile.words(data.path("hyphenKept")))));
  }

  /** Finds the words that decide what a sentence is worth where they are misread. */
  MisreadCues misread() {
    var decide = new HashSet<>(deciding);
    for (WordCue word : cues) {
      boolean decides = word.cue().kind() != Cue.Kind.VERB && word.cue().kind() != Cue.Kind.DONE;
      if (decides && Character.isLetter(word.word().charAt(0))) {
        decide.add(word.word().replace("*", ""));
      }
    }
    return new MisreadCues(decide);
  }

  /** Whether a sentence is a title and states nothing. */
  boolean titles(String sentence) {
    String bare = sentence.endsWith(":") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return headings.containsKey(bare);
  }

  Standing under(String heading) {
    return headings.getOrDefault(heading, Standing.FACT);
  }
}
