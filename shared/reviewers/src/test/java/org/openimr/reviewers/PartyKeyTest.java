package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;

class PartyKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      textBlock =
          """
          Harbor Mutual Insurance Co. / HARBOR MUTUAL INSURANCE COMPANY / true
          Harbor Mutual, L.L.C.       / The Harbor Mutual               / true
          Dr. Ana R. Núñez, M.D.      / Nunez, Ana                      / true
          O'Hara Freight              / OHARA FREIGHT INC               / true
          A & B                       / b a                             / true
          Harbor Mutual               / Harbor Mutual Clinic            / false
          Ana Nunez                   / Eva Nunez                       / false
          A & B                       / A & C                           / false
          """)
  void tellsNamesByTheirTellingWords(String one, String other, boolean same) {
    assertEquals(same, PartyKey.of(one).equals(PartyKey.of(other)));
  }

  @Test
  void findsTheReviewerWhoHasTheNameOfAParty() {
    assertEquals(
        Set.of(new Pseudonym("RV-000001")),
        ReviewerIdentity.namesakes(
            List.of(identity("RV-000001", "Nunez", "Ana"), identity("RV-000002", "Nunez", "Eva")),
            List.of(
                new CaseParty(
                    PartyRole.REQUESTING_PHYSICIAN, PartyKey.of("Dr. Ana B. Núñez, M.D.")))));
  }

  @Test
  void namesEachPartyOfACaseOnce() {
    var fields =
        fields(
            "Jo Doe",
            "Ana Nunez",
            List.of(
                new Party("EMPLOYER", "Harbor Freight"),
                new Party("EMPLOYER", "Harbor Freight, Inc."),
                new Party("INTERPRETER", "Max Word"),
                new Party("ATTORNEY", " ")));
    assertEquals(
        List.of(
            new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Jo Doe")),
            new CaseParty(PartyRole.REQUESTING_PHYSICIAN, PartyKey.of("Ana Nunez")),
            new CaseParty(PartyRole.MEDICAL_GROUP, PartyKey.of("Bayside Spine")),
            new CaseParty(PartyRole.EMPLOYER, PartyKey.of("Harbor Freight")),
            new CaseParty(PartyRole.OTHER, PartyKey.of("Max Word"))),
        CaseParty.of(fields));
  }

  @Test
  void knowsTheRolesOfCaseFiles() {
    assertEquals(PartyRole.CLAIMS_ADMINISTRATOR, PartyRole.of(" claims administrator"));
  }

  @Test
  void takesAnUnknownRoleForAnother() {
    assertEquals(PartyRole.OTHER, PartyRole.of("Interpreter"));
  }

  private static ReviewerIdentity identity(String pseudonym, String family, String given) {
    return new ReviewerIdentity(
        new Pseudonym(pseudonym), family, given, Optional.empty(), List.of(), Map.of());
  }

  private static CaseFields fields(String employee, String physician, List<Party> parties) {
    var unknown = CaseFields.UNKNOWN;
    return new CaseFields(
        unknown.caseNumber(),
        unknown.priority(),
        unknown.dateAssigned(),
        unknown.applicationReceived(),
        unknown.dateOfInjury(),
        unknown.requestDate(),
        unknown.urDecisionDate(),
        unknown.urServedDate(),
        unknown.urServiceMethod(),
        unknown.noticeDate(),
        unknown.noticeMethod(),
        unknown.recordsReceivedDate(),
        unknown.liabilityDisputed(),
        unknown.claimNumber(),
        new Employee(
            Optional.of(employee),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(
            new Physician(
                Optional.of(physician), Optional.empty(), Optional.of("Bayside Spine, Inc."))),
        parties,
        List.of());
  }
}
