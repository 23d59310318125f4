package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.UtilizationDecision;

/**
 * The papers of one case, put into uploads at random: in any order, together or apart, some more
 * than once. A case must not depend on how its papers came.
 */
class RevisionPropertyTest {
  private static final int RUNS = 200;
  private static final long SEED = 20151112;

  /** A paper with what it says, before it has an id. */
  private record Sheet(
      DocumentType type, Optional<LocalDate> date, String text, CaseFields says, boolean readable) {
    CaseDocument named(String id) {
      return new CaseDocument(
          id, type, date, text, new TreeSet<>(readable ? List.<Integer>of() : List.of(1)));
    }
  }

  @Test
  void endsInOneContentForAnyOrderRepetitionAndGroupingOfPapers() {
    var random = new Random(SEED);
    var seen = new HashSet<CaseFile>();
    for (int run = 0; run < RUNS; run++) {
      var uploads = uploads(random);
      for (int again = random.nextInt(3); again > 0; again--) {
        uploads.add(uploads.get(random.nextInt(uploads.size())));
      }
      Collections.shuffle(uploads, random);
      seen.add(file(uploads));
    }
    assertEquals(List.of(10), seen.stream().map(file -> file.documents().size()).toList());
  }

  /** Each coming of a paper in another packet is listed; nothing else changes. */
  @Test
  void onlyListsPapersThatComeAgainInOtherUploads() {
    var random = new Random(SEED);
    var seen = new HashSet<CaseFile>();
    for (int run = 0; run < RUNS; run++) {
      var uploads = uploads(random);
      var readable = new ArrayList<>(sheets().stream().filter(Sheet::readable).toList());
      Collections.shuffle(readable, random);
      uploads.add(upload(readable.subList(0, 1 + random.nextInt(readable.size()))));
      var file = file(uploads);
      seen.add(
          new CaseFile(
              file.caseNumber(), file.fields(), file.documents(), Map.of(), file.conflicts()));
    }
    assertEquals(1, seen.size());
  }

  private static CaseFile file(List<CaseUpload> uploads) {
    return switch (Revisions.cut(Papers.CASE, uploads)) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var why) -> throw new AssertionError(why.code().name());
    };
  }

  /** Each paper comes once, in some upload. */
  private static List<CaseUpload> uploads(Random random) {
    var sheets = new ArrayList<>(sheets());
    Collections.shuffle(sheets, random);
    var uploads = new ArrayList<CaseUpload>();
    int from = 0;
    while (from < sheets.size()) {
      int to = Math.min(sheets.size(), from + 1 + random.nextInt(5));
      uploads.add(upload(sheets.subList(from, to)));
      from = to;
    }
    return uploads;
  }

  /** Ids as the reader gives them: by kind and date, numbered within one upload. */
  private static CaseUpload upload(List<Sheet> sheets) {
    var ids = new ArrayList<String>();
    var documents = new ArrayList<CaseDocument>();
    var said = new ArrayList<SourcedFields>();
    for (Sheet sheet : sheets) {
      String kind = sheet.type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      String stem = sheet.date.map(date -> kind + "-" + date).orElse(kind);
      ids.add(stem);
      int count = Collections.frequency(ids, stem);
      var document = sheet.named(count == 1 ? stem : stem + "-" + count);
      documents.add(document);
      said.add(new SourcedFields(source(sheet.type), ContentHash.of(document.text()), sheet.says));
    }
    String content = sheets.stream().map(Sheet::text).collect(Collectors.joining("\n"));
    return new CaseUpload(ContentHash.of(content), Optional.of(Papers.CASE), said, documents);
  }

  private static FieldSource source(DocumentType type) {
    return switch (type) {
      case APPLICATION -> FieldSource.APPLICATION;
      case UTILIZATION_REVIEW -> FieldSource.UTILIZATION_REVIEW;
      case REQUEST_FOR_AUTHORIZATION -> FieldSource.REQUEST_FOR_AUTHORIZATION;
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
          FieldSource.RECORDS;
    };
  }

  private static List<Sheet> sheets() {
    var massage = DisputedItem.of("Massage, cervical spine, Qty 6");
    var opioid = DisputedItem.of("Hydrocodone 10mg Qty 120");
    var faxed = "From: 5595550100 To: 8005550199 11/02/2015 14:22 P.003/012\nsecond  report";
    return List.of(
        sheet(DocumentType.APPLICATION, "2015-10-28", "application", Papers.items(massage, opioid)),
        sheet(
            DocumentType.APPLICATION,
            "2015-10-29",
            "application, once more",
            Papers.worker("Ann Sample", "1961-03-14")),
        sheet(
            DocumentType.UTILIZATION_REVIEW,
            "2015-10-21",
            "decision",
            Papers.items(Papers.decided("Massage of neck Qty 6", UtilizationDecision.DENIED, 0))),
        sheet(
            DocumentType.UTILIZATION_REVIEW,
            "2015-10-21",
            "decision, corrected",
            Papers.dates(Optional.of("2009-05-01"), Optional.of("2015-10-20"))),
        sheet(
            DocumentType.REQUEST_FOR_AUTHORIZATION, "2015-10-14", "request", Papers.items(opioid)),
        sheet(
            DocumentType.PROGRESS_REPORT,
            "2015-10-13",
            "first report",
            Papers.dates(Optional.of("2009-05-02"), Optional.empty())),
        sheet(
            DocumentType.PROGRESS_REPORT,
            "2015-10-13",
            "second report",
            Papers.worker("Sample, Ann", "1961-03-15")),
        sheet(DocumentType.PROGRESS_REPORT, "2015-10-13", faxed, CaseFields.UNKNOWN),
        sheet(
            DocumentType.CONSULTATION,
            "2015-08-01",
            "of another worker",
            Papers.worker("Bo Other", "1970-01-01")),
        sheet(DocumentType.IMAGING, "2015-07-01", "picture", CaseFields.UNKNOWN),
        new Sheet(DocumentType.OTHER, Optional.empty(), "", CaseFields.UNKNOWN, false),
        new Sheet(DocumentType.OTHER, Optional.empty(), "\f", CaseFields.UNKNOWN, false));
  }

  private static Sheet sheet(DocumentType type, String date, String text, CaseFields says) {
    return new Sheet(type, Optional.of(LocalDate.parse(date)), text, says, true);
  }
}
