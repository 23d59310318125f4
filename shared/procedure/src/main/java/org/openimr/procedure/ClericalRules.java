package org.openimr.procedure;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction.Entry;
import org.openimr.casefile.Edition;
import org.openimr.casefile.LetterPlace;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PrintedDate;
import org.openimr.procedure.PrintedLetter.Spot;
import org.openimr.procedure.internal.GuardedWords;
import org.openimr.procedure.internal.Rows;
import org.openimr.procedure.internal.Spelling;

/**
 * Where a clerical correction ends and a change of the determination begins: {@code
 * corrections.txt} says of each place of the letter who has a say, {@code outcome-words.txt} which
 * words nobody changes ({@code CORRECTIONS.md} beside the module says why). What is refused has the
 * entry's place in the request, and never its words.
 */
public final class ClericalRules {
  /** What the law has in place of a correction (Labor Code 4610.6(h), (i); 8 CCR 10575). */
  private static final String APPEAL =
      " A correction changes no decision. Who thinks that a decision is wrong can appeal: a verified"
          + " petition to the Workers' Compensation Appeals Board within 30 days after the"
          + " determination was mailed, on one of the grounds of Labor Code 4610.6(h); where it is"
          + " granted, there is another review (Labor Code 4610.6(i)).";

  private static final Map<LetterPlace, Rule> RULES = rules();

  private final PrintedLetter letter;
  private final LocalDate issuedOn;

  /** What the entries before have made of the letter. */
  private final Map<Spot, String> corrected = new HashMap<>();

  private ClericalRules(PrintedLetter letter, LocalDate issuedOn) {
    this.letter = letter;
    this.issuedOn = issuedOn;
  }

  /** Who has a say in what stands at a place. */
  private enum Say {
    STAFF,
    REVIEWER,
    NOBODY
  }

  private enum Form {
    DATE,
    EDITION,
    TEXT,
    TREATMENT
  }

  private enum Where {
    HEADER,
    ITEM
  }

  private record Rule(Say say, Form form, Where where, String what) {}

  /**
   * Holds entries against the letter that they correct.
   *
   * @param issuedOn the day on which it was issued
   * @param entries with texts as {@link PrintedLetter#line} makes them
   * @return whether the reviewers have to assent
   */
  public static Outcome<Boolean> needsAssent(
      PrintedLetter letter, LocalDate issuedOn, List<Entry> entries) {
    var rules = new ClericalRules(letter, issuedOn);
    boolean assent = false;
    for (int i = 0; i < entries.size(); i++) {
      switch (rules.check("entries[" + i + "]", entries.get(i))) {
        case Outcome.Accepted<Say>(Say say) -> assent |= say == Say.REVIEWER;
        case Outcome.Rejected<Say>(var why) -> {
          return Outcome.rejected(why.code(), why.detail());
        }
      }
    }
    return Outcome.accepted(assent);
  }

  private Outcome<Say> check(String name, Entry entry) {
    var rule = Objects.requireNonNull(RULES.get(entry.place()));
    var spot = new Spot(entry.place(), entry.item());
    if (rule.say == Say.NOBODY) {
      return substance(name, rule.what + " is the determination itself.");
    }
    return placed(name, rule, spot)
        .then(text -> found(name, rule, text, entry))
        .then(
            text ->
                switch (rule.form) {
                  case DATE, EDITION -> date(name, rule, spot, entry);
                  case TEXT -> words(name, rule, spot, text, entry);
                  case TREATMENT ->
                      words(name, rule, spot, text, entry)
                          .then(say -> treatment(name, say, text, spot));
                });
  }

  /** What is printed at the entry's place. */
  private Outcome<String> placed(String name, Rule rule, Spot spot) {
    if (rule.where == Where.HEADER && spot.item().isPresent()) {
      return Outcome.rejected(
          Code.SCHEMA_VIOLATION,
          name + ".item: " + rule.what + " belongs to no item. Leave the number out.");
    }
    if (rule.where == Where.ITEM && spot.item().filter(letter::hasItem).isEmpty()) {
      return Outcome.rejected(
          Code.ITEM_NOT_FOUND,
          name
              + ".item: "
              + rule.what
              + " belongs to an item. Give the number of an item of the determination.");
    }
    return letter.at(spot).<Outcome<String>>map(Outcome::accepted).orElse(notPrinted(name, rule));
  }

