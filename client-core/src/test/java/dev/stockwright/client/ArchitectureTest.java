package dev.stockwright.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.stockwright.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_SCREEN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.gluonhq..", "com.fazecast..", "java.awt..")
          .because("the same client works under every screen and on every scanner");

  @ArchTest
  static final ArchRule PURE_WORKFLOWS =
      classes()
          .that()
          .resideInAnyPackage("..client.workflow..", "..client.known..")
          .and(
              JavaClass.Predicates.simpleNameEndingWith("JsonAdapter")
                  .negate()
                  .as("are not made by the compiler"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.client.workflow..",
              "dev.stockwright.client.card..",
              "dev.stockwright.client.words..",
              "dev.stockwright.client.known..",
              "dev.stockwright.protocol..",
              "dev.stockwright.vocabulary..",
              "java.lang..",
              "java.util",
              "java.util.function",
              "java.util.stream",
              "java.time..",
              "io.avaje.jsonb",
              "org.jspecify..")
          .because("a workflow is a function of what is known: no disk, network or thread in it");

  @ArchTest
  static final ArchRule NO_CLOCK_IN_WORKFLOWS =
      noClasses()
          .that()
          .resideInAPackage("..client.workflow..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.InstantSource.class)
          .because("the day comes with the scene, so that a test can choose it");

  @ArchTest
  static final ArchRule ONE_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time comes from the InstantSource that the app was given");

  @ArchTest
  static final ArchRule SQL_BESIDE_ITS_TABLES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.stockwright.client.store",
              "dev.stockwright.client.outbox",
              "dev.stockwright.client.replica",
              "dev.stockwright.client")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..")
          .because("only the owners of tables speak SQL");

  @ArchTest
  static final ArchRule ONE_PLACE_KNOWS_SQLITE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.stockwright.client.store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sqlite..")
          .because("the durability of a beep is decided in one class");

  @ArchTest
  static final ArchRule ONE_PLACE_KNOWS_THE_NETWORK =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.stockwright.client.sync", "dev.stockwright.client")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..")
          .because("everything else works in a dead spot");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.stockwright.client.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a part can be understood without the parts above it");

  @ArchTest
  static final ArchRule STORE_KNOWS_NO_STOCK =
      noClasses()
          .that()
          .resideInAPackage("..client.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.stockwright.protocol..", "dev.stockwright.vocabulary..")
          .because("the file of a device is opened and checked before anybody knows what is in it");
}
