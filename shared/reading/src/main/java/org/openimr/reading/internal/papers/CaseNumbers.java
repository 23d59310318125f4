package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseNumber;

/** IMR case numbers in a text; a scanned letter O for a zero is tolerated. */
public final class CaseNumbers {
  private static final String FORM = "CM\\s?([0-9Oo]{2})\\s?-\\s?([0-9Oo]{7})\\b";
  private static final Pattern ANYWHERE = Pattern.compile("\\b" + FORM);
  private static final Pattern LABELLED =
      Pattern.compile("(?i)\\bcase\\s+(?:number|no\\.?|#)\\s*[:#]?\\s*(?-i)" + FORM);

  /** Chars of a number with the blanks that a scan puts in, and one to see its end. */
  private static final int LONGEST = 17;

  private CaseNumbers() {}

  /** The number that stands first. */
  static Optional<CaseNumber> first(String text) {
    for (int at = text.indexOf("CM"); at >= 0; at = text.indexOf("CM", at + 1)) {
      int end = Math.min(text.length(), at + LONGEST);
      Matcher m = ANYWHERE.matcher(text.substring(Math.max(0, at - 1), end));
      if (m.find()) {
        return Optional.of(number(m));
      }
    }
    return Optional.empty();
  }

  /** Every number beside its label. */
  public static NavigableSet<CaseNumber> beside(String text) {
    return all(LABELLED, text);
  }

  /** Every number. */
  public static NavigableSet<CaseNumber> anywhere(String text) {
    return all(ANYWHERE, text);
  }

  private static NavigableSet<CaseNumber> all(Pattern form, String text) {
    var found = new TreeSet<CaseNumber>();
    if (!text.contains("CM")) {
      return found;
    }
    Matcher m = form.matcher(text);
    while (m.find()) {
      found.add(number(m));
    }
    return found;
  }

  private static CaseNumber number(Matcher m) {
    return new CaseNumber("CM" + digits(m.group(1)) + "-" + digits(m.group(2)));
  }

  private static String digits(String scanned) {
    return scanned.replace('O', '0').replace('o', '0');
  }
}
