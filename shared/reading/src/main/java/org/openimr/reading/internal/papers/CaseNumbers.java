package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openimr.casefile.CaseNumber;

/** IMR case numbers in a text; a scanned letter O for a zero is tolerated. */
final class CaseNumbers {
  private static final String FORM = "CM\\s?([0-9Oo]{2})\\s?-\\s?([0-9Oo]{7})\\b";
  private static final Pattern ANYWHERE = Pattern.compile("\\b" + FORM);
  private static final Pattern LABELLED =
      Pattern.compile("(?i)\\bcase\\s+(?:number|no\\.?|#)\\s*[:#]?\\s*(?-i)" + FORM);

  private CaseNumbers() {}

  /** The first number beside its label, else the first anywhere. */
  static Optional<CaseNumber> labelled(String text) {
    return all(LABELLED, text).stream().findFirst().or(() -> anywhere(text).stream().findFirst());
  }

  /** Every number beside its label. */
  static SortedSet<CaseNumber> beside(String text) {
    return all(LABELLED, text);
  }

  /** Every number. */
  static SortedSet<CaseNumber> anywhere(String text) {
    return all(ANYWHERE, text);
  }

  private static SortedSet<CaseNumber> all(Pattern form, String text) {
    var found = new TreeSet<CaseNumber>();
    if (!text.contains("CM")) {
      return found;
    }
    Matcher m = form.matcher(text);
    while (m.find()) {
      found.add(new CaseNumber("CM" + digits(m.group(1)) + "-" + digits(m.group(2))));
    }
    return found;
  }

  private static String digits(String scanned) {
    return scanned.replace('O', '0').replace('o', '0');
  }
}
