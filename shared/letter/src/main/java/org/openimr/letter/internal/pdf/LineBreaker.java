package org.openimr.letter.internal.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines at spaces, and behind a slash or hyphen between letters: the engine's own would
 * break a date at its slashes.
 */
final class LineBreaker implements FSTextBreaker {
  private static final int DONE = -1;

  private String text = "";
  private int from;

  @Override
  public void setText(String newText) {
    text = newText;
    from = 0;
  }

  @Override
  public int next() {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == ' ' || joinsWords(i)) {
        from = i + 1;
        return from;
      }
    }
    return DONE;
  }

  private boolean joinsWords(int at) {
    char mark = text.charAt(at);
    return (mark == '/' || mark == '-')
        && at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }
}
