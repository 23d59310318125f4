package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.SummarySentence;

final class ClinicalSummaryTest {
  private static final FactReader READER = new FactReader();

  @Test
  void ordersWhatTheRecordSays() {
    var file =
        CaseFiles.report(
            "A 54-year-old woman has neck pain.\nTenderness of the neck is noted.\n"
                + "Pain is 8/10 without medication and\n4/10 with medication.");
    assertEquals(
        List.of(
            "The record introduces the worker: \"A 54-year-old woman has neck pain.\".",
            "Pain (10/13/2015): \"Pain is 8/10 without medication and 4/10 with medication.\"",
            "Examination (10/13/2015): \"Tenderness of the neck is noted.\""),
        texts(new ClinicalSummary().of(file, READER.read(file))));
  }

  @Test
  void givesASummaryOnlyRecordAsItStands() {
    var summary =
        CaseFiles.document(
            "summary", DocumentType.CLINICAL_SUMMARY, "He has neck pain. He is off\nwork.");
    var file = CaseFiles.of(List.of(summary));
    assertEquals(
        List.of("He has neck pain.", "He is off work."),
        texts(new ClinicalSummary().of(file, READER.read(file))));
  }

  @Test
  void quotesNoPlanAsTreatmentToDateAndNoListNumber() {
    var file =
        CaseFiles.report(
            "Diagnoses:\n2. Status post cervical fusion, C4 to C7.\n"
                + "Request massage therapy together with the home exercise program that she does.");
    assertEquals(
        List.of("Treatment to date: \"Status post cervical fusion, C4 to C7.\""),
        texts(new ClinicalSummary().of(file, READER.read(file))));
  }

  private static List<String> texts(List<SummarySentence> sentences) {
    return sentences.stream().map(SummarySentence::text).toList();
  }
}
