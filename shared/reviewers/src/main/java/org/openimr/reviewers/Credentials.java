package org.openimr.reviewers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openimr.casefile.ReviewerCredentials;

/**
 * What a reviewer may do and what ties the reviewer has, without who it is.
 *
 * @param practisingSince the first day of active practice, moved on by the length of any pause, so
 *     that the years come out right on any day
 * @param hoursPerWeek of active practice now, 0 to 168
 * @param qualifiedMedicalEvaluator whether appointed as a QME (Labor Code 139.2)
 * @param disciplined whether any board or court has a disciplinary action or sanction on record
 */
public record Credentials(
    Pseudonym pseudonym,
    List<Licence> licences,
    List<BoardCertification> certifications,
    Set<Specialty> specialties,
    LocalDate practisingSince,
    int hoursPerWeek,
    boolean qualifiedMedicalEvaluator,
    boolean disciplined,
    List<Affiliation> affiliations) {
  /** Copies the collections; specialties in the order of the enum. */
  public Credentials {
    licences = List.copyOf(licences);
    certifications = List.copyOf(certifications);
    var ordered = EnumSet.noneOf(Specialty.class);
    ordered.addAll(specialties);
    specialties = Collections.unmodifiableSet(ordered);
    affiliations = List.copyOf(affiliations);
  }

  /** Whole years of active practice on a day. */
  public long yearsOfPractice(LocalDate day) {
    return ChronoUnit.YEARS.between(practisingSince, day);
  }

  /** What a determination of a day states of them: licences and certifications that count then. */
  public ReviewerCredentials statedOn(LocalDate day) {
    var counting = licences.stream().filter(licence -> licence.countsOn(day)).toList();
    var practised = EnumSet.noneOf(Specialty.class);
    practised.addAll(specialties);
    certifications.stream()
        .filter(certification -> certification.runsOn(day))
        .map(BoardCertification::specialty)
        .forEach(practised::add);
    return new ReviewerCredentials(
        counting.stream().map(Licence::state).distinct().sorted().map(UsState::title).toList(),
        counting.stream().map(Licence::kind).distinct().sorted().map(Enum::name).toList(),
        practised.stream().map(Specialty::title).toList());
  }
}
