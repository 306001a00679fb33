package dev.stockwright.mobile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.stockwright.fx.harness.PhoneRules;

/// What a native program on a phone cannot do, and what it need not know.
@AnalyzeClasses(
    packages = "dev.stockwright.mobile",
    importOptions = ImportOption.DoNotIncludeTests.class)
class MobileArchitectureTest {
  @ArchTest static final ArchTests RUNS_ON_A_PHONE = ArchTests.in(PhoneRules.class);

  @ArchTest
  static final ArchRule THE_FLOOR_APP_IS_ANOTHER_APP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.desktop..", "dev.stockwright.server..", "atlantafx..")
          .because("what both need stands in client-fx, client-core or device-adapters");

  @ArchTest
  static final ArchRule NOBODY_SEES_THE_SOUND_OF_A_COMPUTER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.sound..")
          .because("a phone has no java.desktop; LineAudio of client-fx is for the JVM");

  @ArchTest
  static final ArchRule THE_KIT_KNOWS_NO_WORK =
      noClasses()
          .that()
          .resideInAPackage("..mobile.look..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.mobile.card..",
              "dev.stockwright.fx.scanning..",
              "dev.stockwright.protocol..",
              "dev.stockwright.client.outbox..",
              "dev.stockwright.client.replica..")
          .because("components are shared by all screens");
}
