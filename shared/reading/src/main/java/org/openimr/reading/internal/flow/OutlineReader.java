package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@link Outline} of one expression. Where it meets syntax that it does not know, such as
 * a flag, it gives up, and the outline fits every text. For one use.
 */
final class OutlineReader {
  private static final Outline.Part ANYTHING = new Outline.Anything();
  private static final Outline.Part PLACE = new Outline.Place();
  private static final Outline.Part ANY_CHAR = new Outline.AnyChar();
  private static final String DIGITS = "0123456789";
  private static final String SPACES = " \t\n\r\f";
  private static final String WORD_CHARS =
      DIGITS + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

  /** Looking for a longer run costs more than it tells. */
  private static final int MOST_TIMES = 8;

  private final String regex;
  private int at;
  private boolean known = true;

  OutlineReader(String regex) {
    this.regex = regex;
  }

  Outline.Part read() {
    Outline.Part whole = alternatives();
    return known && at == regex.length() ? whole : ANYTHING;
  }

  private Outline.Part alternatives() {
    var all = new ArrayList<Outline.Part>();
    all.add(sequence());
    while (known && next('|')) {
      all.add(sequence());
    }
    if (all.contains(ANYTHING) || all.contains(PLACE)) {
      return ANYTHING;
    }
    return all.size() == 1 ? all.getFirst() : new Outline.Either(List.copyOf(all));
  }

  private Outline.Part sequence() {
    var parts = new ArrayList<Outline.Part>();
    while (known && at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      Outline.Part part = repeated(one());
      if (part instanceof Outline.Words(String words)
          && !parts.isEmpty()
          && parts.getLast() instanceof Outline.Words(String before)) {
        parts.set(parts.size() - 1, new Outline.Words(before + words));
      } else {
        parts.add(part);
      }
    }
    parts.removeIf(PLACE::equals);
    if (parts.isEmpty()) {
      return PLACE;
    }
    boolean opens = !parts.getFirst().equals(ANYTHING);
    parts.removeIf(ANYTHING::equals);
    if (parts.isEmpty()) {
      return ANYTHING;
    }
    return parts.size() == 1 && opens
        ? parts.getFirst()
        : new Outline.Sequence(List.copyOf(parts), opens);
  }

  private Outline.Part one() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> bracket();
      case '\\' -> escape();
      case '.' -> ANY_CHAR;
      case '^', '$' -> PLACE;
      case '*', '+', '?', '{' -> unknown();
      default -> new Outline.Words(String.valueOf(c));
    };
  }

  private Outline.Part group() {
    if (next('?') && !next(':')) {
      return unknown();
    }
    Outline.Part inner = alternatives();
    return next(')') ? inner : unknown();
  }

  private Outline.Part escape() {
    if (at == regex.length()) {
      return unknown();
    }
    char c = regex.charAt(at++);
    return switch (c) {
      case 'b', 'B', 'A', 'z' -> PLACE;
      case 'D', 'S', 'W' -> ANY_CHAR;
      default -> members(c).<Outline.Part>map(Outline.OneOf::of).orElseGet(() -> plain(c));
    };
  }

  private Outline.Part plain(char escaped) {
    return Character.isLetterOrDigit(escaped)
        ? unknown()
        : new Outline.Words(String.valueOf(escaped));
  }

  /** The members of a class that is named by a letter behind a backslash. */
  private static Optional<String> members(char letter) {
    return switch (letter) {
      case 'd' -> Optional.of(DIGITS);
      case 's' -> Optional.of(SPACES);
      case 'w' -> Optional.of(WORD_CHARS);
      case 't' -> Optional.of("\t");
      case 'n' -> Optional.of("\n");
      case 'r' -> Optional.of("\r");
      case 'f' -> Optional.of("\f");
      default -> Optional.empty();
    };
  }

  /** A set in brackets; one that excludes, or that has more than plain chars, may be any char. */
  private Outline.Part bracket() {
    boolean open = next('^');
    var members = new StringBuilder();
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      first = false;
      char c = regex.charAt(at++);
      if (c == '[' || c >= 128) {
        open = true;
        known = known && c != '[';
      } else if (c == '\\' && at < regex.length()) {
        char escaped = regex.charAt(at++);
        Optional<String> named = members(escaped);
        known = known && (named.isPresent() || !Character.isLetterOrDigit(escaped)) && !range();
        members.append(named.orElse(String.valueOf(escaped)));
      } else if (range()) {
        char to = regex.charAt(at + 1);
        known = known && to != '\\' && to != '[';
        at += 2;
        open = open || to >= 128;
        for (char member = c; member <= to && !open; member++) {
          members.append(member);
        }
      } else {
        members.append(c);
      }
    }
    known = known && next(']');
    return open ? ANY_CHAR : Outline.OneOf.of(members.toString());
  }

  private boolean range() {
    return at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
  }

  /** The part with what stands behind it about how often it comes. */
  private Outline.Part repeated(Outline.Part part) {
    Outline.Part repeated = part;
    while (known && at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
      char c = regex.charAt(at++);
      int least = c == '{' ? count() : c == '+' ? 1 : 0;
      next('?');
      repeated = times(repeated, least);
    }
    return repeated;
  }

  private static Outline.Part times(Outline.Part part, int least) {
    if (least == 0 || part.equals(ANYTHING) || part.equals(PLACE)) {
      return ANYTHING;
    }
    // Also of once: in "ba+c" what stands before and behind does not touch.
    return new Outline.Times(part, Math.min(least, MOST_TIMES));
  }

  /** The lesser number of "{2,4}", behind the brace. */
  private int count() {
    int close = regex.indexOf('}', at);
    int least = 0;
    boolean digits = false;
    while (at < close && DIGITS.indexOf(regex.charAt(at)) >= 0) {
      least = Math.min(least * 10 + regex.charAt(at++) - '0', MOST_TIMES);
      digits = true;
    }
    if (next(',')) {
      while (at < close && DIGITS.indexOf(regex.charAt(at)) >= 0) {
        at++;
      }
    }
    known = known && digits && next('}');
    return least;
  }

  private boolean next(char c) {
    boolean there = at < regex.length() && regex.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private Outline.Part unknown() {
    known = false;
    return ANYTHING;
  }
}
