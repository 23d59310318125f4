package org.openimr.reviewers;

import static org.openimr.reviewers.SampleReviewer.TODAY;
import static org.openimr.reviewers.SampleReviewer.licence;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;

/**
 * Measures a choice among 5,000 candidates, explanation included, on one thread: the first choice
 * of the process and, after it, rounds of a hundred. Run by hand.
 */
final class ChoiceSpeed {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int CANDIDATES = 5_000;
  private static final int ROUNDS = 10;
  private static final int CHOICES = 100;

  private ChoiceSpeed() {}

  /** Prints a line for the first choice and for each round; the first rounds warm up. */
  public static void main(String[] arguments) {
    var roster = roster();
    long start = THREADS.getCurrentThreadCpuTime();
    var first = ReviewerChoice.choose(review(0), roster);
    System.out.printf(
        Locale.ROOT,
        "first choice, rules read: %.1f ms, %d of %d fit%n",
        (THREADS.getCurrentThreadCpuTime() - start) / 1e6,
        first.explanation().candidates().stream().filter(one -> one.against().isEmpty()).count(),
        CANDIDATES);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round + ": " + round(roster));
    }
  }

  private static String round(List<Candidate> roster) {
    double[] milliseconds = new double[CHOICES];
    int explained = 0;
    for (int n = 0; n < CHOICES; n++) {
      long start = THREADS.getCurrentThreadCpuTime();
      explained += ReviewerChoice.choose(review(n + 1), roster).explanation().candidates().size();
      milliseconds[n] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    return String.format(
        Locale.ROOT,
        "median %.2f ms, longest %.2f ms, %d explained",
        milliseconds[CHOICES / 2],
        milliseconds[CHOICES - 1],
        explained);
  }

  private static ReviewCase review(int number) {
    return new ReviewCase(
        new CaseNumber("CM26-%07d".formatted(number)),
        TODAY,
        List.of(
            new ReviewItem(1, TreatmentCategory.OPIOID, Set.of(Region.LUMBAR_SPINE)),
            new ReviewItem(2, TreatmentCategory.MRI, Set.of(Region.SHOULDER, Region.KNEE)),
            new ReviewItem(3, TreatmentCategory.CONSULTATION, Set.of(Region.CERVICAL_SPINE))),
        List.of(
            party(PartyRole.EMPLOYEE, 1),
            party(PartyRole.EMPLOYER, 2),
            party(PartyRole.CLAIMS_ADMINISTRATOR, 3),
            party(PartyRole.REQUESTING_PHYSICIAN, 4)),
        Map.of());
  }

  private static CaseParty party(PartyRole role, int number) {
    return new CaseParty(role, PartyKey.of("Party " + number));
  }

  /** Of all specialties, with ties to some of forty parties. */
  private static List<Candidate> roster() {
    var random = new Random(5);
    var roster = new ArrayList<Candidate>();
    var specialties = List.of(Specialty.values());
    var states = List.of(UsState.values());
    var parties = IntStream.range(0, 40).mapToObj(n -> "Party " + n).toList();
    for (int n = 0; n < CANDIDATES; n++) {
      var specialty =
          random.nextInt(3) == 0
              ? Specialty.PHYSICAL_MEDICINE_REHABILITATION
              : specialties.get(random.nextInt(specialties.size()));
      var state = states.get(random.nextInt(states.size()));
      var affiliations = new ArrayList<Affiliation>();
      for (int tie = random.nextInt(4); tie > 0; tie--) {
        affiliations.add(SampleReviewer.employedBy(parties.get(random.nextInt(parties.size()))));
      }
      roster.add(
          SampleReviewer.specialist("RV-%06d".formatted(n), specialty)
              .holding(licence(state, LicenceKind.MD), licence(UsState.NV, LicenceKind.MD))
              .inPractice(TODAY.minusYears(random.nextInt(30)), 20 + random.nextInt(20))
              .standing(random.nextInt(10) == 0, random.nextInt(20) == 0)
              .affiliated(affiliations.toArray(Affiliation[]::new))
              .busy(random.nextInt(3))
              .candidate());
    }
    return roster;
  }
}
