package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.SubmittedFile;
import org.openimr.reading.PaperLikeness;
import org.openimr.reading.internal.papers.LabelledPacket.LabelledPage;
import org.openimr.reading.internal.papers.LabelledPacket.LabelledPaper;

/** How well packets are split, classified and dated. */
final class PacketScore {
  /** A paper as it was read, with its place in the packet. */
  private record ReadPaper(int start, int end, CaseDocument document) {}

  private static final String BLANK = "(blank)";

  private int pages;
  private int pagesRight;
  private int begins;
  private int beginsRead;
  private int beginsRight;
  private int datesRight;
  private final Map<String, Integer> confusions = new TreeMap<>();
  private final Set<String> likenesses = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  static PacketScore of(List<LabelledPacket> packets) {
    var score = new PacketScore();
    var reader = new CasePapers();
    packets.forEach(
        p ->
            score.add(
                p, reader.documents(new SubmittedFile.Text(p.text(), new TreeSet<>(), List.of()))));
    return score;
  }

  private void add(LabelledPacket packet, List<CaseDocument> documents) {
    List<ReadPaper> papers = placed(packet.text(), documents);
    for (int i = 0; i < packet.pages().size(); i++) {
      addPage(packet, i, papers);
    }
    var read = new HashMap<Integer, ReadPaper>();
    papers.forEach(p -> read.put(printed(packet.text(), p.start()), p));
    begins += packet.papers().size();
    beginsRead += read.size();
    for (LabelledPaper paper : packet.papers()) {
      addPaper(
          packet, paper, Optional.ofNullable(read.remove(printed(packet.text(), paper.start()))));
    }
    read.values().forEach(p -> fault(packet, p.start(), "no paper begins here"));
  }

  /** Separator sheets are alike by their nature. */
  private static boolean repeatedSheet(LabelledPaper told, boolean copy) {
    return told.cover() && copy;
  }

  private void addPage(LabelledPacket packet, int number, List<ReadPaper> papers) {
    LabelledPage page = packet.pages().get(number);
    String told = page.type().map(DocumentType::name).orElse(BLANK);
    String read =
        papers.stream()
            .filter(p -> p.start() <= page.start() && page.start() < p.end())
            .findFirst()
            .map(p -> p.document().type().name())
            .orElse(BLANK);
    pages++;
    if (told.equals(read)) {
      pagesRight++;
    } else {
      confusions.merge(told + " read as " + read, 1, Integer::sum);
      fault(packet, page.start(), told + " read as " + read);
    }
  }

  private void addPaper(LabelledPacket packet, LabelledPaper told, Optional<ReadPaper> read) {
    if (read.isEmpty()) {
      fault(packet, told.start(), told.type() + " begins here");
      return;
    }
    beginsRight++;
    boolean cover = read.get().document().id().startsWith("cover-sheet");
    if (cover != told.cover()) {
      fault(packet, told.start(), cover ? "no cover sheet" : "a cover sheet");
    }
    boolean copy = !likenesses.add(PaperLikeness.of(read.get().document().text()));
    if (copy != (told.duplicate() || repeatedSheet(told, copy))) {
      fault(packet, told.start(), copy ? "no copy" : "a copy");
    }
    Optional<LocalDate> date = read.get().document().date();
    if (date.equals(told.date())) {
      datesRight++;
    } else {
      fault(packet, told.start(), "date " + told.date() + " read as " + date);
    }
  }

  private void fault(LabelledPacket packet, int at, String what) {
    long page = packet.text().substring(0, at).chars().filter(c -> c == '\f').count() + 1;
    faults.add(packet.name() + " page " + page + ": " + what);
  }

  private static List<ReadPaper> placed(String text, List<CaseDocument> documents) {
    var placed = new ArrayList<ReadPaper>();
    int from = 0;
    for (CaseDocument document : documents) {
      int start = text.indexOf(document.text(), from);
      from = start + document.text().length();
      placed.add(new ReadPaper(start, from, document));
    }
    return placed;
  }

  /** The first printed char at a place or after it: what papers that begin there share. */
  private static int printed(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** All that was read otherwise than labelled. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  double accuracy() {
    return (double) pagesRight / pages;
  }

  double boundaryF1() {
    return 2.0 * beginsRight / (begins + beginsRead);
  }

  double dates() {
    return (double) datesRight / begins;
  }

  String table(String title) {
    var table = new StringBuilder();
    table.append(
        """
        ## %s

        | measure | value | count |
        | --- | --- | --- |
        | type of page, accuracy | %.3f | %d of %d |
        | beginnings of papers, F1 | %.3f | %d right, %d told, %d read |
        | dates of papers | %.3f | %d of %d |

        """
            .formatted(
                title,
                accuracy(),
                pagesRight,
                pages,
                boundaryF1(),
                beginsRight,
                begins,
                beginsRead,
                dates(),
                datesRight,
                begins));
    confusions.forEach((what, count) -> table.append("- ").append(what + ": " + count + "\n"));
    table.append('\n');
    faults.forEach(fault -> table.append("- ").append(fault).append('\n'));
    return table.append('\n').toString();
  }
}
