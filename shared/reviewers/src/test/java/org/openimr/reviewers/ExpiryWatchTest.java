package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.reviewers.SampleReviewer.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiryWatchTest {
  @Test
  void listsWhatLapsesInTimeAndWhatHasLapsed() {
    var yesterday = licence(UsState.NC, TODAY.minusDays(1));
    var today = licence(UsState.CA, TODAY);
    var onTheDay = certification(Optional.of(TODAY.plusDays(30)));
    var first =
        SampleReviewer.fit("RV-000001")
            .holding(
                today,
                licence(UsState.NV, TODAY.plusDays(31)),
                new Licence(
                    UsState.TX, LicenceKind.MD, LicenceStatus.SURRENDERED, TODAY.minusYears(3)))
            .certifiedBy(onTheDay, certification(Optional.empty()))
            .credentials();
    var second = SampleReviewer.fit("RV-000002").holding(yesterday).certifiedBy().credentials();
    assertEquals(
        List.of(
            new Lapse(second.pseudonym(), yesterday, TODAY.minusDays(1), true),
            new Lapse(first.pseudonym(), today, TODAY, false),
            new Lapse(first.pseudonym(), onTheDay, TODAY.plusDays(30), false)),
        ExpiryWatch.lapses(List.of(first, second), TODAY, 30));
  }

  private static Licence licence(UsState state, LocalDate expiry) {
    return new Licence(state, LicenceKind.MD, LicenceStatus.UNRESTRICTED, expiry);
  }

  private static BoardCertification certification(Optional<LocalDate> lastDay) {
    return new BoardCertification(Board.ABMS, Specialty.FAMILY_MEDICINE, lastDay);
  }
}
