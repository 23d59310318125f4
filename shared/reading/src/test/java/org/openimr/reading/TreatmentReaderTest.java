package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.TreatmentRequest;

/** One row: an item's wording, and category, regions, drug and amount as they must be read. */
final class TreatmentReaderTest {
  private static final TreatmentReader READER = new TreatmentReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Massage therapy to cervical spine (sessions) Qty 6 | MASSAGE CERVICAL_SPINE 6 VISIT
          Massage therapy x 6 | MASSAGE 6 VISIT
          Massage therapy, 6 visits, low back | MASSAGE LUMBAR_SPINE 6 VISIT
          Massage therapy 2-3 times a week for 6 weeks | MASSAGE 12..18 VISIT
          Massage 2 x week x 6 weeks | MASSAGE 12 VISIT
          Massage therapy 2x6 | MASSAGE 12 VISIT
          Chiropractic 3 x 4, lumbar spine | CHIROPRACTIC LUMBAR_SPINE 12 VISIT
          Acupuncture 2x/week x 6 | ACUPUNCTURE 12 VISIT
          Acupuncture 2x/week x 12 | ACUPUNCTURE 12 VISIT
          Series of 3 lumbar epidural injections | EPIDURAL_INJECTION LUMBAR_SPINE 3 INJECTION
          FCL cream (flurbiprofen, cyclobenzaprine, lidocaine) | COMPOUND flurbiprofen+cyclobenzaprine+lidocaine
          EMG/NCV of BUE | ELECTRODIAGNOSTIC UPPER_EXTREMITY
          MRI L/S | MRI LUMBAR_SPINE
          Twelve massage sessions 2 times weekly for 6 weeks | MASSAGE 12 VISIT
          Massage therapy | MASSAGE
          Massage, 8 sessions (6 authorized; 2 in dispute) | MASSAGE 8 VISIT authorized 6 dispute 2
          Acupuncture (initial), 1-2x week x 4 weeks, neck | ACUPUNCTURE CERVICAL_SPINE 4..8 VISIT
          Post-op physical therapy, 12-18 sessions | PHYSICAL_THERAPY 12..18 VISIT
          Physical therapy 3x week (12 sessions), right elbow | PHYSICAL_THERAPY ELBOW 12 VISIT
          Hydrocodone/Acetaminophen 10mg Qty 120 | OPIOID hydrocodone+acetaminophen 10 120 EACH
          Norco 10/325 #120 | OPIOID hydrocodone+acetaminophen 10/325 120 EACH
          Percoset 5-325 tablets Qty: 60 | OPIOID oxycodone+acetaminophen 5/325 60 TABLET
          Tylenol #3 #60 | OPIOID codeine+acetaminophen 60 EACH
          Oxycodone HCL ER 20mg #60 day supply: 30 | OPIOID oxycodone 20 60 TABLET days 30
          Norco 10/325mg #90 with 2 refills | OPIOID hydrocodone+acetaminophen 10/325 90 EACH refills 2
          Flurbiprofen 20%, Baclofen 5%, Menthol 2% cream | COMPOUND flurbiprofen+baclofen+menthol
          Lidocaine patch #30 | TOPICAL lidocaine 30 PATCH
          Lumbar ESI: L5-S1 | EPIDURAL_INJECTION LUMBAR_SPINE L5-S1
          Associated surgical service: Assistant surgeon | SURGICAL_DEPENDENT dependent
          Retrospective: Toradol injection DOS 3/4/14 | OTHER_INJECTION retrospective
          Vascutherm unit, 14-day rental | COLD_HEAT_DEVICE 14 DAY
          Arthroscopy of the right knee | KNEE_SURGERY KNEE
          A thing nobody knows | UNKNOWN
          """)
  void readsWording(String wording, String expected) {
    assertEquals(expected, shown(READER.read(wording)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Massage sessions for the neck, #8 was the original request. Massage sessions for the neck, #6 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, massage sessions for the neck, #2 | MASSAGE CERVICAL_SPINE 8 VISIT authorized 6 dispute 2
          A cane for a 3 month rental was the original request. A cane for a 1 month rental was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, a cane for a 2 month rental is: | MOBILITY_AID 3 MONTH authorized 1 dispute 2
          """)
  void rebuildsTheOriginalRequest(String wording, String expected) {
    assertEquals(expected, shown(READER.read(wording)));
  }

  private static String shown(TreatmentRequest request) {
    var shown = new StringBuilder(request.category().name());
    request.regions().forEach(r -> shown.append(' ').append(r));
    request.levels().forEach(l -> shown.append(' ').append(l));
    request
        .drug()
        .ifPresent(
            d -> {
              shown.append(' ').append(String.join("+", d.ingredients()));
              if (!d.strengths().isEmpty()) {
                shown
                    .append(' ')
                    .append(
                        d.strengths().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("/")));
              }
            });
    request
        .quantity()
        .ifPresent(
            q -> {
              shown.append(' ').append(q.least());
              shown.append(q.least().compareTo(q.most()) == 0 ? "" : ".." + q.most());
              shown.append(' ').append(q.unit());
              q.authorized().ifPresent(a -> shown.append(" authorized ").append(a));
              q.inDispute().ifPresent(a -> shown.append(" dispute ").append(a));
            });
    request.refills().ifPresent(r -> shown.append(" refills ").append(r));
    request.daysSupply().ifPresent(d -> shown.append(" days ").append(d));
    shown.append(request.retrospective() ? " retrospective" : "");
    shown.append(request.dependent() ? " dependent" : "");
    return shown.toString();
  }
}
