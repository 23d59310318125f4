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
 */
record ContextRules(
    Map<String, Standing> headings,
    Set<String> medicationHeadings,
    Set<String> ignoredHeadings,
    List<WordCue> cues,
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
      for (String word : DataFile.words(entry.path("words"))) {
        cues.add(new WordCue(word, cue));
        if (cue.kind() == Cue.Kind.NEGATION) {
          ScannedWord.misread(word).forEach(w -> cues.add(new WordCue(w, cue)));
        }
      }
    }
    return new ContextRules(
        Map.copyOf(headings),
        Set.copyOf(DataFile.words(data.path("subjectHeadings"))),
        Set.copyOf(DataFile.words(data.path("ignoredHeadings"))),
        List.copyOf(cues),
        new FlowWords(
            headings.keySet(),
            new HashSet<>(DataFile.words(data.path("abbreviations"))),
            new HashSet<>(DataFile.words(data.path("hyphenKept")))));
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
