package org.openimr.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A determination as the agency published it, identity removed (domain brief, part 3). */
public record PublishedDetermination(
    Optional<CaseNumber> caseNumber,
    Optional<LocalDate> dateAssigned,
    Optional<LocalDate> dateOfInjury,
    Optional<LocalDate> decisionDate,
    Optional<LocalDate> urDenialDate,
    Optional<Priority> priority,
    Optional<LocalDate> applicationReceived,
    List<String> statesOfLicensure,
    List<String> specialties,
    String clinicalSummary,
    List<Item> items) {
  /** Copies the lists. */
  public PublishedDetermination {
    statesOfLicensure = List.copyOf(statesOfLicensure);
    specialties = List.copyOf(specialties);
    items = List.copyOf(items);
  }

  /**
   * One disputed item of a published determination.
   *
   * @param heading the whole heading joined over its lines, without the decision
   * @param description what was disputed: the heading without its frame
   * @param original the original request, where the heading tells a partial approval
   * @param authorized what the claims administrator authorized of it
   * @param remaining what remained in dispute
   * @param dependent whether the heading says that it is a service associated with another item
   * @param retrospective whether the heading says that it was given already
   */
  public record Item(
      String heading,
      String description,
      Optional<String> original,
      Optional<String> authorized,
      Optional<String> remaining,
      boolean dependent,
      boolean retrospective,
      Decision decision,
      List<String> claimsAdministratorGuidelines,
      List<String> reviewerGuidelines,
      String rationale) {
    /** Copies the lists. */
    public Item {
      claimsAdministratorGuidelines = List.copyOf(claimsAdministratorGuidelines);
      reviewerGuidelines = List.copyOf(reviewerGuidelines);
    }
  }
}
