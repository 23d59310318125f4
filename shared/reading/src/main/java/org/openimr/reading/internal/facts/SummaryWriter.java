package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Sex;
import org.openimr.casefile.Standing;
import org.openimr.casefile.SummarySentence;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.FlowReader;

/** Writes the clinical case summary: our words around short quotes. Safe for threads. */
public final class SummaryWriter {
  /** What a slot says and whose passages it quotes. */
  private record Slot(String lead, List<String> facts, boolean current, Optional<Pattern> without) {
    /** A plan is no treatment to date, whatever it names beside. */
    boolean takes(Observation observation) {
      return facts.contains(observation.fact())
          && without.map(w -> !w.matcher(observation.anchor().quote()).find()).orElse(true);
    }
  }

  /** A slot quotes at most so many passages: the summary is no copy of the record. */
  private static final int MOST_QUOTES = 6;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
  private static final Pattern BROKEN_WORD =
      Pattern.compile("(\\p{Ll})-[ \\t]*[\\n\\f]\\s*(\\p{Ll})");
  private static final Pattern LIST_NUMBER = Pattern.compile("^\\d{1,2}[.)]\\s+");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern AGE =
      Pattern.compile("\\b\\d{1,3}(?:-| )?(?:year|yr)s?(?:-| )old\\b|\\b\\d{2} ?y/?o\\b");

  private final List<Slot> slots = new ArrayList<>();
  private final FlowReader flows = new FlowReader(ContextRules.load().words());

  /** A writer with the module's slots. */
  public SummaryWriter() {
    for (JsonNode slot : DataFile.read("facts/summary.json").path("slots")) {
      slots.add(
          new Slot(
              slot.path("lead").asText(),
              DataFile.texts(slot.path("facts")),
              slot.path("current").asBoolean(),
              slot.has("without")
                  ? Optional.of(Pattern.compile(slot.path("without").asText()))
                  : Optional.empty()));
    }
  }

  /** The summary of a case file. */
  public List<SummarySentence> write(CaseFile file, CaseFacts facts) {
    List<CaseDocument> clinical =
        file.documents().stream().filter(d -> d.type().clinicalRecord()).toList();
    boolean summarized =
        !clinical.isEmpty()
            && clinical.stream().allMatch(d -> d.type() == DocumentType.CLINICAL_SUMMARY);
    return summarized ? narrative(clinical) : slots(file, facts, clinical);
  }

  /** A record that is a summary already is given sentence by sentence. */
  private List<SummarySentence> narrative(List<CaseDocument> documents) {
    var sentences = new ArrayList<SummarySentence>();
    for (CaseDocument document : documents) {
      var flow = flows.read(AnchoredText.of(document));
      for (var sentence : flow.sentences()) {
        String text = flow.text().text().substring(sentence.from(), sentence.to()).strip();
        if (text.chars().anyMatch(Character::isLowerCase) && text.length() > 1) {
          Anchor anchor = flow.text().anchor(sentence.from(), sentence.to());
          sentences.add(new SummarySentence(text, List.of(anchor)));
        }
      }
    }
    return List.copyOf(sentences);
  }

  private List<SummarySentence> slots(CaseFile file, CaseFacts facts, List<CaseDocument> clinical) {
    var sentences = new ArrayList<SummarySentence>();
    Set<Anchor> quoted = new HashSet<>();
    worker(file).or(() -> introduction(clinical, quoted)).ifPresent(sentences::add);
    for (Slot slot : slots) {
      sentence(slot, facts, quoted).ifPresent(sentences::add);
    }
    request(file).ifPresent(sentences::add);
    decision(file).ifPresent(sentences::add);
    return List.copyOf(sentences);
  }

  private static Optional<SummarySentence> worker(CaseFile file) {
    var employee = file.fields().employee();
    if (employee.age().isEmpty() && employee.sex().isEmpty()) {
      return Optional.empty();
    }
    String age = employee.age().map(a -> a + "-year-old ").orElse("");
    String person = employee.sex().map(SummaryWriter::person).orElse("worker");
    String injury =
        file.fields().dateOfInjury().map(d -> ", injured on " + DATE.format(d)).orElse("");
    return Optional.of(
        new SummarySentence("The injured worker is a " + age + person + injury + ".", List.of()));
  }

