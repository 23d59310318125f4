package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Decision;
import org.openimr.records.AdoptionPointer;
import org.openimr.records.Bodies;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Claims;
import org.openimr.records.CloudFault;
import org.openimr.records.DocumentPointer;
import org.openimr.records.ItemRow;
import org.openimr.records.ObjectName;
import org.openimr.records.RevisionReport;
import org.openimr.records.UploadRow;

/** Writes for each case its status, its determination and the texts that anchors point into. */
final class CaseOutput {
  private static final List<String> FORMS = List.of("json", "txt", "html", "pdf");

  private final Desk desk;
  private final Cases cases;
  private final Bodies bodies;
  private final Claims claims;
  private final Path out;

  CaseOutput(Desk desk, Path out) {
    this.desk = desk;
    this.cases = new Cases(desk.table());
    this.bodies = new Bodies(desk.objects(), desk.settings());
    this.claims = new Claims(desk.table(), bodies);
    this.out = out;
  }

  /**
   * Writes a case.
   *
   * @return case, state and decisions, with tabs between; empty for a case that was never cut
   */
  Optional<String> write(CaseNumber caseNumber) {
    Path folder = out.resolve(caseNumber.value());
    Optional<CaseHead> head = cases.head(caseNumber);
    List<ItemRow> items = head.map(this::items).orElse(List.of());
    List<UploadRow> uploads = cases.uploads(caseNumber);
    file(
        folder.resolve("status.json"),
        new CaseStatus(
                caseNumber,
                head,
                RevisionReport.of(head, bodies, claims),
                items,
                uploads,
                notes(uploads),
                cases.events(caseNumber))
            .json());
    head.ifPresent(of -> texts(folder, bodies.get(of.caseFile(), CaseFile.class)));
    head.ifPresent(of -> determination(folder, of));
    return head.map(of -> line(of, items));
  }

  private Map<String, List<String>> notes(List<UploadRow> uploads) {
    return uploads.stream().collect(Collectors.toMap(UploadRow::id, this::notes));
  }

  /** What was left out of an upload that was taken, or read past in it. */
  List<String> notes(UploadRow upload) {
    return switch (upload.state()) {
      case ACCEPTED, DUPLICATE ->
          upload.body().map(body -> bodies.get(body, CaseUpload.class).notes()).orElse(List.of());
      case RECEIVED, PRECEDENT, REJECTED -> List.of();
    };
  }

  private static String line(CaseHead head, List<ItemRow> items) {
    String decisions =
        items.stream()
            .flatMap(item -> item.decision().map(Decision::name).stream())
            .collect(Collectors.joining(","));
    return head.caseNumber() + "\t" + head.state() + "\t" + decisions;
  }

  private static void texts(Path folder, CaseFile caseFile) {
    for (CaseDocument document : caseFile.documents()) {
      file(
          folder.resolve("documents").resolve(document.id() + ".txt"),
          document.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What was proposed, or once it is adopted what the reviewers decided. */
  private List<ItemRow> items(CaseHead head) {
    var proposed = cases.items(head);
    return head.adoption()
        .map(pointer -> bodies.get(pointer.hash(), Adoption.class))
        .map(
            adoption ->
                proposed.stream()
                    .map(item -> item.decided(adoption.result(item.number()).decision()))
                    .toList())
        .orElse(proposed);
  }

  /** The final documents of an issued case, the draft of any other. */
  private void determination(Path folder, CaseHead head) {
    head.adoption()
        .flatMap(AdoptionPointer::documents)
        .ifPresentOrElse(
            set -> determination(folder, set, desk.settings().determinations()),
            () ->
                head.proposal()
                    .ifPresent(set -> determination(folder, set, desk.settings().derived())));
  }

  private void determination(Path folder, DocumentPointer set, String bucket) {
    for (String form : FORMS) {
      String key = set.folder() + "/determination." + form;
      file(folder.resolve("determination." + form), bytes(new ObjectName(bucket, key)));
    }
  }

  private byte[] bytes(ObjectName name) {
    try (var content =
        desk.objects()
            .open(name, Optional.empty())
            .orElseThrow(() -> new IllegalStateException("a determination's document is gone"))) {
      return content.stream().readAllBytes();
    } catch (IOException e) {
      throw new CloudFault("GetObject", "Interrupted", e);
    }
  }

  private static void file(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
