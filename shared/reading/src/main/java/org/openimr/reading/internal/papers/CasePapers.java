package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.SubmittedFile;
import org.openimr.reading.internal.flow.PageFurniture;

/** The papers of a text, and the fields of papers. Immutable, safe for threads. */
public final class CasePapers {
  /** Of a record, the chars that are read for whose it is: some ten pages, where it says so. */
  private static final int HEAD = 40_000;

  /** What the ids of sheets begin with that only introduce or part papers. */
  private static final String COVER = "cover-sheet";

  private final PaperSplitter splitter;
  private final PageFurniture furniture = new PageFurniture();
  private final PageReader pages = new PageReader(furniture);
  private final PaperDates dates;
  private final PaperFields.Reader fields;
  private final RequestedItems applied;
  private final RequestedItems requested;
  private final ReviewedItems reviewed;
  private final Citations citations;
  private final WorkerProse worker;
  private final Prose prose;

  /** A reader with the cues of this package. */
  public CasePapers() {
    Cues cues = Cues.load("papers.cues");
    Cues published = Cues.load("published.cues");
    List<String> hyphens = published.section("hyphen-kept");
    var lists = new ListEntries(cues, hyphens);
    worker = new WorkerProse(cues);
    prose = new Prose(hyphens, "");
    citations = new Citations(published);
    dates = new PaperDates(cues);
    splitter = new PaperSplitter(cues, Cues.load("kinds.cues"));
    fields = new PaperFields.Reader(cues, worker);
    applied = new RequestedItems(cues, "application-items", lists);
    requested = new RequestedItems(cues, "request-items", lists);
    reviewed = new ReviewedItems(cues, lists, citations, hyphens);
  }

  /** Splits a guideline field into citations, one each. */
  public Citations citations() {
    return citations;
  }

  /** The papers of a text in order, each with its kind, date and id. */
  public List<CaseDocument> documents(SubmittedFile.Text file) {
    String text = file.text();
    SortedSet<Integer> unreadable = file.unreadablePages();
    var documents = new ArrayList<CaseDocument>();
    var ids = new HashMap<String, Integer>();
    int page = 1;
    int at = 0;
    for (Paper paper : splitter.split(text, unreadable)) {
      String own = text.substring(paper.start(), paper.end());
      Optional<LocalDate> date = date(paper.type(), own);
      String id = id(paper, date, ids);
      page += pageEnds(text, at, paper.start());
      at = paper.start();
      int last = page + pageEnds(text, paper.start(), paper.end());
      SortedSet<Integer> unread = pages(page, last, unreadable);
      int line = lineOnPage(text, paper.start());
      int first = page;
      var recognition = file.recognition().flatMap(all -> all.part(first, line, last));
      documents.add(new CaseDocument(id, paper.type(), date, own, unread, recognition));
    }
    return List.copyOf(documents);
  }

  private Optional<LocalDate> date(DocumentType type, String text) {
    return dates.of(type, pages.firstPage(text), () -> pages.otherPages(text));
  }

  private static String id(Paper paper, Optional<LocalDate> date, Map<String, Integer> taken) {
    String kind =
        paper.cover() ? COVER : paper.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String id = date.map(d -> kind + "-" + d).orElse(kind);
    int count = taken.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }

  /** The unreadable pages that fall into a paper, by its own count. */
  private static SortedSet<Integer> pages(int first, int last, SortedSet<Integer> unreadable) {
    var own = new TreeSet<Integer>();
    unreadable.subSet(first, last + 1).forEach(page -> own.add(page - first + 1));
    return own;
  }

  private static int lineOnPage(String text, int at) {
    int page = text.lastIndexOf('\f', at - 1) + 1;
    return 1 + (int) text.substring(page, at).chars().filter(c -> c == '\n').count();
  }

  private static int pageEnds(String text, int from, int to) {
    int ends = 0;
    for (int i = text.indexOf('\f', from); i >= 0 && i < to; i = text.indexOf('\f', i + 1)) {
      ends++;
    }
    return ends;
  }

  /** What a paper says of the case; empty for papers that carry no fields. */
  public Outcome<Optional<SourcedFields>> fields(CaseDocument document) {
    List<TextLine> lines = WrittenLines.of(document.text(), furniture);
    Optional<FieldSource> from = source(document.type());
    boolean strict = from.isPresent() && from.get() != FieldSource.RECORDS;
    return fields
        .read(lines, strict)
        .then(
            read ->
                Outcome.accepted(
                    from.map(source -> sourced(source, document, fields(document, lines, read)))));
  }

  private static Optional<FieldSource> source(DocumentType type) {
    return switch (type) {
      case APPLICATION -> Optional.of(FieldSource.APPLICATION);
      case UTILIZATION_REVIEW -> Optional.of(FieldSource.UTILIZATION_REVIEW);
      case REQUEST_FOR_AUTHORIZATION -> Optional.of(FieldSource.REQUEST_FOR_AUTHORIZATION);
      case CORRESPONDENCE, DETERMINATION -> Optional.empty();
      case PROGRESS_REPORT,
          FIRST_REPORT,
          CONSULTATION,
          OPERATIVE_REPORT,
          IMAGING,
          ELECTRODIAGNOSTIC,
          LABORATORY,
          THERAPY_NOTE,
          PSYCHOLOGICAL,
          CLINICAL_SUMMARY,
          OTHER ->
          Optional.of(FieldSource.RECORDS);
    };
  }

  private CaseFields fields(CaseDocument document, List<TextLine> lines, PaperFields read) {
    return switch (document.type()) {
      case APPLICATION -> read.application(applied.read(lines));
      case UTILIZATION_REVIEW -> read.review(document.date(), reviewed.read(lines));
      case REQUEST_FOR_AUTHORIZATION -> read.request(document.date(), requested.read(lines));
      case PROGRESS_REPORT,
          FIRST_REPORT,
          CONSULTATION,
          OPERATIVE_REPORT,
          IMAGING,
          ELECTRODIAGNOSTIC,
          LABORATORY,
          THERAPY_NOTE,
          PSYCHOLOGICAL,
          CLINICAL_SUMMARY,
          CORRESPONDENCE,
          DETERMINATION,
          OTHER ->
          read.record(running(lines));
    };
  }

  private String running(List<TextLine> lines) {
    return prose.join(
        lines.stream()
            .takeWhile(line -> line.start() < HEAD)
            .map(TextLine::text)
            .filter(t -> !t.isEmpty())
            .toList());
  }

  private static SourcedFields sourced(FieldSource source, CaseDocument document, CaseFields said) {
    return new SourcedFields(source, Likeness.digest(document.text()), said);
  }

  /** What the running text of a record tells of the case; labels in it are not looked for. */
  public CaseFields told(CaseDocument record) {
    String head = record.text().substring(0, Math.min(HEAD, record.text().length()));
    return CaseFieldsCopy.withDateOfInjury(
        CaseFieldsCopy.withWorker(CaseFields.UNKNOWN, worker.age(head), worker.sex(head)),
        worker.dateOfInjury(head));
  }

  /** The date of the utilization review decision that running text gives. */
  public Optional<LocalDate> reviewDate(String prose) {
    return worker.reviewDate(prose);
  }
}
