package org.openimr.guidelines.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Flag;
import org.openimr.casefile.SearchStep;
import org.openimr.casefile.TreatmentCategory;

/**
 * A topic of the guidelines: what it applies to, what it asks and how that decides an item.
 *
 * @param sources tables of the domain brief that it holds
 * @param checked whether a physician has compared it with the original guideline
 * @param priority of two topics that reach an item the one with the higher number decides
 * @param categories of requests that it may apply to; no other reaches {@code applies}
 * @param parts what of a bundled request is judged one by one
 * @param guidelines what it says, by edition; an edition that is not here is not covered
 * @param taper whether a refusal must advise against stopping abruptly
 */
public record Topic(
    String id,
    String title,
    List<String> sources,
    boolean checked,
    int priority,
    Reach applies,
    Set<TreatmentCategory> categories,
    Set<Part> parts,
    Map<Edition, Guideline> guidelines,
    boolean taper) {
  private static final String NO_CHAPTER = "MTUS, a chapter of the body part";
  private static final String SILENT = "The MTUS has no chapter on this part of the body.";

  /** Copies the collections. */
  public Topic {
    sources = List.copyOf(sources);
    categories = Set.copyOf(categories);
    parts = Set.copyOf(parts);
    guidelines = Map.copyOf(guidelines);
  }

  /** What a bundled request may be taken apart by. */
  public enum Part {
    REGION,
    SIDE
  }

  /**
   * A condition of a topic's reach.
   *
   * @param reason a sentence where it holds
   * @param otherwise a sentence where it does not
   */
  public record Reach(Expression when, String reason, String otherwise) {}

  /**
   * A topic as one edition has it.
   *
   * @param requires what must be known of the worker beside what the request says
   * @param rule its rule in our words
   * @param citations in the required form; those whose condition holds, else the first
   * @param alerts flags that do not hang on the decision
   * @param supported the most that it allows on the facts; empty where it sets no amount
   */
  public record Guideline(
      List<Reach> requires,
      String rule,
      List<Citation> citations,
      List<Step> steps,
      List<Assumption> assumptions,
      List<CriterionRule> criteria,
      List<Row> rows,
      MissingFacts missing,
      Optional<Expression> supported,
      List<String> supportedWords,
      List<Alert> alerts) {
    /** The citations to give, primary first. */
    public List<String> citations(Values values) {
      var given = filled(citations.stream().filter(c -> holds(c.when(), values)), values);
      return given.isEmpty() ? List.of(fallback(values)) : given;
    }

    /**
     * The first that can be named; where the MTUS has no chapter on the body part, its general one.
     */
    private String fallback(Values values) {
      Optional<Object> general = values.find(Chapters.GENERAL);
      Values named = general.map(g -> values.with(Map.of(Chapters.MTUS, g))).orElse(values);
      return filled(citations.stream(), values).stream()
          .findFirst()
          .orElseGet(() -> filled(citations.stream(), named).getFirst());
    }

    /** A place without a value is a chapter that the MTUS does not have for the body part. */
    private static List<String> filled(Stream<Citation> citations, Values values) {
      return citations.flatMap(c -> Template.fill(List.of(c.text()), values).stream()).toList();
    }

    /** The steps of the search sequence that were taken. */
    public List<SearchStep> steps(Values values) {
      return steps.stream()
          .filter(step -> holds(step.when(), values))
          .map(step -> step.taken(values))
          .toList();
    }

    private static boolean holds(Optional<Expression> when, Values values) {
      return when.map(w -> w.evaluate(values).isTrue()).orElse(true);
    }
  }

  /** A citation (8 CCR 9792.21.1(d)) and when it is the one to give. */
  public record Citation(Optional<Expression> when, String text) {}

  /** A step of the search sequence and when it is taken. */
  public record Step(Optional<Expression> when, String step, String searched, String result) {
    private SearchStep taken(Values values) {
      String where = Template.fill(List.of(searched), values).orElse(NO_CHAPTER);
      return new SearchStep(step, where, Template.fill(List.of(result), values).orElse(SILENT));
    }
  }

  /**
   * A value that stands for a fact on which every page is silent.
   *
   * @param value of the fact's kind
   * @param because a sentence for the reader
   */
  public record Assumption(String fact, Object value, Expression when, String because) {}

  /**
   * A criterion.
   *
   * @param id in kebab case
   * @param variable its name in rows: the id with underscores
   * @param appliesWhen empty where it always applies
   * @param silence when silence of a whole readable record is taken as met
   * @param met what may be said of the finding: the first whose condition holds and whose places
   *     can all be filled
   */
  public record CriterionRule(
      String id,
      String variable,
      String statement,
      Optional<Expression> appliesWhen,
      Expression expression,
      Optional<Silence> silence,
      List<Saying> met,
      List<Saying> notMet,
      List<Saying> silent) {}

  /** A sentence with places, and when it is the one to say: which half of an "or" held. */
  public record Saying(Optional<Expression> when, String text) {
    /** The first of several that fits. */
    static Optional<String> first(List<Saying> sayings, Values values) {
      return sayings.stream()
          .filter(saying -> saying.when().map(w -> w.evaluate(values).isTrue()).orElse(true))
          .flatMap(saying -> Template.fill(List.of(saying.text()), values).stream())
          .findFirst();
    }
  }

  /**
   * A flag for the physician, whatever is decided (G-01, G-71).
   *
   * @param because a sentence for the reader
   */
  public record Alert(Expression when, Flag flag, String because) {}

  /** Why and when silence is not held against the worker. */
  public record Silence(Expression when, String because, Set<Flag> flags) {}

  /**
   * A row of the table; the first that holds decides.
   *
   * @param because a sentence for the reader
   * @param supported in place of the topic's amount
   */
  public record Row(
      Kind kind,
      Expression when,
      List<String> because,
      Optional<Expression> supported,
      List<String> supportedWords,
      Set<Flag> flags) {
    /** Rows in the order in which a table is read (domain brief, part 5.0). */
    public enum Kind {
      /** A red flag: necessary without more. */
      RED_FLAG,
      /** Not necessary. */
      NOT,
      /** Above the limit. */
      OVER,
      /** Necessary. */
      NEC;

      /** Whether the row says that the treatment is necessary. */
      public boolean necessary() {
        return this == RED_FLAG || this == NEC;
      }
    }
  }

  /** What holds when no row does: a required fact is not in the records. */
  public record MissingFacts(boolean necessary, List<String> because) {}
}
