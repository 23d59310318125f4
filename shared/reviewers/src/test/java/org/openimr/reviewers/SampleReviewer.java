package org.openimr.reviewers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reviewers for tests: one who fits most cases, and what may be otherwise about one. */
record SampleReviewer(
    String pseudonym,
    List<Licence> licences,
    List<BoardCertification> certifications,
    Set<Specialty> specialties,
    LocalDate practisingSince,
    int hoursPerWeek,
    boolean evaluator,
    boolean disciplined,
    List<Affiliation> affiliations,
    int openCases) {
  static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  static final LocalDate NEXT_YEAR = LocalDate.parse("2027-03-02");

  /** Physical medicine, certified, licensed in North Carolina, ten years of practice. */
  static SampleReviewer fit(String pseudonym) {
    return new SampleReviewer(
        pseudonym,
        List.of(licence(UsState.NC, LicenceKind.MD)),
        List.of(certified(Specialty.PHYSICAL_MEDICINE_REHABILITATION)),
        Set.of(Specialty.PHYSICAL_MEDICINE_REHABILITATION),
        TODAY.minusYears(10),
        30,
        false,
        false,
        List.of(),
        0);
  }

  /** Of a kind of licence and a specialty without a board. */
  static SampleReviewer of(String pseudonym, LicenceKind kind, Specialty specialty) {
    return fit(pseudonym).holding(licence(UsState.NC, kind)).certifiedBy().practising(specialty);
  }

  /** Of a specialty, and certified in it. */
  static SampleReviewer specialist(String pseudonym, Specialty specialty) {
    return fit(pseudonym).certifiedBy(certified(specialty)).practising(specialty);
  }

  static Licence licence(UsState state, LicenceKind kind) {
    return new Licence(state, kind, LicenceStatus.UNRESTRICTED, NEXT_YEAR);
  }

  static BoardCertification certified(Specialty specialty) {
    return new BoardCertification(Board.ABMS, specialty, Optional.of(NEXT_YEAR));
  }

  static Affiliation employedBy(String party) {
    return new Affiliation(
        PartyKey.of(party), Link.THE_PARTY, new Tie.Professional(Tie.Relation.EMPLOYMENT));
  }

  static Affiliation paidBy(String party, String percent) {
    return new Affiliation(
        PartyKey.of(party), Link.THE_PARTY, new Tie.Financial(new BigDecimal(percent)));
  }

  SampleReviewer holding(Licence... others) {
    return new SampleReviewer(
        pseudonym,
        List.of(others),
        certifications,
        specialties,
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        affiliations,
        openCases);
  }

  SampleReviewer certifiedBy(BoardCertification... others) {
    return new SampleReviewer(
        pseudonym,
        licences,
        List.of(others),
        specialties,
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        affiliations,
        openCases);
  }

  SampleReviewer practising(Specialty... others) {
    return new SampleReviewer(
        pseudonym,
        licences,
        certifications,
        Set.of(others),
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        affiliations,
        openCases);
  }

  SampleReviewer inPractice(LocalDate since, int hours) {
    return new SampleReviewer(
        pseudonym,
        licences,
        certifications,
        specialties,
        since,
        hours,
        evaluator,
        disciplined,
        affiliations,
        openCases);
  }

  SampleReviewer standing(boolean isEvaluator, boolean isDisciplined) {
    return new SampleReviewer(
        pseudonym,
        licences,
        certifications,
        specialties,
        practisingSince,
        hoursPerWeek,
        isEvaluator,
        isDisciplined,
        affiliations,
        openCases);
  }

  SampleReviewer affiliated(Affiliation... others) {
    return new SampleReviewer(
        pseudonym,
        licences,
        certifications,
        specialties,
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        List.of(others),
        openCases);
  }

  SampleReviewer busy(int cases) {
    return new SampleReviewer(
        pseudonym,
        licences,
        certifications,
        specialties,
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        affiliations,
        cases);
  }

  Credentials credentials() {
    return new Credentials(
        new Pseudonym(pseudonym),
        licences,
        certifications,
        specialties,
        practisingSince,
        hoursPerWeek,
        evaluator,
        disciplined,
        affiliations);
  }

  Candidate candidate() {
    return new Candidate(credentials(), openCases);
  }
}
