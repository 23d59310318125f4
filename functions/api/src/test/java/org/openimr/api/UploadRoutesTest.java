package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

class UploadRoutesTest {
  private static final String UPLOADS = "/cases/" + Front.OWN_CASE + "/uploads";

  private final Front front = new Front();

  @BeforeEach
  void open() {
    front.open(Front.OWN_CASE, "acme");
  }

  private Front.Answer ask(String token, String key, String name, long size) {
    return front.send(
        Ask.post(UPLOADS)
            .by(token)
            .key(key)
            .json(
                """
                {"fileName": "%s", "contentType": "application/pdf", "size": %d, "sha256": "%s"}
                """
                    .formatted(name, size, "ab".repeat(32))));
  }

  @Test
  void theAddressTakesOneFileOfThisCase() {
    var answer = ask(front.administrator("acme"), "upload-01", "a.pdf", 9).json();
    var headers = new TreeSet<String>();
    answer.path("headers").properties().forEach(header -> headers.add(header.getKey()));
    assertEquals(
        List.of(
            "PUT",
            "/imr-case-files/incoming/CM15-0000001/" + answer.path("id").asText(),
            "[content-length, content-type, if-none-match, x-amz-checksum-sha256]",
            "9"),
        List.of(
            answer.path("method").asText(),
            URI.create(answer.path("url").asText()).getPath(),
            headers.toString(),
            answer.at("/headers/content-length").asText()));
  }

  @Test
  void aRepeatIsTheSameUpload() {
    var token = front.staff();
    var ids = new TreeSet<String>();
    for (int i = 0; i < 3; i++) {
      ids.add(ask(token, "upload-01", "a.pdf", 9).json().path("id").asText());
    }
    var listed = front.send(Ask.get(UPLOADS).by(token)).json().path("uploads");
    assertEquals(List.of(1, 1), List.of(ids.size(), listed.size()));
  }

  @Test
  void aFileOverTheBudgetIsRefusedBeforeItIsSent() {
    assertEquals(
        "422 FILE_TOO_LARGE",
        ask(front.staff(), "upload-01", "a.pdf", 100L * 1024 * 1024 + 1).problem());
  }

  @Test
  void theListSaysWhyAFileWasRefused() {
    String id = ask(front.staff(), "upload-01", "a.pdf", 9).json().path("id").asText();
    var name =
        new ObjectName(Settings.EMBEDDED.caseFiles(), "incoming/" + Front.OWN_CASE + "/" + id);
    var uploads = new Uploads(front.table);
    var received = UploadRow.received(name, Optional.of("v1"), Optional.empty(), 9, Issuer.NOW);
    uploads.receive(received);
    uploads.write(
        received.rejected(
            new Rejection(Code.ENCRYPTED_FILE, "Send it without a password."),
            Optional.empty(),
            Optional.of(new CaseNumber(Front.OWN_CASE))));
    var upload = front.send(Ask.get(UPLOADS).by(front.staff())).json().path("uploads");
    assertEquals(
        List.of(1, id, "a.pdf", "REJECTED", "ENCRYPTED_FILE"),
        List.of(
            upload.size(),
            upload.at("/0/id").asText(),
            upload.at("/0/fileName").asText(),
            upload.at("/0/state").asText(),
            upload.at("/0/reason/code").asText()));
  }

  @Test
  void aPartySeesOnlyWhatItAskedForItself() {
    front.send(
        Ask.post("/cases/" + Front.OWN_CASE + "/grants")
            .by(front.staff())
            .key("grant-01")
            .json("{\"subject\": \"worker\", \"party\": \"WORKER\", \"until\": \"2015-11-20\"}"));
    ask(front.staff(), "upload-01", "of the staff.pdf", 9);
    ask(front.party("worker"), "upload-02", "of the worker.pdf", 9);
    var seen = new ArrayList<String>();
    for (var token : List.of(front.staff(), front.party("worker"), front.party("other"))) {
      var answer = front.send(Ask.get(UPLOADS).by(token));
      seen.add(answer.status() + " " + answer.json().path("uploads").size());
    }
    assertEquals(List.of("200 2", "200 1", "404 0"), seen);
  }

  @Test
  void theFilesNameStandsInNoEventAndInNoKey() {
    ask(front.staff(), "upload-01", "Jane Roe MRI.pdf", 9);
    var rows =
        front.table.rows().stream()
            .filter(row -> row.toString().contains("Jane Roe"))
            .map(row -> row.key().sort().replaceFirst("#.*", ""))
            .toList();
    assertEquals(List.of("TICKET"), rows);
  }
}
