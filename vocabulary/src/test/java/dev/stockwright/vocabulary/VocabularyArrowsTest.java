package dev.stockwright.vocabulary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stockwright", importOptions = DoNotIncludeTests.class)
class VocabularyArrowsTest {
  @ArchTest
  static final ArchRule nounsKnowOnlyTheLanguage =
      classes()
          .that()
          .resideInAPackage("dev.stockwright.vocabulary..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.vocabulary..",
              "java.lang..",
              "java.math..",
              "java.nio",
              "java.nio.charset",
              "java.time..",
              "java.util..",
              "org.jspecify.annotations..")
          .because("nouns and readers are used everywhere, on the phone too, and stay pure");

  @ArchTest
  static final ArchRule nounsDoNotWaitOrTellTheTime =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.vocabulary..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, ThreadLocal.class, java.time.Clock.class)
          .because("the same scan must read the same at any time and on any thread");

  @ArchTest
  static final ArchRule nounsDoNotKnowHowTheyAreRead =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.vocabulary")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.stockwright.vocabulary.gs1..")
          .because("a Gtin exists without barcodes; the readers build nouns, not the other way");
}
