package org.openimr.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.guidelines.RuleFolder;
import org.openimr.reviewers.ReviewerIdentity;

/** Who may know what (design section 2). Tests are no part of the house, in a jar neither. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.openimr");

  /** From the ground up: a room may know the rooms before it. */
  private static final List<String> ROOMS =
      List.of(
          "casefile",
          "documents",
          "reading",
          "procedure",
          "guidelines",
          "precedents",
          "letter",
          "reviewers",
          "records",
          "cloud",
          "local");

  private static final List<String> FUNCTIONS =
      List.of("intake", "evaluate", "determine", "schedule", "api");

  private static final String[] PURE =
      packages(
          List.of(
              "casefile",
              "documents",
              "reading",
              "procedure",
              "guidelines",
              "precedents",
              "letter",
              "reviewers"));

  /** Runs in the build only, where it reads the rules' folder and writes the compiled pack. */
  private static final String PACK_BUILD = "org.openimr.guidelines.internal.build..";

  /** An analyst's rules, compiled in memory: at a desk only. */
  private static final Class<?> ANALYSTS = RuleFolder.class;

  /** Who a reviewer is: for one class of the table, and for the import that parts it off. */
  private static final String IDENTITIES = "org.openimr.records.Identities";

  private static final String IDENTITY_ROWS = "org.openimr.records.internal.IdentityRows";

  /** Staff alone asks for an identity: what shows it to them, and what takes it in. */
  private static final DescribedPredicate<JavaClass> IDENTITY_ROUTES =
      type("org.openimr.api.internal.routes.ReviewerForm")
          .or(type("org.openimr.api.internal.routes.ReviewerRoutes"))
          .or(type("org.openimr.api.internal.routes.ImportReviewers"));

  static List<String> rooms() {
    return ROOMS.subList(0, ROOMS.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void knowsOnlyRoomsBelowIt(String room) {
    var above = new ArrayList<>(ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()));
    above.addAll(FUNCTIONS);
    noClasses()
        .that(are(resideInAPackage("org.openimr." + room + "..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages(above)))
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "evaluate", "determine", "schedule", "api"})
  void functionsDoNotKnowEachOtherNorTheDesk(String function) {
    var others = new ArrayList<>(FUNCTIONS);
    others.remove(function);
    others.add("cloud");
    others.add("local");
    noClasses()
        .that(are(resideInAPackage("org.openimr." + function + "..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages(others)))
        .check(HOUSE);
  }

  @Test
  void readingAndDocumentsDoNotKnowEachOther() {
    noClasses()
        .that(are(resideInAPackage("org.openimr.reading..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.openimr.documents.."))
        .check(HOUSE);
  }

  @Test
  void theDomainKnowsNoCloudAndNoNetwork() {
    noClasses()
        .that(
            are(resideInAnyPackage(PURE))
                .and(are(resideOutsideOfPackages(PACK_BUILD)))
                .and(not(belongToAnyOf(ANALYSTS))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "software.amazon..", "com.amazonaws..", "java.net.http..", "java.nio.file.."))
        .check(HOUSE);
  }

  @Test
  void oneClassReadsWhoReviewersAre() {
    classes()
        .that(are(type(IDENTITY_ROWS)))
        .should()
        .onlyHaveDependentClassesThat(are(type(IDENTITY_ROWS).or(type(IDENTITIES))))
        .check(HOUSE);
  }

  @Test
  void identitiesStayInTheirRoom() {
    noClasses()
        .that(
            are(resideOutsideOfPackages("org.openimr.reviewers.."))
                .and(not(type(IDENTITY_ROWS).or(type(IDENTITIES))))
                .and(not(IDENTITY_ROUTES)))
        .should()
        .dependOnClassesThat(belongToAnyOf(ReviewerIdentity.class))
        .check(HOUSE);
  }

  @Test
  void nothingThatRunsKnowsThePackBuild() {
    noClasses()
        .that(are(resideOutsideOfPackages(PACK_BUILD)).and(not(belongToAnyOf(ANALYSTS))))
        .should()
        .dependOnClassesThat(resideInAPackage(PACK_BUILD))
        .check(HOUSE);
  }

  @Test
  void onlyTheDeskKnowsTheAnalystsRules() {
    noClasses()
        .that(are(resideOutsideOfPackages("org.openimr.local..")))
        .should()
        .dependOnClassesThat(
            belongToAnyOf(ANALYSTS).and(not(belongToAnyOf(RuleFolder.Result.class))))
        .check(HOUSE);
  }

  @Test
  void theDomainReadsNoClock() {
    var domain = noClasses().that(are(resideInAnyPackage(PURE)));
    domain.should().callMethod(Instant.class, "now").check(HOUSE);
    domain.should().callMethod(LocalDate.class, "now").check(HOUSE);
    domain.should().callMethod(LocalDateTime.class, "now").check(HOUSE);
    domain.should().callMethod(ZonedDateTime.class, "now").check(HOUSE);
    domain.should().callMethod(Clock.class, "systemUTC").check(HOUSE);
    domain.should().callMethod(Clock.class, "systemDefaultZone").check(HOUSE);
  }

  @Test
  void onlyDocumentsAndLetterKnowPdf() {
    noClasses()
        .that(are(resideOutsideOfPackages("org.openimr.documents..", "org.openimr.letter..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.pdfbox..", "com.openhtmltopdf.."))
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void insidesAreNobodyElses(String room) {
    classes()
        .that(are(resideInAPackage("org.openimr." + room + ".internal..")))
        .should()
        .onlyHaveDependentClassesThat(are(resideInAPackage("org.openimr." + room + "..")))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.openimr.(*)..")
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }

  /** A class with what is nested in it. */
  private static DescribedPredicate<JavaClass> type(String name) {
    return DescribedPredicate.describe(
        name, one -> one.getName().equals(name) || one.getName().startsWith(name + "$"));
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> "org.openimr." + room + "..").toArray(String[]::new);
  }
}
