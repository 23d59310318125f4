package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Drug;
import org.openimr.casefile.RequestedQuantity;

/**
 * Holds the readers against passages labelled by hand before they were read (domain brief, part 6),
 * and writes what came of it to {@code target/gold.md}.
 */
final class GoldSetTest {
  private static final FactReader FACTS = new FactReader();
  private static final TreatmentReader TREATMENTS = new TreatmentReader();
  private static final Path REPORT = Path.of("target/gold.md");

  private static GoldScore passages;
  private static GoldScore others;
  private static GoldScore letters;
  private static DrugScore drugs;
  private static int lettersRead;

  /** How well the three parts of a drug line are read. */
  private static final class DrugScore {
    final GoldScore.Count drug = new GoldScore.Count();
    final GoldScore.Count strength = new GoldScore.Count();
    final GoldScore.Count quantity = new GoldScore.Count();
    final List<String> faults = new ArrayList<>();

    void add(String id, List<GoldSet.DrugLine> told, List<GoldSet.DrugLine> read) {
      compare(
          id,
          drug,
          told.stream().map(GoldSet.DrugLine::drug),
          read.stream().map(GoldSet.DrugLine::drug));
      compare(id, strength, strengths(told), strengths(read));
      compare(id, quantity, quantities(told), quantities(read));
    }

    private static Stream<String> strengths(List<GoldSet.DrugLine> lines) {
      return lines.stream()
          .filter(l -> !l.strengths().isEmpty())
          .map(
              l -> l.drug() + " " + l.strengths().stream().map(BigDecimal::toPlainString).toList());
    }

    private static Stream<String> quantities(List<GoldSet.DrugLine> lines) {
      return lines.stream()
          .flatMap(l -> l.quantity().map(q -> l.drug() + " #" + q.toPlainString()).stream());
    }

    private void compare(
        String id, GoldScore.Count count, Stream<String> told, Stream<String> read) {
      List<String> expected = told.distinct().toList();
      List<String> found = read.distinct().toList();
      for (String line : expected) {
        count.right += found.contains(line) ? 1 : 0;
        count.missed += found.contains(line) ? 0 : 1;
      }
      found.stream().filter(f -> !expected.contains(f)).forEach(f -> count.invented++);
      if (!List.copyOf(expected).equals(found)) {
        faults.add(id + ": " + found + ", not " + expected);
      }
    }
  }

  @BeforeAll
  static void read() throws IOException {
    List<GoldSet.Passage> written = GoldSet.passages();
    List<GoldSet.Passage> published = GoldSet.letters();
    var vocabulary = new ArrayList<>(written);
    vocabulary.addAll(published);
    List<GoldSet.Passage> other = GoldSet.others();
    vocabulary.addAll(other);
    passages = score(vocabulary, written);
    others = score(vocabulary, other);
    letters = score(vocabulary, published);
    lettersRead = published.size();
    drugs = new DrugScore();
    GoldSet.requests().forEach(r -> drugs.add(r.wording(), List.of(r.drug()), drug(r.wording())));
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report());
  }

  private static GoldScore score(List<GoldSet.Passage> vocabulary, List<GoldSet.Passage> passages) {
    var score = new GoldScore(vocabulary);
    passages.forEach(p -> score.add(p, FACTS.read(p.file()).observations()));
    return score;
  }

  private static List<GoldSet.DrugLine> drug(String wording) {
    var request = TREATMENTS.read(wording);
    return request.drug().stream()
        .map(
            (Drug d) ->
                new GoldSet.DrugLine(
                    String.join("+", d.ingredients()),
                    d.strengths().isEmpty() ? d.percents() : d.strengths(),
                    request.quantity().map(RequestedQuantity::most)))
        .toList();
  }

  @Test
  void readsFactsOfThePassages() {
    assertMarks(passages);
  }

  @Test
  void readsFactsInOtherWordings() {
    assertMarks(others);
  }

  @Test
  void readsFactsOfTheLetters() {
    assumeFalse(lettersRead == 0, "absent beside the repository: shared/determinations");
    assertMarks(letters);
  }

  private static void assertMarks(GoldScore score) {
    String faults = String.join("\n", score.faults);
    assertAll(
        () -> assertTrue(score.all.f1() >= 0.90, () -> "F1 " + score.all.f1() + "\n" + faults),
        () ->
            assertTrue(
                score.polarity.value() >= 0.93,
                () -> "polarity " + score.polarity.value() + "\n" + faults));
  }

  @Test
  void readsDrugsStrengthsAndQuantities() {
    String faults = String.join("\n", drugs.faults);
    assertAll(
        () -> assertTrue(drugs.drug.f1() >= 0.94, () -> "drug " + drugs.drug.f1() + "\n" + faults),
        () ->
            assertTrue(
                drugs.strength.f1() >= 0.94,
                () -> "strength " + drugs.strength.f1() + "\n" + faults),
        () ->
            assertTrue(
                drugs.quantity.f1() >= 0.94,
                () -> "quantity " + drugs.quantity.f1() + "\n" + faults));
  }

  private static String report() {
    var out = new StringBuilder("# The readers against the gold set\n");
    section(out, "Passages written for this project", passages);
    section(out, "Passages in other wordings", others);
    section(out, "Summaries of " + lettersRead + " published letters", letters);
    out.append("\n## Drug lines\n\n").append(HEAD);
    out.append(GoldScore.row("drug", drugs.drug));
    out.append(GoldScore.row("strength", drugs.strength));
    out.append(GoldScore.row("quantity", drugs.quantity));
    drugs.faults.forEach(f -> out.append("\n- ").append(f));
    return out.append('\n').toString();
  }

  private static final String HEAD =
      """
      | | right | invented | missed | precision | recall | F1 |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static void section(StringBuilder out, String title, GoldScore score) {
    out.append("\n## ").append(title).append("\n\n").append(HEAD);
    score.byKind.forEach((kind, count) -> out.append(GoldScore.row("**" + kind + "**", count)));
    out.append(GoldScore.row("**all**", score.all));
    score.byFact.forEach((fact, count) -> out.append(GoldScore.row(fact, count)));
    share(out, "polarity", score.polarity);
    share(out, "places that are no fact, kept from being one", score.traps);
    share(out, "body region", score.regions);
    share(out, "date", score.dates);
    out.append('\n');
    score.faults.forEach(f -> out.append("- ").append(f).append('\n'));
  }

  private static void share(StringBuilder out, String what, GoldScore.Share share) {
    out.append(
        String.format(
            Locale.ROOT, "%n%s: %d of %d, %.3f%n", what, share.right, share.all, share.value()));
  }
}
