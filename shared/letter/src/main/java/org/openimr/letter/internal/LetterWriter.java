package org.openimr.letter.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ReviewerCredentials;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Header;
import org.openimr.letter.Determination.Item;
import org.openimr.letter.Determination.Kind;
import org.openimr.letter.Determination.Paper;
import org.openimr.letter.internal.LetterContent.ItemSection;
import org.openimr.letter.internal.LetterContent.PaperRow;
import org.openimr.letter.internal.LetterContent.Quantities;
import org.openimr.letter.internal.LetterContent.Row;

/** From a determination to what its letter says, in the section order of the published ones. */
final class LetterWriter {
  private final Wording wording;
  private final Citations citations;

  LetterWriter(Wording wording, Citations citations) {
    this.wording = wording;
    this.citations = citations;
  }

  /**
   * The letter.
   *
   * @param rationales of the items, in their order
   */
  LetterContent content(Determination determination, List<List<Block>> rationales) {
    List<ItemSection> items = new ArrayList<>();
    for (int i = 0; i < rationales.size(); i++) {
      items.add(section(determination.items().get(i), rationales.get(i)));
    }
    Kind kind = determination.kind();
    return new LetterContent(
        kind,
        determination.caseNumber().value(),
        wording.of(kind, "letter.title"),
        wording.of(kind, "letter.mark"),
        revision(determination),
        header(determination),
        made(determination),
        credentials(determination.reviewers()),
        summary(determination.summary()),
        determination.documents().stream().map(this::paper).toList(),
        wording.of(kind, "overall." + determination.overall().map(Enum::name).orElse("OPEN")),
        items,
        effect(determination));
  }

  private List<String> made(Determination determination) {
    Kind kind = determination.kind();
    var made = new ArrayList<String>();
    made.add(wording.of(kind, "made.1"));
    made.add(wording.of(kind, "made.2"));
    made.add(wording.of(kind, "made.3"));
    if (determination.reviewers().size() > 1) {
      made.add(wording.filled("made.panel", Integer.toString(determination.reviewers().size())));
    }
    return made;
  }

  private List<String> credentials(List<Adoption.Analysis> reviewers) {
    if (reviewers.isEmpty()) {
      return List.of(wording.of("credentials.none"));
    }
    var lines = new ArrayList<String>();
    lines.add(wording.of("credentials.intro"));
    for (int i = 0; i < reviewers.size(); i++) {
      if (reviewers.size() > 1) {
        lines.add(wording.filled("credentials.reviewer", Integer.toString(i + 1)));
      }
      ReviewerCredentials stated = reviewers.get(i).credentials();
      lines.add(listed("credentials.states", stated.states()));
      lines.add(listed("credentials.licences", stated.licences()));
      lines.add(listed("credentials.specialties", stated.specialties()));
    }
    return lines;
  }

  private String listed(String name, List<String> values) {
    return wording.filled(name, Printable.line(String.join(", ", values)));
  }

  private List<String> effect(Determination determination) {
    if (determination.kind() == Kind.PROPOSED) {
      return List.of();
    }
    var effect = new ArrayList<String>();
    effect.add(wording.of("effect.binding"));
    if (determination.items().stream().anyMatch(item -> item.decision() == Decision.OVERTURNED)) {
      effect.add(wording.of("effect.granted"));
    }
    effect.add(wording.of("effect.appeal"));
    effect.add(wording.of("effect.grounds"));
    effect.add(wording.of("effect.advice"));
    return effect;
  }

  private String revision(Determination determination) {
    return wording.filled(
        "letter.revision",
        Integer.toString(determination.revision()),
        Printable.line(determination.rulePackVersion()),
        wording.of("policy", determination.editionPolicy()));
  }

  private List<Row> header(Determination determination) {
    Header header = determination.header();
    return List.of(
        new Row(wording.of("header.caseNumber"), determination.caseNumber().value()),
        date("dateAssigned", header.dateAssigned(), "header.unknown"),
        date("dateOfInjury", header.dateOfInjury(), "header.unknown"),
        date("decisionDate", header.decisionDate(), "header.noDecisionDate"),
        date("urDenialDate", header.urDenialDate(), "header.unknown"),
        new Row(wording.of("header.priority"), priority(header)),
        date("applicationReceived", header.applicationReceived(), "header.unknown"));
  }

  private String priority(Header header) {
    if (header.expeditedSince().isPresent()) {
      return wording.filled(
          "priority.expeditedSince", wording.date(header.expeditedSince(), "header.unknown"));
    }
    return header
        .priority()
        .map(priority -> wording.of("priority", priority))
        .orElseGet(() -> wording.of("header.unknown"));
  }

  private Row date(String name, Optional<LocalDate> date, String otherwise) {
    return new Row(wording.of("header." + name), wording.date(date, otherwise));
  }

  private List<String> summary(List<SummarySentence> sentences) {
    return sentences.isEmpty()
        ? List.of(wording.of("summary.none"))
        : sentences.stream().map(citations::cited).toList();
  }

  private PaperRow paper(Paper paper) {
    String pages = Integer.toString(paper.pages());
    String unreadable =
        paper.unreadablePages().stream().map(Object::toString).collect(Collectors.joining(", "));
    return new PaperRow(
        wording.of("documentType", paper.type()),
        wording.date(paper.date(), "documents.noDate"),
        unreadable.isEmpty()
            ? pages
            : wording.filled("documents.unreadablePages", pages, unreadable),
        wording.of("use", paper.use()));
  }

  private ItemSection section(Item item, List<Block> rationale) {
    return new ItemSection(
        item.number(),
        Printable.line(item.description()),
        wording.of("decision", item.decision()),
        quantities(item.quantity(), item.decision()),
        cited(item.claimsAdministratorGuideline(), "item.noClaimsGuideline"),
        reviewerGuideline(item),
        rationale,
        item.flags().stream().map(flag -> wording.of("flag", flag)).toList());
  }

  private List<String> reviewerGuideline(Item item) {
    List<String> lines =
        new ArrayList<>(cited(item.reviewerGuideline(), "item.noReviewerGuideline"));
    item.edition().map(this::edition).ifPresent(lines::add);
    return lines;
  }

  private String edition(Edition edition) {
    return wording.filled("item.edition", edition.name(), wording.date(edition.inForce()));
  }

  private List<String> cited(List<String> citations, String none) {
    return citations.isEmpty()
        ? List.of(wording.of(none))
        : citations.stream().map(Wording::sentence).toList();
  }

  private Quantities quantities(FourQuantities quantity, Decision decision) {
    boolean open = decision == Decision.UNDETERMINED;
    return new Quantities(
        amount(quantity, quantity.requested(), "quantity.unknown"),
        amount(quantity, quantity.certifiedByUr(), "quantity.unknown"),
        amount(
            quantity, quantity.supported(), open ? "quantity.notDetermined" : "quantity.noAmount"),
        amount(quantity, quantity.netEffect(), open ? "quantity.open" : "quantity.unknown"));
  }

  private String amount(FourQuantities quantity, Optional<BigDecimal> amount, String otherwise) {
    return amount
        .map(
            number ->
                number.signum() == 0
                    ? wording.of("quantity.none")
                    : wording.amount(number, quantity.unit()))
        .orElseGet(() -> wording.of(otherwise));
  }
}
