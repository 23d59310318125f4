package org.openimr.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a case as one source has them; what the source leaves out is empty, never invented.
 *
 * @param dateOfInjury for cumulative trauma the last day
 * @param requestDate of the request for authorization
 * @param noticeDate of the notice of assignment and request for information
 * @param recordsReceivedDate when the records were complete
 * @param disputedItems in the order of the source
 */
public record CaseFields(
    Optional<CaseNumber> caseNumber,
    Optional<Priority> priority,
    Optional<LocalDate> dateAssigned,
    Optional<LocalDate> applicationReceived,
    Optional<LocalDate> dateOfInjury,
    Optional<LocalDate> requestDate,
    Optional<LocalDate> urDecisionDate,
    Optional<LocalDate> urServedDate,
    Optional<ServiceMethod> urServiceMethod,
    Optional<LocalDate> noticeDate,
    Optional<ServiceMethod> noticeMethod,
    Optional<LocalDate> recordsReceivedDate,
    Optional<Boolean> liabilityDisputed,
    Optional<String> claimNumber,
    Employee employee,
    Optional<Physician> requestingPhysician,
    List<Party> parties,
    List<DisputedItem> disputedItems) {
  /** Nothing is known. */
  public static final CaseFields UNKNOWN =
      new CaseFields(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Employee.UNKNOWN,
          Optional.empty(),
          List.of(),
          List.of());

  /** Copies the lists. */
  public CaseFields {
    parties = List.copyOf(parties);
    disputedItems = List.copyOf(disputedItems);
  }
}
