package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;

/** A first prescription is told from a further one by all records of a case (G-01, G-02). */
class FirstPrescriptionTest {
  private static final List<String> COURSE = List.of("drugFirstPrescribed", "onOpioid");
  private static final FactReader READER = new FactReader();

  @Test
  void isTheFirstWhereNoRecordShowsUse() {
    assertEquals(
        List.of("drugFirstPrescribed 2015-10-13"),
        courses(report(10, "Norco 5/325 was prescribed.")));
  }

  @Test
  void isAFurtherOneAfterAnEarlierOne() {
    assertEquals(
        List.of("drugFirstPrescribed 2015-09-13", "onOpioid 2015-10-13"),
        courses(
            report(9, "Norco 5/325 was prescribed."), report(10, "Norco 5/325 was prescribed.")));
  }

  @Test
  void isAFurtherOneWhereARecordShowsUse() {
    assertEquals(
        List.of("onOpioid 2015-10-13", "onOpioid 2015-10-13"),
        courses(report(10, "She takes Norco 5/325 daily. Norco 5/325 was prescribed.")));
  }

  @Test
  void isTheFirstOfADrugWhereAnotherIsUsed() {
    assertEquals(
        List.of("onOpioid 2015-10-13", "drugFirstPrescribed 2015-10-13"),
        courses(report(10, "She takes tramadol daily. Norco 5/325 was prescribed.")));
  }

  private static CaseDocument report(int month, String text) {
    LocalDate date = LocalDate.of(2015, month, 13);
    return new CaseDocument(
        "report-" + month,
        DocumentType.PROGRESS_REPORT,
        Optional.of(date),
        text + "\n",
        new TreeSet<>());
  }

  private static List<String> courses(CaseDocument... papers) {
    return READER.read(CaseFiles.of(List.of(papers))).observations().stream()
        .filter(o -> COURSE.contains(o.fact()))
        .map(o -> o.fact() + " " + o.date().orElseThrow())
        .toList();
  }
}
