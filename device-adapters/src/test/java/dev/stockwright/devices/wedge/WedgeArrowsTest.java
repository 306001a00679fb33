package dev.stockwright.devices.wedge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stockwright.devices.wedge", importOptions = DoNotIncludeTests.class)
class WedgeArrowsTest {
  @ArchTest
  static final ArchRule onlyTheScannerHasAClock =
      noClasses()
          .that()
          .doNotHaveSimpleName("WedgeScanner")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..", "javafx..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, java.time.InstantSource.class, java.time.Clock.class)
          .because("both clients use the detector, and a test must be able to give it any time");
}
