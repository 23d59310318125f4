package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.DisputedItem;
import org.openimr.reading.internal.flow.PageFurniture;

class ReviewTableTest {
  private static final String GAPS =
      """
      #   CPT/HCPCS   Treatment                     Requested   Certified   Determination
      1   97124       Massage therapy to the neck   6           0           Non-certified
      2   J3490       Norco 10/325 mg               120         108         Modified
      3   E0730       TENS unit                     1           1           Certified
      """;

  private static final String BARS =
      """
      | No. | Code | Treatment | Qty requested | Qty certified | UR Decision |
      | 1 | 97124 | Massage therapy to the neck | 6 | 0 | Denied |
      | 2 | | Norco 10/325 mg | 120 | 108 | Modified |
      | 3 | E0730 | TENS unit | 1 | 1 | Approved |
      """;

  private static final String CODE_FIRST =
      """
      HCPCS Code   Service                       Units   Approved   Decision
      97124        Massage therapy to the neck   6       0          Denied
      J3490        Norco 10/325 mg               120     108        Partially approved
      E0730        TENS unit                     1       1          Approved
      """;

  private static final String SINGLE_SPACES =
      """
      # CPT Treatment Requested Certified Decision
      1 97124 Massage therapy to the neck 6 0 Denied
      2 J3490 Norco 10/325 mg 120 108 Modified
      3 E0730 TENS unit 1 1 Certified
      """;

  private static final String DECISION_BEFORE_AMOUNT =
      """
      Line item   Requested treatment           Quantity   Decision               Rationale
      1           Massage therapy to the neck   6          Not certified          Limit reached
      2           Norco 10/325 mg               120        Modified to Qty 108    Taper
      3           TENS unit                     1          Certified              Trial helped
      """;

  private static final String WRAPPED =
      """
      #   CPT     Treatment            Requested   Certified   Decision
      1   97124   Massage therapy      6           0           Denied
                  to the neck
      2           Norco 10/325 mg      120         108         Modified
      """;

  private static final String DECISION_FIRST =
      """
      Decision        Diagnosis   Service                       Code    Requested   Approved
      Non-certified   Neck pain   Massage therapy to the neck   97124   6           0
      Modified        Back pain   Norco 10/325 mg               J3490   120         108
      Certified       Back pain   TENS unit                     E0730   1           1
      """;

  private static final String OTHER_COLUMNS =
      """
      Treatment                     Qty   Cert.   Determination    Why we decided so
      Massage therapy to the neck   6     0       Denied           The limit of 24 visits is
                                                                   reached and more is not
                                                                   medically necessary now.
      Norco 10/325 mg               120   108     Modified         Not certified beyond a taper.
      """;

  private static final String HEADER_OF_TWO_LINES =
      """
      No. Treatment                 UR              Qty     Qty
                                    Decision        Req.    Cert.
      1   Massage therapy           Conditionally   6       0
          to the neck               denied
      2   Norco 10/325 mg           Modified        120     108
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        GAPS,
        BARS,
        CODE_FIRST,
        SINGLE_SPACES,
        DECISION_BEFORE_AMOUNT,
        WRAPPED,
        DECISION_FIRST,
        OTHER_COLUMNS
      })
  void readsTreatmentAmountsAndDecisionOfEachRow(String table) {
    assertEquals(
        List.of(
            "Massage therapy to the neck Qty 6 | DENIED | -",
            "Norco 10/325 mg Qty 120 | MODIFIED | 108"),
        items(table));
  }

  @Test
  void readsAmountsInCellsBesideRequestAndDecision() {
    assertEquals(
        List.of("Norco 10/325 mg Qty 120 | MODIFIED | 108", "Massage therapy | DENIED | -"),
        items(
            """
            Service Requested: Norco 10/325 mg     Quantity: 120
            Decision: Modified                     Certified: 108
            Service Requested: Massage therapy     Body part: Neck
            Decision: Denied                       Certified: 0
            """));
  }

  @Test
  void readsAHeaderOfTwoLines() {
    assertEquals(
        List.of(
            "Massage therapy to the neck Qty 6 | CONDITIONAL | -",
            "Norco 10/325 mg Qty 120 | MODIFIED | 108"),
        items(HEADER_OF_TWO_LINES));
  }

  @Test
  void takesNoHeaderForATreatment() {
    assertEquals(
        List.of("Massage therapy | DENIED | -"),
        items(
            """
            Treatment      Decision
            Massage therapy      Denied
            """));
  }

  @Test
  void readsGuidelinesBelowARow() {
    var items =
        read(
            """
            #   Treatment         Decision
            1   Massage therapy   Denied
            Guideline: MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy
            2   TENS unit         Denied
            """);
    assertEquals(List.of(1, 0), items.stream().map(item -> item.urGuidelines().size()).toList());
  }

  @Test
  void readsGuidelinesBelowATableForAllItsRows() {
    var items =
        read(
            """
            #   Treatment         Decision
            1   Massage therapy   Denied
            2   TENS unit         Denied
            Guideline: MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy
            """);
    assertEquals(List.of(1, 1), items.stream().map(item -> item.urGuidelines().size()).toList());
  }

  @Test
  void joinsCellsThatGoOnBelowTheirColumns() {
    assertEquals(
        List.of(
            "MRI of the lumbar spine (Without contrast) Qty 1 | DENIED | -",
            "TENS unit Qty 1 | DENIED | -"),
        items(
            """
            #    Treatment                   Requested    Decision
            1    MRI of the lumbar spine     1            Not
                 (Without contrast)                       certified
            2    TENS unit                   1            Non-
                                                          certified
            """));
  }

  @Test
  void readsAListAsBeforeWhereThereIsNoTable() {
    assertEquals(
        List.of("97124 Massage therapy | DENIED | -", "TENS unit | DENIED | -"),
        items(
            """
            1. 97124 Massage therapy: Denied
            2. TENS unit: Denied
            """));
  }

  private static List<String> items(String text) {
    return read(text).stream()
        .map(
            item ->
                "%s | %s | %s"
                    .formatted(
                        item.description(),
                        item.urDecision().orElseThrow(),
                        item.urCertifiedQuantity().map(Object::toString).orElse("-")))
        .toList();
  }

  private static List<DisputedItem> read(String text) {
    Cues cues = Cues.load("papers.cues");
    var published = Cues.load("published.cues");
    var hyphens = published.section("hyphen-kept");
    return new ReviewedItems(
            cues, new ListEntries(cues, hyphens), new Citations(published), hyphens)
        .read(WrittenLines.of(text, new PageFurniture()));
  }
}
