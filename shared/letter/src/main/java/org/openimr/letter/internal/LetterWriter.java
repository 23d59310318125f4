package org.openimr.letter.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Edition;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Header;
import org.openimr.letter.Determination.Item;
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
    return new LetterContent(
        determination.caseNumber().value(),
        wording.of("letter.title"),
        wording.of("letter.mark"),
        revision(determination),
        header(determination),
        List.of(wording.of("made.1"), wording.of("made.2"), wording.of("made.3")),
        List.of(wording.of("credentials.none")),
        summary(determination.summary()),
        determination.documents().stream().map(this::paper).toList(),
        wording.of("overall." + determination.overall().map(Enum::name).orElse("OPEN")),
        items);
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
        new Row(
            wording.of("header.priority"),
            header
                .priority()
                .map(priority -> wording.of("priority", priority))
                .orElseGet(() -> wording.of("header.unknown"))),
        date("applicationReceived", header.applicationReceived(), "header.unknown"));
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
