package org.openimr.reading.internal.papers;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A printed line.
 *
 * @param text without the white space around it
 * @param start first char in the whole text
 * @param indent chars of white space before it
 * @param opensPage whether it is the first of a page
 */
record TextLine(String text, int start, int indent, boolean opensPage) {
  boolean blank() {
    return text.isEmpty();
  }

  /** The lines of a text: a page end (U+000C) ends a line as well. */
  static List<TextLine> of(String text) {
    return of(text, 0, text.length()).toList();
  }

  /** The lines of a stretch that begins a page, each made when it is asked for. */
  static Stream<TextLine> of(String text, int from, int to) {
    var lines = new Lines(text, from, to);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static final class Lines implements Iterator<TextLine> {
    private final String text;
    private final int to;
    private int start;
    private boolean opensPage = true;

    private Lines(String text, int from, int to) {
      this.text = text;
      this.to = to;
      this.start = from;
    }

    @Override
    public boolean hasNext() {
      return start <= to;
    }

    @Override
    public TextLine next() {
      if (start > to) {
        throw new NoSuchElementException();
      }
      int end = start;
      while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\f') {
        end++;
      }
      String printed = text.substring(start, end).stripTrailing();
      String bare = printed.stripLeading();
      var line = new TextLine(bare, start, printed.length() - bare.length(), opensPage);
      opensPage = end < to && text.charAt(end) == '\f';
      start = end + 1;
      return line;
    }
  }
}
