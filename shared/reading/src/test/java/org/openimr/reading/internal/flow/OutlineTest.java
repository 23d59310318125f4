package org.openimr.reading.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "pain (?:of|at) (\\d{1,2}) @ pain is 4",
        "pain (?:of|at) (\\d{1,2}) @ 4 of pain at rest",
        "therap\\w+[^.;]{0,40}?fail @ fail of therapy",
        "(?:norco|tylenol #?3)\\b @ tylenol 2",
        "a{3} @ aa",
        "x[0-9a-c]y @ xdy",
        "no (?:real )?relief\\. @ no relief",
        "b+c|d @ bbb",
      })
  void refusesWhatLacksAPart(String regex, String text) {
    assertEquals(-1, Outline.of(regex).begin(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "pain (?:of|at) \\d @ with pain at 4 @ 5",
        "\\b(?:fails?|pain) @ his pain failed @ 4",
        "(?:^| )pain @ his pain @ 0",
        "[0-9]+ feet @ walks 40 feet @ 6",
        "(?:no )?pain @ has no pain @ 0",
      })
  void saysWhereAMatchBeginsAtTheEarliest(String regex, String text, int begin) {
    assertEquals(begin, Outline.of(regex).begin(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "(?i)pain @ PAIN",
        "(?P<name>a) @ b",
        "\\pL @ 4",
        "[[:digit:]] @ x",
        "x{ @ x",
        "[\\#-/] @ $",
      })
  void beginsAnywhereWhereItDoesNotKnowTheSyntax(String regex, String text) {
    assertEquals(0, Outline.of(regex).begin(text));
  }

  /** Expressions and texts by chance, of few letters, so that most expressions match something. */
  @Test
  void beginsNoLaterThanTheFirstMatch() {
    var random = new Random(11);
    var wrong = new ArrayList<String>();
    int matches = 0;
    for (int run = 0; run < 40_000; run++) {
      String regex = expression(random, 3);
      String text = text(random);
      var match = Pattern.compile(regex).matcher(text);
      int begin = Outline.of(regex).begin(text);
      if (match.find()) {
        matches++;
        if (begin < 0 || begin > match.start()) {
          wrong.add(regex + " in " + text);
        }
      }
    }
    assertTrue(matches > 10_000, matches + " matches");
    assertEquals(List.of(), wrong);
  }

  private static String expression(Random random, int depth) {
    var regex = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      regex.append(part(random, depth)).append(quantity(random));
      if (part + 1 < parts && random.nextInt(6) == 0) {
        regex.append('|');
      }
    }
    return regex.toString();
  }

  private static String part(Random random, int depth) {
    List<String> plain =
        List.of("a", "b", "ab", "c", " ", "1", "\\d", "\\w", "\\s", "\\S", ".", "\\b", "\\.");
    List<String> sets =
        List.of("[ab]", "[^a]", "[^.;]", "[a-c1]", "[\\d.]", "[]a]", "[-b]", "[b-]");
    int kind = random.nextInt(10);
    if (kind < 2 && depth > 0) {
      return (kind == 0 ? "(" : "(?:") + expression(random, depth - 1) + ")";
    }
    return kind < 4
        ? sets.get(random.nextInt(sets.size()))
        : plain.get(random.nextInt(plain.size()));
  }

  private static String quantity(Random random) {
    List<String> quantities = List.of("?", "*", "+", "{0,3}", "{2}", "{1,}", "*?", "+?", "{0,2}?");
    return random.nextInt(3) == 0 ? quantities.get(random.nextInt(quantities.size())) : "";
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      text.append("aabbc 1.;\u00a7".charAt(random.nextInt(10)));
    }
    return text.toString();
  }
}
