package org.openimr.letter.internal.redaction;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;

/** What stands beside a name. Immutable. */
final class Cues {
  /** Degrees that only a person has: the words before are a name whatever they are. */
  static final Pattern DEGREE =
      Pattern.compile(
          "(?:,\\s*|\\s)(?:M\\.?D\\.?|D\\.?O\\.?|Ph\\.?\\s?D\\.?|Psy\\.?D\\.?|D\\.?P\\.?M\\.?|D\\.?D\\.?S\\.?"
              + "|D\\.?M\\.?D\\.?|Esq\\.?|L\\.?Ac\\.?|DPT|PA-C|LCSW|MPH)(?:\\W|$)");

  /** Letters that also stand for a treatment or a place. */
  static final Pattern LETTERS =
      Pattern.compile(
          "(?:,\\s*|\\s)(?:D\\.?C\\.?|NP|FNP|R\\.?N\\.?|P\\.?T\\.?|OTR|PA|QME|LVN|MFT)\\b");

  /** A label with its colon, and a name. */
  static final Pattern LABEL =
      Pattern.compile(
          "(?im)\\b(?:patient(?:\\s+name)?|employee(?:\\s+name)?|worker|claimant|applicant|examinee|client|name"
              + "|pt|surgeon|assistant|anesthesiologist|therapist|adjuster|(?:claims\\s+)?examiner|(?:case\\s+)?"
              + "manager|pharmacist|(?:referring|requesting|treating|primary|attending)?\\s*physician|referring"
              + "|attending|nurse|provider(?:\\s+name)?|next of kin|interpreter|md|reviewer|psychologist"
              + "|attention|attn|re|to|from|cc|copy|copy to|signed|team|contact|dictated by|signed by)\\s*:[ \\t]*");

  private final Map<String, Set<String>> sections = RedactionData.sections("cues.txt");

  boolean is(String section, Word word) {
    return sections.getOrDefault(section, Set.of()).contains(word.lower());
  }
}
