package org.openimr.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.ServiceMethod;
import org.openimr.casefile.UploadState;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/** People around the invented case: its parties, and a roster. */
final class People {
  static final String CASE = "/cases/" + Front.OWN_CASE;
  static final String HEADER =
      "pseudonym,family_name,given_name,email,licences,certifications,specialties,"
          + "practising_since,hours_per_week,qme,disciplined,affiliations\n";

  /** Fits the case: physical medicine, certified, in practice. */
  static final String FITS = line("RV-000007", "Quillfeather", "A1111", "30", "");

  private People() {}

  static String line(
      String pseudonym, String name, String licence, String hours, String affiliations) {
    return String.join(
            ",",
            pseudonym,
            name,
            "Ada",
            "",
            "CA|MD|" + licence + "|UNRESTRICTED|2030-01-31",
            "ABMS|PHYSICAL_MEDICINE_REHABILITATION|LIFETIME",
            "PHYSICAL_MEDICINE_REHABILITATION",
            "2000-01-01",
            hours,
            "NO",
            "NO",
            affiliations)
        + "\n";
  }

  static Front.Answer enroll(Front front, String... lines) {
    return front.send(
        Ask.post("/reviewers/import")
            .by(front.staff())
            .key("roster-" + lines.length + "-" + String.join("", lines).hashCode())
            .csv(HEADER + String.join("", lines)));
  }

  /** A case with a worker, a payer, a physician and two items, proposed. */
  static void propose(Front front) {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front, fields());
  }

  static CaseFields fields() {
    return fields(List.of(new Party("CLAIMS_ADMINISTRATOR", "Harbor Mutual")));
  }

  static CaseFields fields(List<Party> parties) {
    var unknown = CaseFields.UNKNOWN;
    return new CaseFields(
        Optional.of(Papers.NUMBER),
        unknown.priority(),
        Optional.of(LocalDate.parse("2015-11-12")),
        unknown.applicationReceived(),
        unknown.dateOfInjury(),
        unknown.requestDate(),
        unknown.urDecisionDate(),
        unknown.urServedDate(),
        unknown.urServiceMethod(),
        Optional.of(LocalDate.parse("2015-11-04")),
        Optional.of(ServiceMethod.MAIL),
        unknown.recordsReceivedDate(),
        unknown.liabilityDisputed(),
        unknown.claimNumber(),
        new Employee(
            Optional.of("Jo Doe"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(new Physician(Optional.of("Pat Hale"), Optional.empty())),
        parties,
        List.of(DisputedItem.of("Massage Qty 6"), DisputedItem.of("TENS unit")));
  }

  static Front.Answer assign(Front front, String key) {
    return front.send(Ask.post(CASE + "/assignment").by(front.staff()).key(key));
  }

  static String tag(Front front) {
    return front.send(Ask.get(CASE).by(front.staff())).header("etag");
  }

  /** Answers for all parties; the first with a tie of this nature. */
  static Front.Answer attest(Front front, String nature) {
    return attest(front, "RV-000007", nature);
  }

  static Front.Answer attest(Front front, String pseudonym, String nature) {
    var token = front.reviewer(pseudonym);
    var asked = front.send(Ask.get(CASE + "/attestation").by(token));
    var answers = new ArrayList<String>();
    for (var party : asked.json().path("parties")) {
      answers.add(
          "{\"role\": \"%s\", \"party\": \"%s\", \"tie\": \"%s\"}"
              .formatted(
                  party.path("role").asText(),
                  party.path("party").asText(),
                  answers.isEmpty() ? nature : "NONE"));
    }
    return front.send(
        Ask.put(CASE + "/attestation")
            .by(token)
            .header("if-match", asked.header("etag"))
            .json("{\"answers\": [" + String.join(", ", answers) + "]}"));
  }

  static void grant(Front front, String subject, String party) {
    front.send(
        Ask.post(CASE + "/grants")
            .by(front.staff())
            .key("grant-" + subject)
            .json("{\"subject\": \"%s\", \"party\": \"%s\"}".formatted(subject, party)));
  }

  /** An upload whose file has come: its id. */
  static String paper(Front front, String token) {
    String id =
        front
            .send(
                Ask.post(CASE + "/uploads")
                    .by(token)
                    .key("paper-0001")
                    .json(
                        """
                        {"fileName": "signed.pdf", "contentType": "application/pdf", "size": 3, "sha256": "%s"}
                        """
                            .formatted("0".repeat(64))))
            .json()
            .path("id")
            .asText();
    var uploads = new Uploads(front.table);
    var row =
        UploadRow.received(
            new ObjectName(Settings.EMBEDDED.caseFiles(), "incoming/" + Front.OWN_CASE + "/" + id),
            Optional.empty(),
            Optional.empty(),
            3,
            Issuer.NOW);
    uploads.receive(row);
    uploads.write(row.taken(UploadState.DUPLICATE, "1", Papers.NUMBER, Optional.empty()));
    return id;
  }
}
