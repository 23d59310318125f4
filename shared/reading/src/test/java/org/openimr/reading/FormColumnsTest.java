package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Priority;
import org.openimr.casefile.SubmittedFile;

/** Forms whose labels, values and cells stand in columns, as a PDF's text has them. */
class FormColumnsTest {
  private static final String APPLICATION =
      """
      APPLICATION FOR INDEPENDENT MEDICAL REVIEW
      Employee Name (First, MI, Last):              Rosalind Q. Sample
      Date of Injury:                               02/11/2014
      Employer Name:                                Sample Packing Co.
      IMR Case Number:                              CM15-0345671
      Requesting Physician Name:                    Alan P. Sample, M.D.          Specialty:  Pain Medicine
      Claims Administrator:                         Sample Mutual                 Fax:  555-0100
      List each specific requested medical services, goods, or items that were denied or modified:
      1. Norco 10/325 mg #120
      """;

  private static final String REQUEST =
      """
      REQUEST FOR AUTHORIZATION
      DWC Form RFA
      Employee Information
      Name (Last, First, Middle):         Sample, Rosalind Q.
      Date of Injury (MM/DD/YYYY):        02/11/2014                Date of Birth (MM/DD/YYYY):  03/04/1971
      Requesting Physician Information
      Name:                               Alan P. Sample, M.D.
      Practice Name:                      Sample Spine Clinic       Contact Name:   Pia
      Specialty:                          Pain Medicine             NPI Number:     1234567893
      Claims Administrator Information
      Company Name:                       Sample Mutual             Contact Name:   J. Doe
      Name:                               Adjuster Doe
      Requested Treatment
      Diagnosis         ICD-Code      Service/Good Requested      CPT/HCPCS     Other Information:
      (Required)        (Required)    (Required)                  Code          (Frequency, Duration
                                                                                Quantity, etc.)
      Lumbar            724.4         Norco 10/325 mg                           #120
      radiculopathy                   Fictolidine cream                         1 tube
      Lumbar            724.4         MRI of the lumbar spine     72148
      radiculopathy                   without contrast
      Lumbago           724.2         Physical therapy to the     97110         2x per week for
                                      Lumbar spine                              6 weeks
      Requesting Physician Signature:           Alan P. Sample, M.D.            Date: 08/12/2015
      """;

  private static final CaseUpload UPLOAD = read(APPLICATION + "\f" + REQUEST);

  @Test
  void endsAValueWhereAnotherLabelStands() {
    CaseFields form = fields(FieldSource.APPLICATION);
    assertEquals(
        List.of(
            new Party("EMPLOYER", "Sample Packing Co."),
            new Party("CLAIMS_ADMINISTRATOR", "Sample Mutual")),
        form.parties());
    assertEquals(
        "Pain Medicine", form.requestingPhysician().orElseThrow().specialty().orElseThrow());
  }

  @Test
  void tellsWhoseNameABareLabelGives() {
    CaseFields form = fields(FieldSource.REQUEST_FOR_AUTHORIZATION);
    var physician = form.requestingPhysician().orElseThrow();
    assertEquals(Optional.of("Sample, Rosalind Q."), form.employee().name());
    assertEquals(Optional.of("Alan P. Sample, M.D."), physician.name());
    assertEquals(Optional.of("Sample Spine Clinic"), physician.practice());
    assertEquals(Optional.of("Pain Medicine"), physician.specialty());
  }

  @Test
  void datesNoPaperByADateBehindItsLabel() {
    assertEquals(
        List.of(Optional.empty(), Optional.of(LocalDate.of(2015, 8, 12))),
        UPLOAD.documents().stream().map(document -> document.date()).toList());
  }

  @Test
  void joinsWrappedCellsAndKeepsTwoServicesOfOneDiagnosisApart() {
    assertEquals(
        List.of(
            "Norco 10/325 mg, #120",
            "Fictolidine cream, 1 tube",
            "MRI of the lumbar spine without contrast",
            "Physical therapy to the Lumbar spine, 2x per week for 6 weeks"),
        fields(FieldSource.REQUEST_FOR_AUTHORIZATION).disputedItems().stream()
            .map(DisputedItem::description)
            .toList());
  }

  @Test
  void readsAListInTwoColumns() {
    CaseFields form =
        applied(
            """
            Disputed medical treatment:
            1. Norco 10/325 mg #120                2. Massage therapy to the
                                                   neck, 6 visits
            3. Fictolidine cream, 1 tube           4. TENS unit
            """);
    assertEquals(
        List.of(
            "Norco 10/325 mg #120",
            "Massage therapy to the neck, 6 visits",
            "Fictolidine cream, 1 tube",
            "TENS unit"),
        form.disputedItems().stream().map(DisputedItem::description).toList());
  }

  @Test
  void takesTheBoxThatIsChecked() {
    CaseFields form =
        applied(
            """
            Type of Utilization Review:      [ ] Regular      [X] Expedited
            Is the claims administrator disputing liability for the treatment?   [ ] Yes   [X] No
            """);
    assertEquals(Optional.of(Priority.EXPEDITED), form.priority());
    assertEquals(Optional.of(false), form.liabilityDisputed());
  }

  @Test
  void tellsNothingFromBoxesThatAreEmpty() {
    CaseFields form = applied("Type of Utilization Review:      [ ] Regular      [ ] Expedited\n");
    assertEquals(Optional.empty(), form.priority());
  }

  private static CaseFields applied(String lines) {
    String head =
        """
        APPLICATION FOR INDEPENDENT MEDICAL REVIEW
        Employee Name: Rosalind Q. Sample
        Date of Injury: 02/11/2014
        IMR Case Number: CM15-0345671
        """;
    return read(head + lines).fields().getFirst().fields();
  }

  private static CaseFields fields(FieldSource source) {
    return UPLOAD.fields().stream()
        .filter(sourced -> sourced.source() == source)
        .findFirst()
        .orElseThrow()
        .fields();
  }

  private static CaseUpload read(String text) {
    var file = new SubmittedFile.Text(text, new TreeSet<>(), List.of());
    return switch (new CaseReader().read(file, "0".repeat(64))) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase(CaseUpload upload)) -> upload;
      case Outcome<CaseReader.Read> other -> throw new AssertionError(other.getClass());
    };
  }
}