  private static <T> Outcome<T> notPrinted(String name, Rule rule) {
    return Outcome.rejected(
        Code.TEXT_NOT_PRINTED,
        name
            + ".printed: "
            + rule.what
            + " of the issued determination does not have these words. Copy them from the"
            + " determination as it is served, and name the place where they stand.");
  }

  /** The text of the place, in which the words stand once. */
  private static Outcome<String> found(String name, Rule rule, String text, Entry entry) {
    int from = text.indexOf(entry.printed());
    if (from < 0 || entry.printed().isEmpty()) {
      return notPrinted(name, rule);
    }
    if (text.indexOf(entry.printed(), from + 1) >= 0) {
      return Outcome.rejected(
          Code.TEXT_AMBIGUOUS,
          name
              + ".printed: "
              + rule.what
              + " has these words more than once. Give more of the words around them.");
    }
    return entry.printed().equals(entry.reads())
        ? Outcome.rejected(
            Code.CORRECTION_REFUSED,
            name + ".reads: is what is printed. Say what it should read, or leave the entry out.")
        : Outcome.accepted(text);
  }

  /** A whole day in place of a whole day. */
  private Outcome<Say> date(String name, Rule rule, Spot spot, Entry entry) {
    var printed = PrintedDate.read(entry.printed());
    var day = PrintedDate.read(entry.reads());
    if (printed.isEmpty() || day.isEmpty()) {
      return Outcome.rejected(
          Code.INVALID_DATE,
          name + ": " + rule.what + " is a day. Give all of it in both texts, as MM/DD/YYYY.");
    }
    if (day.get().isAfter(issuedOn)) {
      return Outcome.rejected(
          Code.IMPOSSIBLE_DATES,
          name + ".reads: " + rule.what + " cannot be after the day of the determination.");
    }
    if (rule.form == Form.EDITION && Edition.on(printed.get()) != Edition.on(day.get())) {
      return substance(name, "on that day another edition of the guideline was in force.");
    }
    if (corrected.containsKey(spot)) {
      return changedBefore(name);
    }
    corrected.put(spot, entry.reads());
    return Outcome.accepted(letter.reasonsHave(entry.printed()) ? Say.REVIEWER : rule.say);
  }

  /** Whole texts are compared, so that half a word cannot become another. */
  private Outcome<Say> words(String name, Rule rule, Spot spot, String text, Entry entry) {
    String before = corrected.getOrDefault(spot, text);
    int from = before.indexOf(entry.printed());
    if (from < 0) {
      return changedBefore(name);
    }
    String after =
        before.substring(0, from)
            + entry.reads()
            + before.substring(from + entry.printed().length());
    if (!GuardedWords.of(before).equals(GuardedWords.of(after))) {
      return substance(
          name, "the entry changes words of an outcome, words that deny, or a quantity.");
    }
    corrected.put(spot, after);
    return Outcome.accepted(rule.say);
  }

  private static Outcome<Say> changedBefore(String name) {
    return Outcome.rejected(
        Code.CORRECTION_REFUSED,
        name + ".printed: an entry before has changed these words. Make one entry of both.");
  }

  /** The same treatment in another spelling is staff's to correct; a number is nobody's. */
  private Outcome<Say> treatment(String name, Say say, String text, Spot spot) {
    String after = Objects.requireNonNull(corrected.get(spot));
    if (!GuardedWords.numbers(text).equals(GuardedWords.numbers(after))) {
      return substance(name, "the entry changes a number in the description of the treatment.");
    }
    return Outcome.accepted(Spelling.isOfTheSameTreatment(text, after) ? say : Say.REVIEWER);
  }

  private static Outcome<Say> substance(String name, String why) {
    return Outcome.rejected(Code.NOT_CLERICAL, name + ": " + why + APPEAL);
  }

  private static Map<LetterPlace, Rule> rules() {
    var rules = new EnumMap<LetterPlace, Rule>(LetterPlace.class);
    for (List<String> row : Rows.of("corrections.txt", 5)) {
      rules.put(
          LetterPlace.valueOf(row.get(0)),
          new Rule(
              Say.valueOf(row.get(1)),
              Form.valueOf(row.get(2)),
              Where.valueOf(row.get(3)),
              row.get(4)));
    }
    if (rules.size() != LetterPlace.values().length) {
      throw new IllegalStateException("corrections.txt: each place of the letter once");
    }
    return rules;
  }
}
