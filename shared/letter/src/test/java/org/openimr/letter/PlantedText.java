package org.openimr.letter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A text with identifiers planted in it.
 *
 * @param identifiers that must go
 * @param kept that must stay
 */
record PlantedText(String title, String text, List<Planted> identifiers, List<Planted> kept) {
  private static final Pattern MARK = Pattern.compile("\\{([A-Z]):([^}]*)\\}|<([^>]*)>");

  private static final Map<String, Identifier> KINDS =
      Map.ofEntries(
          Map.entry("P", Identifier.PERSON),
          Map.entry("O", Identifier.ORGANIZATION),
          Map.entry("A", Identifier.ADDRESS),
          Map.entry("T", Identifier.PHONE),
          Map.entry("F", Identifier.FAX),
          Map.entry("E", Identifier.EMAIL),
          Map.entry("C", Identifier.CLAIM_NUMBER),
          Map.entry("J", Identifier.ADJ_NUMBER),
          Map.entry("W", Identifier.WCIS_NUMBER),
          Map.entry("S", Identifier.SSN),
          Map.entry("B", Identifier.DATE_OF_BIRTH),
          Map.entry("M", Identifier.MEDICAL_RECORD_NUMBER),
          Map.entry("L", Identifier.LICENSE_NUMBER),
          Map.entry("U", Identifier.URL),
          Map.entry("I", Identifier.IP_ADDRESS),
          Map.entry("N", Identifier.ACCOUNT_NUMBER),
          Map.entry("D", Identifier.DEVICE_ID),
          Map.entry("V", Identifier.VEHICLE));

  /** Words that stand with a name and name nobody. */
  private static final Set<String> TITLES =
      Set.of(
          "Dr",
          "DR",
          "Mr",
          "Mrs",
          "Ms",
          "M",
          "D",
          "MD",
          "DO",
          "O",
          "DC",
          "Ph",
          "PhD",
          "NP",
          "PT",
          "RN",
          "PA",
          "C",
          "DPT",
          "PsyD",
          "Esq",
          "L",
          "Ac",
          "DDS",
          "DPM",
          "QME",
          "MPH",
          "Attorney",
          "Officer",
          "Technologist",
          "s");

  /** Kinds whose letters say what the digits are. */
  private static final Set<Identifier> OF_LETTERS =
      Set.of(
          Identifier.PERSON,
          Identifier.ORGANIZATION,
          Identifier.ADDRESS,
          Identifier.EMAIL,
          Identifier.URL);

  /** A place in the text without its marks. */
  record Planted(Identifier kind, int start, int end, String words) {
    /** Whether the copy has none of what identifies. */
    boolean isGone(boolean[] removed) {
      int at = start;
      for (String part : words.splitWithDelimiters("[^\\p{L}\\d]+", 0)) {
        boolean counts =
            OF_LETTERS.contains(kind)
                ? part.chars().anyMatch(Character::isLetterOrDigit) && !TITLES.contains(part)
                : part.chars().anyMatch(Character::isDigit);
        for (int i = 0; counts && i < part.length(); i++) {
          if (!removed[at + i]) {
            return false;
          }
        }
        at += part.length();
      }
      return true;
    }
  }

  /** All texts of a file. */
  static List<PlantedText> of(String name) {
    try (var in =
        Objects.requireNonNull(PlantedText.class.getResourceAsStream("redaction/" + name))) {
      var texts = new ArrayList<PlantedText>();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^=== ", -1)) {
        if (!part.startsWith("#")) {
          int line = part.indexOf('\n');
          texts.add(read(part.substring(0, line), part.substring(line + 1)));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlantedText read(String title, String marked) {
    var text = new StringBuilder();
    var identifiers = new ArrayList<Planted>();
    var kept = new ArrayList<Planted>();
    Matcher mark = MARK.matcher(marked);
    int at = 0;
    while (mark.find()) {
      text.append(marked, at, mark.start());
      boolean keep = mark.group(3) != null;
      String words = keep ? mark.group(3) : mark.group(2);
      Identifier kind = keep ? Identifier.PERSON : Objects.requireNonNull(KINDS.get(mark.group(1)));
      (keep ? kept : identifiers)
          .add(new Planted(kind, text.length(), text.length() + words.length(), words));
      text.append(words);
      at = mark.end();
    }
    text.append(marked, at, marked.length());
    return new PlantedText(title, text.toString(), identifiers, kept);
  }
}
