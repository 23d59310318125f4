package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which licences and certifications of the roster need to be renewed. */
public final class ExpiryWatch {
  private static final Comparator<Lapse> ORDER =
      Comparator.comparing(Lapse::lastDay)
          .thenComparing(Lapse::reviewer)
          .thenComparing(lapse -> lapse.credential().toString());

  private ExpiryWatch() {}

  /**
   * Those whose last day is at most so many days after a day, and those that have lapsed before it;
   * the most urgent first. Licences that were revoked or given up are not watched.
   *
   * @param days 0 or more
   */
  public static List<Lapse> lapses(Collection<Credentials> roster, LocalDate today, int days) {
    var horizon = today.plusDays(days);
    return roster.stream()
        .flatMap(reviewer -> lapses(reviewer, today, horizon))
        .sorted(ORDER)
        .toList();
  }

  private static Stream<Lapse> lapses(Credentials reviewer, LocalDate today, LocalDate horizon) {
    return Stream.<Credential>concat(
            reviewer.licences().stream(), reviewer.certifications().stream())
        .filter(ExpiryWatch::canBeRenewed)
        .filter(credential -> !credential.runsOn(horizon.plusDays(1)))
        .map(
            credential ->
                new Lapse(
                    reviewer.pseudonym(),
                    credential,
                    credential.lastDay().orElseThrow(),
                    !credential.runsOn(today)));
  }

  private static boolean canBeRenewed(Credential credential) {
    return switch (credential) {
      case BoardCertification _ -> true;
      case Licence licence ->
          switch (licence.status()) {
            case UNRESTRICTED, RESTRICTED, SUSPENDED -> true;
            case REVOKED, SURRENDERED -> false;
          };
    };
  }
}
