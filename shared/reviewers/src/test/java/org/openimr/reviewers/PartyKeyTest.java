package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void knowsTheRolesOfCaseFiles() {
    assertEquals(PartyRole.CLAIMS_ADMINISTRATOR, PartyRole.of(" claims administrator"));
  }

  @Test
  void takesAnUnknownRoleForAnother() {
    assertEquals(PartyRole.OTHER, PartyRole.of("Interpreter"));
  }
}
