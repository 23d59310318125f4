package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTableTest {
  private static final String GAPS =
      """
      Diagnosis            ICD-Code   Service/Good Requested    CPT/HCPCS   Other Information
      (Required)           (Required) (Required)                Code        (Frequency, Quantity)
      Neck pain            M54.2      Massage therapy           97124       1 x week x 6 weeks
      Neck pain            M54.2      Norco 10/325 mg                       #90
      """;

  private static final String BARS =
      """
      Diagnosis | ICD | Treatment | CPT | Freq/Dur/Qty
      Neck pain | M54.2 | Massage therapy | 97124 | 1 x week x 6 weeks
      Neck pain | M54.2 | Norco 10/325 mg | | #90
      """;

  private static final String CODES_WITH_DIAGNOSIS =
      """
      Diagnosis / ICD             Treatment                 CPT      Freq/Dur/Qty
      Neck pain / 723.1           Massage therapy           97124    1 x week x 6 weeks
      Neck pain / 723.1           Norco 10/325 mg                    #90
      """;

  private static final String LABELS =
      """
      Diagnosis: Neck pain
      ICD Code: M54.2
      Procedure Requested: Massage therapy
      CPT/HCPCS Code: 97124
      Other Information: 1 x week x 6 weeks
      Diagnosis: Neck pain
      Procedure Requested: Norco 10/325 mg
      Quantity: #90
      """;

  private static final String CELLS_BELOW_LABELS =
      """
      Diagnosis:
      Neck pain
      ICD-Code:
      M54.2
      Service/Good Requested:
      Massage therapy
      CPT/HCPCS Code:
      97124
      Other Information:
      1 x week x 6 weeks

      Service/Good Requested:
      Norco 10/325 mg
      Other Information:
      #90
      """;

  private static final String OVER_A_PAGE_END =
      """
      4/1/2016 10:00 FAX 916 555 0100 P.003/012
      Diagnosis            ICD-Code   Service/Good Requested    CPT/HCPCS   Other Information
      Neck pain            M54.2      Massage therapy           97124       1 x week x 6 weeks
      CAL00017\f4/1/2016 10:00 FAX 916 555 0100 P.004/012
      DWC Form RFA                                              Page 2
      Neck pain            M54.2      Norco 10/325 mg                       #90
      """;

  private final RequestTable table = new RequestTable(Cues.load("papers.cues"));

  @ParameterizedTest
  @ValueSource(
      strings = {GAPS, BARS, CODES_WITH_DIAGNOSIS, LABELS, CELLS_BELOW_LABELS, OVER_A_PAGE_END})
  void keepsServiceAndAmountOfEachRow(String text) {
    var furniture = new org.openimr.reading.internal.flow.PageFurniture();

    assertEquals(
        List.of("Massage therapy, 1 x week x 6 weeks", "Norco 10/325 mg, #90"),
        table.read(WrittenLines.of(text, furniture)));
  }
}
