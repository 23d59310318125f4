package org.openimr.reading.internal.flow;

import java.util.List;

/**
 * What a text must have, and in which order, for a regular expression to match in it at all. Told
 * by searches for plain words, it spares the expression most of the texts that it would read to
 * their end for nothing. Immutable, safe for threads.
 */
final class Outline {
  private static final int NOWHERE = -1;

  /** A part of an expression. */
  sealed interface Part {
    /**
     * Where a match of this part that begins at a place or behind it ends at the earliest: never
     * behind the end of any such match; -1 where there is none.
     */
    int end(String text, int from);

    /**
     * Where such a match begins at the earliest: never behind the begin of any; only where {@link
     * #end} is not -1.
     */
    default int begin(String text, int from) {
      return from;
    }
  }

  /** What may be left out, or is not looked into. */
  record Anything() implements Part {
    @Override
    public int end(String text, int from) {
      return from;
    }
  }

  /** What matches a place and no char, such as the edge of a word. */
  record Place() implements Part {
    @Override
    public int end(String text, int from) {
      return from;
    }
  }

  /** Plain words. */
  record Words(String words) implements Part {
    @Override
    public int end(String text, int from) {
      int at = text.indexOf(words, from);
      return at < 0 ? NOWHERE : at + words.length();
    }

    @Override
    public int begin(String text, int from) {
      return end(text, from) - words.length();
    }
  }

  /** One char of a set in ASCII: a bit for each, from {@code \0} and from {@code @} on. */
  record OneOf(long low, long high) implements Part {
    static OneOf of(String members) {
      long low = 0;
      long high = 0;
      for (int i = 0; i < members.length(); i++) {
        char c = members.charAt(i);
        low |= c < 64 ? 1L << c : 0;
        high |= c < 64 ? 0 : 1L << (c - 64);
      }
      return new OneOf(low, high);
    }

    @Override
    public int end(String text, int from) {
      int at = from;
      while (at < text.length() && !has(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? at + 1 : NOWHERE;
    }

    @Override
    public int begin(String text, int from) {
      return end(text, from) - 1;
    }

    private boolean has(char c) {
      return c < 128 && ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }
  }

  /** Any one char. */
  record AnyChar() implements Part {
    @Override
    public int end(String text, int from) {
      return from < text.length() ? from + 1 : NOWHERE;
    }
  }

  /**
   * One part behind the other.
   *
   * @param opens whether a match begins with the first of them
   */
  record Sequence(List<Part> parts, boolean opens) implements Part {
    @Override
    public int end(String text, int from) {
      int at = from;
      for (Part part : parts) {
        at = part.end(text, at);
        if (at < 0) {
          return NOWHERE;
        }
      }
      return at;
    }

    @Override
    public int begin(String text, int from) {
      return opens ? parts.getFirst().begin(text, from) : from;
    }
  }

  /** A part so many times. */
  record Times(Part part, int times) implements Part {
    @Override
    public int end(String text, int from) {
      int at = from;
      for (int time = 0; time < times && at >= 0; time++) {
        at = part.end(text, at);
      }
      return at;
    }

    @Override
    public int begin(String text, int from) {
      return part.begin(text, from);
    }
  }

  /** One of several parts. */
  record Either(List<Part> parts) implements Part {
    @Override
    public int end(String text, int from) {
      int earliest = NOWHERE;
      for (Part part : parts) {
        int end = part.end(text, from);
        if (end == from) {
          return end;
        }
        earliest = end >= 0 && (earliest < 0 || end < earliest) ? end : earliest;
      }
      return earliest;
    }

    @Override
    public int begin(String text, int from) {
      int earliest = text.length();
      for (Part part : parts) {
        if (earliest > from && part.end(text, from) >= 0) {
          earliest = Math.min(earliest, part.begin(text, from));
        }
      }
      return earliest;
    }
  }

  private final Part whole;

  private Outline(Part whole) {
    this.whole = whole;
  }

  /** The outline of an expression in the syntax of RE2; of what is not known in it, none. */
  static Outline of(String regex) {
    return new Outline(new OutlineReader(regex).read());
  }

  /** Where the first match begins at the earliest; -1 where there surely is none. */
  int begin(String text) {
    return whole.end(text, 0) < 0 ? NOWHERE : whole.begin(text, 0);
  }
}
