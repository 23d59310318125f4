package org.openimr.letter.internal;

import org.openimr.letter.Determination.Kind;

/**
 * What the template asks for beside the letter's own content: fixed words and the style sheet.
 * Public because the compiled template lies in a package of its own.
 */
public final class LetterWords {
  private final Wording wording;
  private final String styles;

  LetterWords(Wording wording, String styles) {
    this.wording = wording;
    this.styles = styles;
  }

  /** A fixed word or sentence. */
  public String of(String key) {
    return wording.of(key);
  }

  /** What a kind of determination says. */
  public String of(Kind kind, String key) {
    return wording.of(kind, key);
  }

  /** A fixed sentence with a number in it. */
  public String filled(String key, int number) {
    return wording.filled(key, Integer.toString(number));
  }

  /**
   * The style sheet. The running header takes its words from here, for they are no part of the text
   * that is read aloud; both are free of text of strangers: a case number is digits by its type.
   */
  public String styles(LetterContent letter) {
    return styles
        .replace("%case%", letter.caseNumber())
        .replace("%mark%", letter.mark())
        .replace("%foot%", wording.of(letter.kind(), "letter.foot"));
  }

  /** The style sheet of the letter of a correction. */
  public String styles(CorrectionContent letter) {
    return styles
        .replace("%case%", letter.caseNumber())
        .replace("%mark%", wording.of("correction.mark"))
        .replace("%foot%", wording.of("correction.foot"));
  }
}
