package dev.stockwright.devices.rfid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;

@AnalyzeClasses(packages = "dev.stockwright.devices.rfid", importOptions = DoNotIncludeTests.class)
class RfidArrowsTest {
  @ArchTest
  static final ArchRule meaningIsPure =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.rfid..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.net..",
              "java.nio..",
              "java.util.concurrent..",
              "org.llrp..",
              "dev.stockwright.devices.llrp..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, InstantSource.class, Clock.class)
          .because("what a tag did must not depend on when a busy machine came to look");

  @ArchTest
  static final ArchRule decisionsDoNotKnowTheScenes =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.rfid")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.stockwright.devices.rfid.scenes")
          .because("made-up scenes prove nothing about rules that know them");

  @ArchTest
  static final ArchRule scenesDoNotKnowHowIsDecided =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.rfid.scenes")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.stockwright.devices.rfid")
          .because("what truly happened is known before anything is decided");
}
