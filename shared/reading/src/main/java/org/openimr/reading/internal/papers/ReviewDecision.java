package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.UtilizationDecision;

/**
 * What utilization review decided on an item, in the words of the paper.
 *
 * @param item what stands before the decision; empty where only a decision stands
 * @param certified how many were certified, for a modified request
 */
record ReviewDecision(String item, UtilizationDecision decision, Optional<BigDecimal> certified) {
  /** Reads decisions. Immutable. */
  static final class Reader {
    private final Map<String, UtilizationDecision> phrases = new LinkedHashMap<>();
    private final List<Pattern> forms = new ArrayList<>();
    private final Pattern alone;
    private final Pattern leading;
    private final List<Pattern> quantities;

    Reader(Cues cues) {
      for (UtilizationDecision decision : UtilizationDecision.values()) {
        cues.section(decision.name()).forEach(phrase -> phrases.put(normal(phrase), decision));
      }
      String words = alternatives(cues);
      String decided = "(?:hereby |therefore )?(" + words + ")\\b(.*)$";
      for (String border :
          List.of(
              "(?:\\s*[:|]|\\s[-–—]{1,2}|\\s{2,}|\\s+(?:is|was|are|were|has been|have been)\\b)",
              "\\s*[,;]",
              "\\s")) {
        forms.add(
            Pattern.compile(
                "(?i)^(.+?)"
                    + border
                    + "\\s*(?:(?:ur )?(?:decision|determination|outcome|status)\\s*[:;-]?\\s*)?"
                    + decided));
      }
      alone = Pattern.compile("(?i)^" + decided);
      leading = Pattern.compile("(?i)^(" + words + ")\\s*(?::|\\s[-–—])\\s*(.+)$");
      quantities = cues.section("certified-quantity").stream().map(Pattern::compile).toList();
    }

    private static String alternatives(Cues cues) {
      var all = new ArrayList<String>();
      for (UtilizationDecision decision : UtilizationDecision.values()) {
        all.addAll(cues.section(decision.name()));
      }
      // The longest first: "certified with modification" is not "certified".
      all.sort(Comparator.comparingInt(String::length).reversed());
      return String.join("|", all.stream().map(Reader::form).toList());
    }

    private static String form(String phrase) {
      return phrase.replace("-", "[- ]?").replace(" ", "\\s+").replace("[-\\s+]?", "[-\\s]?");
    }

    /** The item and decision in an entry of a list; empty where it has no decision. */
    Optional<ReviewDecision> of(String entry) {
      Matcher first = leading.matcher(entry);
      if (first.matches()) {
        return Optional.of(decision(first.group(2), first.group(1), ""));
      }
      for (int i = 0; i < forms.size(); i++) {
        Matcher m = forms.get(i).matcher(entry);
        // Without a border the decision must end the line: "denied" is a common word.
        if (m.matches() && (i + 1 < forms.size() || m.group(3).strip().length() < 2)) {
          return Optional.of(decision(m.group(1), m.group(2), m.group(3)));
        }
      }
      return Optional.empty();
    }

    /** The decision that a text begins with. */
    Optional<ReviewDecision> alone(String text) {
      Matcher m = alone.matcher(text);
      return m.matches() ? Optional.of(decision("", m.group(1), m.group(2))) : Optional.empty();
    }

    private ReviewDecision decision(String item, String words, String tail) {
      UtilizationDecision said = phrases.getOrDefault(normal(words), UtilizationDecision.DENIED);
      // A part certified and the rest refused in one breath is a modification.
      boolean partly = said == UtilizationDecision.APPROVED && refuses(tail);
      UtilizationDecision decision = partly ? UtilizationDecision.MODIFIED : said;
      Optional<BigDecimal> certified =
          decision == UtilizationDecision.MODIFIED ? quantity(words + tail) : Optional.empty();
      return new ReviewDecision(cleaned(item), decision, certified);
    }

    private boolean refuses(String tail) {
      String normal = normal(tail);
      return phrases.entrySet().stream()
          .anyMatch(e -> e.getValue() == UtilizationDecision.DENIED && normal.contains(e.getKey()));
    }

    private Optional<BigDecimal> quantity(String words) {
      // "From 120 to 108": what stands before "to" was requested.
      int to = words.lastIndexOf(" to ");
      String certified = words.contains(" from ") && to > 0 ? words.substring(to) : words;
      for (Pattern quantity : quantities) {
        Matcher m = quantity.matcher(certified);
        if (m.find()) {
          return Optional.of(new BigDecimal(m.group(1)));
        }
      }
      return Optional.empty();
    }

    private static String normal(String words) {
      return words.toLowerCase(Locale.ROOT).replaceAll("[-\\s]+", " ").strip();
    }

    private static String cleaned(String item) {
      String cleaned = item.strip();
      while (!cleaned.isEmpty() && ":;,-–—|".indexOf(cleaned.charAt(cleaned.length() - 1)) >= 0) {
        cleaned = cleaned.substring(0, cleaned.length() - 1).strip();
      }
      return cleaned;
    }
  }
}