  private static String person(Sex sex) {
    return switch (sex) {
      case F -> "woman";
      case M -> "man";
      case X -> "person";
    };
  }

  /** Where the case does not know the worker's age, the sentence of the record that gives it. */
  private Optional<SummarySentence> introduction(List<CaseDocument> clinical, Set<Anchor> quoted) {
    for (CaseDocument document : clinical) {
      var flow = flows.read(AnchoredText.of(document));
      for (var sentence : flow.sentences()) {
        if (AGE.matcher(flow.text().folded().substring(sentence.from(), sentence.to())).find()) {
          Anchor anchor = flow.text().anchor(sentence.from(), sentence.to());
          quoted.add(anchor);
          return Optional.of(
              new SummarySentence(
                  "The record introduces the worker: " + quote(anchor) + ".", List.of(anchor)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SummarySentence> sentence(
      Slot slot, CaseFacts facts, Set<Anchor> quoted) {
    List<Observation> relevant =
        facts.observations().stream()
            .filter(o -> slot.takes(o) && o.source().clinicalRecord())
            .filter(o -> o.standing() == Standing.FACT || o.standing() == Standing.NOT_MEASURED)
            .toList();
    Optional<String> latest =
        relevant.stream()
            .reduce((a, b) -> date(b).isBefore(date(a)) ? a : b)
            .map(o -> o.anchor().document());
    List<Observation> shown =
        relevant.stream()
            .filter(o -> !slot.current() || latest.equals(Optional.of(o.anchor().document())))
            .toList();
    var anchors = new ArrayList<Anchor>();
    for (Observation observation : shown) {
      if (anchors.size() < MOST_QUOTES && quoted.add(observation.anchor())) {
        anchors.add(observation.anchor());
      }
    }
    if (anchors.isEmpty()) {
      return Optional.empty();
    }
    String when =
        slot.current()
            ? shown.getFirst().date().map(d -> " (" + DATE.format(d) + ")").orElse("")
            : "";
    String quotes = String.join(" ", anchors.stream().map(SummaryWriter::quote).toList());
    return Optional.of(new SummarySentence(slot.lead() + when + ": " + quotes, anchors));
  }

  private static LocalDate date(Observation observation) {
    return observation.date().orElse(LocalDate.MIN);
  }

  private static String quote(Anchor anchor) {
    String mended = BROKEN_WORD.matcher(anchor.quote()).replaceAll("$1$2");
    String words = WHITE_SPACE.matcher(mended).replaceAll(" ").strip();
    return "\"" + LIST_NUMBER.matcher(words).replaceFirst("") + "\"";
  }

  private static Optional<SummarySentence> request(CaseFile file) {
    List<String> items =
        file.fields().disputedItems().stream().map(DisputedItem::description).toList();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    String date = file.fields().requestDate().map(d -> " of " + DATE.format(d)).orElse("");
    return Optional.of(
        new SummarySentence(
            "The request for authorization" + date + " asks for: " + String.join("; ", items) + ".",
            List.of()));
  }

  private static Optional<SummarySentence> decision(CaseFile file) {
    var parts = new ArrayList<String>();
    for (DisputedItem item : file.fields().disputedItems()) {
      item.urDecision().ifPresent(d -> parts.add(item.description() + ": " + outcome(d, item)));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String date = file.fields().urDecisionDate().map(d -> " of " + DATE.format(d)).orElse("");
    return Optional.of(
        new SummarySentence(
            "Utilization review" + date + " decided: " + String.join("; ", parts) + ".",
            List.of()));
  }

  private static String outcome(UtilizationDecision decision, DisputedItem item) {
    return switch (decision) {
      case DENIED -> "not certified";
      case MODIFIED ->
          item.urCertifiedQuantity()
              .map(q -> "modified, " + q.toPlainString() + " certified")
              .orElse("modified");
      case DELAYED -> "delayed";
      case CONDITIONAL -> "conditionally not certified";
      case DEFERRED -> "deferred";
      case APPROVED -> "certified";
    };
  }
}
