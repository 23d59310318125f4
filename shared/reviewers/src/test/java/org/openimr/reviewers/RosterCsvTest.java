package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.Code;
import org.openimr.reviewers.RosterCsv.Imported;
import org.openimr.reviewers.RosterCsv.Mode;

class RosterCsvTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final String HEADER =
      "pseudonym,family_name,given_name,email,licences,certifications,specialties,"
          + "practising_since,hours_per_week,qme,disciplined,affiliations\n";
  private static final String GOOD =
      "RV-000001,Quill,Ada,,CA|MD|A 10001|UNRESTRICTED|2027-05-31,"
          + "ABMS|FAMILY_MEDICINE|LIFETIME,FAMILY_MEDICINE,2010-07-01,30,NO,NO,\n";
  private static final String OTHER =
      GOOD.replace("RV-000001", "RV-000002").replace("10001", "10002");

  @Test
  void partsIdentityFromCredentials() {
    var affiliated = new PartyKeys("Quill Spine Clinic, Inc.", "Harbor Mutual Insurance Co.");
    assertEquals(
        new Imported(
            List.of(
                new ReviewerIdentity(
                    new Pseudonym("RV-004711"),
                    "Quill",
                    "Ada",
                    Optional.of("ada@example.org"),
                    List.of(
                        new LicenceNumber(UsState.CA, LicenceKind.MD, "A 10001"),
                        new LicenceNumber(UsState.NV, LicenceKind.CHIROPRACTOR, "DC-77")),
                    affiliated.names())),
            List.of(
                new Credentials(
                    new Pseudonym("RV-004711"),
                    List.of(
                        new Licence(
                            UsState.CA,
                            LicenceKind.MD,
                            LicenceStatus.UNRESTRICTED,
                            LocalDate.parse("2027-05-31")),
                        new Licence(
                            UsState.NV,
                            LicenceKind.CHIROPRACTOR,
                            LicenceStatus.SURRENDERED,
                            LocalDate.parse("2020-01-31"))),
                    List.of(
                        new BoardCertification(
                            Board.ABMS,
                            Specialty.PAIN_MEDICINE,
                            Optional.of(LocalDate.parse("2028-12-31")))),
                    Set.of(Specialty.PAIN_MEDICINE, Specialty.CHIROPRACTIC),
                    LocalDate.parse("2009-07-01"),
                    32,
                    false,
                    true,
                    List.of(
                        new Affiliation(
                            affiliated.key(0),
                            Link.THE_PARTY,
                            new Tie.Professional(Tie.Relation.SHAREHOLDER)),
                        new Affiliation(
                            affiliated.key(1),
                            Link.AN_OFFICER,
                            new Tie.Familial(Tie.Relative.SIBLING)),
                        new Affiliation(
                            affiliated.key(1),
                            Link.THE_PARTY,
                            new Tie.Financial(new BigDecimal("7.5")))))),
            List.of()),
        read(
            "\uFEFF"
                + HEADER
                + "RV-004711, Quill ,Ada,ada@example.org,CA|MD|a 10001|UNRESTRICTED|2027-05-31;"
                + " NV|CHIROPRACTOR|DC-77|SURRENDERED|2020-01-31,ABMS|PAIN_MEDICINE|2028-12-31,"
                + "PAIN_MEDICINE; CHIROPRACTIC,2009-07-01,32,NO,YES,"
                + "\"THE_PARTY|SHAREHOLDER|Quill Spine Clinic, Inc.;"
                + " AN_OFFICER|SIBLING|Harbor Mutual Insurance Co.;"
                + " THE_PARTY|7.5%|Harbor Mutual Insurance Co.\"\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      textBlock =
          """
          RV-000001        / RV-1                / pseudonym        / SCHEMA_VIOLATION
          Quill            / =cmd()              / family_name      / FORMULA_CELL
          Ada              / @SUM(A1)            / given_name       / FORMULA_CELL
          NO,NO,           / NO,NO,THE_PARTY|EMPLOYMENT|+44 Clinic / affiliations / FORMULA_CELL
          NO,NO,           / NO,NO,THE_PARTY|COUSIN|Clinic         / affiliations / SCHEMA_VIOLATION
          NO,NO,           / NO,NO,THE_PARTY|101%|Clinic           / affiliations / SCHEMA_VIOLATION
          NO,NO,           / NO,NO,THE_PARTY|EMPLOYMENT            / affiliations / SCHEMA_VIOLATION
          CA|MD            / XX|MD               / licences         / SCHEMA_VIOLATION
          CA|MD            / CA|NURSE            / licences         / SCHEMA_VIOLATION
          A 10001          / Quill               / licences         / SCHEMA_VIOLATION
          2027-05-31       / 2027-02-30          / licences         / INVALID_DATE
          UNRESTRICTED|    / fine|               / licences         / SCHEMA_VIOLATION
          |UNRESTRICTED|2027-05-31 / ''          / licences         / SCHEMA_VIOLATION
          LIFETIME         / forever             / certifications   / INVALID_DATE
          ABMS             / AMA                 / certifications   / SCHEMA_VIOLATION
          LIFETIME,FAMILY_MEDICINE / LIFETIME,WIZARDRY   / specialties / SCHEMA_VIOLATION
          LIFETIME,FAMILY_MEDICINE / LIFETIME,PODIATRY   / specialties / SCHEMA_VIOLATION
          2010-07-01       / 2026-03-03          / practising_since / IMPOSSIBLE_DATES
          2010-07-01       / 1 July 2010         / practising_since / INVALID_DATE
          30               / 169                 / hours_per_week   / SCHEMA_VIOLATION
          NO,NO            / no,NO               / qme              / SCHEMA_VIOLATION
          NO,NO            / NO,                 / disciplined      / SCHEMA_VIOLATION
          """)
  void namesLineAndColumnOfWhatIsWrong(String right, String wrong, String column, Code code) {
    var problem = read(HEADER + OTHER + GOOD.replace(right, wrong)).problems().getFirst();
    assertEquals(
        new ImportProblem(3, column, code, ""),
        new ImportProblem(problem.line(), problem.column(), problem.code(), ""));
  }

  @Test
  void saysAllThatIsWrongWithALineAndRepeatsNothingOfIt() {
    assertEquals(
        List.of(
            new ImportProblem(
                2, "given_name", Code.SCHEMA_VIOLATION, "The cell is empty. Fill it in."),
            new ImportProblem(
                2,
                "hours_per_week",
                Code.SCHEMA_VIOLATION,
                "Write the hours of practice in a week as a whole number from 0 to 168."),
            new ImportProblem(2, "qme", Code.SCHEMA_VIOLATION, "Write YES or NO.")),
        read(HEADER + GOOD.replace("Ada", "").replace("30,NO", "Quill,Quill")).problems());
  }

  @Test
  void takesTheGoodLinesAndLeavesTheBad() {
    assertEquals(
        List.of(new Pseudonym("RV-000001"), new Pseudonym("RV-000002")),
        pseudonyms(read(HEADER + GOOD + "RV-3,x\n" + OTHER)));
  }

  @Test
  void takesNothingWhereTheCallerWantsAllOrNothing() {
    assertEquals(
        List.of(),
        pseudonyms(
            RosterCsv.read(HEADER + GOOD + "RV-3,x\n", List.of(), TODAY, Mode.ALL_OR_NOTHING)));
  }

  @Test
  void refusesALineWithOtherThanTheColumns() {
    assertEquals(
        List.of(
            new ImportProblem(
                3,
                "",
                Code.SCHEMA_VIOLATION,
                "The line has 2 cells and the first line 12. Put a cell with a comma between"
                    + " quotation marks.")),
        read(HEADER + GOOD + "RV-000003,x\n").problems());
  }

  @Test
  void refusesASecondLineOfAPseudonymAndTakesTheFirst() {
    var imported = read(HEADER + GOOD + GOOD.replace("10001", "10009"));
    assertEquals(
        List.of(
            new ImportProblem(
                3,
                "pseudonym",
                Code.DUPLICATE_REVIEWER,
                "The pseudonym stands on an earlier line. Leave one line a reviewer.")),
        imported.problems());
  }

  @Test
  void refusesALicenceThatAnotherReviewerHas() {
    assertEquals(
        List.of(
            new ImportProblem(
                2,
                "licences",
                Code.DUPLICATE_REVIEWER,
                "A licence of this line is RV-000001's. One of the two lines is wrong, or both are"
                    + " the same reviewer.")),
        RosterCsv.read(
                HEADER + GOOD.replace("RV-000001", "RV-000009"),
                read(HEADER + GOOD).identities(),
                TODAY,
                Mode.GOOD_LINES)
            .problems());
  }

  @Test
  void replacesAReviewerWhoIsKnown() {
    var known = read(HEADER + GOOD);
    assertEquals(known, RosterCsv.read(HEADER + GOOD, known.identities(), TODAY, Mode.GOOD_LINES));
  }

  @Test
  void refusesTwoLicencesOfOneStateAndKind() {
    assertEquals(
        List.of(
            new ImportProblem(
                2,
                "licences",
                Code.DUPLICATE_REVIEWER,
                "Two licences are of the same state and kind. Leave the one that counts.")),
        read(HEADER + GOOD.replace("CA|MD", "CA|MD|A 9|REVOKED|2001-01-01;CA|MD")).problems());
  }

  @Test
  void readsColumnsInAnyOrderAndLinesThatAreApart() {
    var mixed = HEADER.strip().replace("family_name,given_name", "Given_Name, FAMILY_NAME");
    assertEquals(
        List.of("Quill"),
        read(mixed + "\r\n\r\n" + GOOD.replace("Quill,Ada", "Ada,Quill")).identities().stream()
            .map(ReviewerIdentity::familyName)
            .toList());
  }

  @Test
  void refusesAFileWithoutTheColumns() {
    assertEquals(
        List.of(
            new ImportProblem(
                1,
                "",
                Code.SCHEMA_VIOLATION,
                "The first line does not name the columns of a roster. Write each of these once,"
                    + " with a comma between: pseudonym, family_name, given_name, email, licences,"
                    + " certifications, specialties, practising_since, hours_per_week, qme,"
                    + " disciplined, affiliations.")),
        read(GOOD).problems());
  }

  @Test
  void stopsWhereTheTextIsNoLongerCsv() {
    assertEquals(
        List.of(
            new ImportProblem(
                2,
                "",
                Code.SCHEMA_VIOLATION,
                "After this line the text is not CSV, and nothing of it was read. Look for a"
                    + " quotation mark inside of a cell and write it twice.")),
        read(HEADER + GOOD + OTHER.replace("Quill", "\"Quill\" Jr") + GOOD).problems());
  }

  @Test
  void doesNotTakeLinesThatAnOpenQuotationMarkSwallows() {
    assertEquals(
        List.of(new Pseudonym("RV-000001")),
        pseudonyms(read(HEADER + GOOD + OTHER.replace("Quill", "\"Quill") + OTHER)));
  }

  @Test
  void refusesAnEmptyFile() {
    assertEquals(Code.EMPTY_FILE, read(" \n").problems().getFirst().code());
  }

  @Test
  void refusesAFileOverTheLimit() {
    assertEquals(
        Code.FILE_TOO_LARGE,
        read("x".repeat(RosterCsv.MAX_CHARACTERS + 1)).problems().getFirst().code());
  }

  @Test
  void refusesACellOverTheLimit() {
    assertEquals(
        List.of("family_name"),
        read(HEADER + GOOD.replace("Quill", "q".repeat(RosterCsv.MAX_CELL_CHARACTERS + 1)))
            .problems()
            .stream()
            .map(ImportProblem::column)
            .toList());
  }

  private static Imported read(String csv) {
    return RosterCsv.read(csv, List.of(), TODAY, Mode.GOOD_LINES);
  }

  private static List<Pseudonym> pseudonyms(Imported imported) {
    return imported.credentials().stream().map(Credentials::pseudonym).toList();
  }

  /** Two parties by name. */
  private record PartyKeys(String first, String second) {
    PartyKey key(int index) {
      return PartyKey.of(index == 0 ? first : second);
    }

    Map<PartyKey, String> names() {
      return Map.of(key(0), first, key(1), second);
    }
  }
}
