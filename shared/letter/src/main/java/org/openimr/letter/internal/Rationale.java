package org.openimr.letter.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Search;
import org.openimr.casefile.SearchStep;
import org.openimr.letter.internal.Block.Point;

/**
 * The reasons for a decision in plain words (domain brief, part 3.6: W4, W6, W7, W10, W12): what
 * was asked, the guideline, this worker's facts, what is missing and how it was looked for, the
 * conclusion, and then what was looked for and turned out not to matter.
 */
final class Rationale {
  private static final Set<CriterionResult> SHOWN =
      Set.of(CriterionResult.MET, CriterionResult.NOT_MET);
  private static final Set<CriterionResult> MISSING =
      Set.of(CriterionResult.NOT_DOCUMENTED, CriterionResult.NOT_READABLE);
  private static final Set<CriterionResult> EXCLUDED = Set.of(CriterionResult.NOT_APPLICABLE);

  private final Wording wording;
  private final Citations citations;
  private final String worker;

  /** For the items of a case file. */
  Rationale(Wording wording, Citations citations, CaseFile file) {
    this.wording = wording;
    this.citations = citations;
    this.worker = worker(file);
  }

  /** The paragraphs for an item, in the letter's order; none of them is empty. */
  List<Block> of(ItemEvaluation item) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(asked(item));
    blocks.add(block("chosen", Wording.sentence(item.topicReason()), steps(item)));
    blocks.add(block("rule", Wording.sentence(item.rule()), List.of()));
    blocks.add(block("shown", worker, points(item, SHOWN, criterion -> true)));
    blocks.add(block("missing", "", points(item, MISSING, carries(item))));
    blocks.add(block("conclusion", Wording.sentence(item.conclusion()), List.of()));
    if (item.taper()) {
      blocks.add(taper());
    }
    // After the conclusion, which does not rest on it: nobody has to read it to know why.
    blocks.add(block("beside", "", points(item, MISSING, carries(item).negate())));
    blocks.add(block("excluded", "", points(item, EXCLUDED, criterion -> true)));
    blocks.removeIf(block -> block.text().isEmpty() && block.points().isEmpty());
    return List.copyOf(blocks);
  }

  /** What the decision rests on; where there is none yet, the physician weighs everything. */
  private static Predicate<Criterion> carries(ItemEvaluation item) {
    return criterion -> criterion.decided() || item.decision() == Decision.UNDETERMINED;
  }

  /** Whose record it is, so that no reader takes the reasons for a form letter. */
  private String worker(CaseFile file) {
    var fields = file.fields();
    String person = fields.employee().sex().map(sex -> "." + sex.name()).orElse("");
    var sentences = new ArrayList<String>();
    fields
        .employee()
        .age()
        .map(String::valueOf)
        .ifPresent(age -> sentences.add(wording.filled("rationale.age" + person, age)));
    fields
        .dateOfInjury()
        .ifPresent(day -> sentences.add(wording.filled("rationale.injury", wording.date(day))));
    file.documents().stream()
        .filter(document -> document.type().clinicalRecord())
        .flatMap(document -> document.date().stream())
        .max(Comparator.naturalOrder())
        .ifPresent(day -> sentences.add(wording.filled("rationale.latest", wording.date(day))));
    return String.join(" ", sentences);
  }

  private Block block(String lead, String text, List<Point> points) {
    return new Block(wording.of("rationale." + lead), text, points);
  }

  /** Advice after a refusal of a drug that must not be stopped at once. */
  Block taper() {
    return block("taper", wording.of("rationale.taperText"), List.of());
  }

  /** What was asked, and what utilization review made of it. */
  Block asked(ItemEvaluation evaluation) {
    DisputedItem item = evaluation.item();
    String description = Printable.line(item.description());
    String asked =
        wording.filled(
            "rationale.askedOf",
            description.endsWith(".")
                ? description.substring(0, description.length() - 1)
                : description);
    Optional<String> given =
        item.serviceDate().map(date -> wording.filled("item.retrospective", wording.date(date)));
    Optional<String> reviewed =
        item.urDecision()
            .map(
                decision ->
                    wording.filled("rationale.review." + decision.name(), certified(evaluation)));
    return block(
        "asked",
        asked
            + given.map(text -> " " + text).orElse("")
            + reviewed.map(text -> " " + text).orElse(""),
        List.of());
  }

  private String certified(ItemEvaluation item) {
    return item.quantity()
        .certifiedByUr()
        .map(amount -> wording.amount(amount, item.quantity().unit()))
        .orElseGet(() -> wording.of("rationale.amountUnknown"));
  }

  private List<Point> steps(ItemEvaluation item) {
    return item.searchSequence().stream().map(this::step).toList();
  }

  private Point step(SearchStep step) {
    String searched = Printable.line(step.searched());
    String text =
        wording.filled(
            "rationale.step",
            Printable.line(step.step()),
            searched.endsWith(".") ? searched.substring(0, searched.length() - 1) : searched,
            Wording.sentence(step.result()));
    return new Point(text, List.of());
  }

  private List<Point> points(
      ItemEvaluation item, Set<CriterionResult> results, Predicate<Criterion> which) {
    return item.criteria().stream()
        .filter(criterion -> results.contains(criterion.result()))
        .filter(which)
        .map(this::point)
        .toList();
  }

  private Point point(Criterion criterion) {
    String said =
        wording.of("result", criterion.result())
            + " "
            + once(Wording.sentence(criterion.statement()), Wording.sentence(criterion.finding()));
    String text =
        criterion.evidence().isEmpty()
            ? said.strip()
            : said.strip() + " " + citations.quoted(criterion.evidence()) + ".";
    return new Point(text, criterion.searched().map(this::search).orElse(List.of()));
  }

  /** A finding that only says again what the rule asks is not said twice. */
  private static String once(String asks, String finding) {
    return asks.equals(finding) ? asks : asks + " " + finding;
  }

  /** The proof of an absence: words, pages, and the passages that came nearest. */
  private List<String> search(Search search) {
    List<String> details = new ArrayList<>();
    details.add(words(search) + " " + pages(search));
    search.nearest().stream().map(this::nearest).forEach(details::add);
    if (search.nearest().isEmpty()) {
      details.add(wording.of("rationale.noNearest"));
    }
    return details;
  }

  private String words(Search search) {
    String terms =
        search.terms().stream()
            .map(term -> "“" + Printable.line(term) + "”")
            .collect(Collectors.joining(", "));
    return terms.isEmpty()
        ? wording.of("rationale.noTerms")
        : wording.filled("rationale.searched", terms);
  }

  private String pages(Search search) {
    String read = wording.pages(search.pagesRead());
    return search.pagesUnreadable() == 0
        ? wording.filled("rationale.allRead", read)
        : wording.filled("rationale.someRead", read, wording.pages(search.pagesUnreadable()));
  }

  private String nearest(NearestPassage passage) {
    String why = Printable.line(passage.why());
    return wording.filled(
        "rationale.nearest",
        citations.quoted(passage.anchor()),
        why.endsWith(".") ? why : why + ".");
  }
}
