package dev.stockwright.devices;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stockwright", importOptions = DoNotIncludeTests.class)
class DevicesArrowsTest {
  @ArchTest
  static final ArchRule devicesKnowTheNounsOnly =
      classes()
          .that()
          .resideInAPackage("dev.stockwright.devices..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.devices..",
              "dev.stockwright.vocabulary..",
              "com.fazecast.jSerialComm",
              "java..",
              "javax.imageio",
              "javax.imageio",
              "javax.net.ssl",
              "org.llrp..",
              "uk.org.okapibarcode..",
              "org.jspecify.annotations",
              "org.slf4j")
          .because("a scanner knows no stock, order, command or wire; it serves any application");

  @ArchTest
  static final ArchRule onlyTheSerialPackageOpensALine =
      classes()
          .that()
          .haveFullyQualifiedName("dev.stockwright.devices.serial.SerialPortLink")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("dev.stockwright.devices.serial")
          .because("the line is opened by SerialScanner through SerialLink");

  @ArchTest
  static final ArchRule oneClassSeesTheSerialLibrary =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright..")
          .and()
          .doNotHaveFullyQualifiedName("dev.stockwright.devices.serial.SerialPortLink")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..")
          .because("another serial library, or none on the phone, must cost one class");

  @ArchTest
  static final ArchRule onePackageSeesTheLlrpToolkit =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright..")
          .and()
          .resideOutsideOfPackage("dev.stockwright.devices.llrp.toolkit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.llrp..")
          .because("it is old; what comes from a reader never reaches it, and it can be replaced");

  @ArchTest
  static final ArchRule theToolkitPackageShowsNothingOfIt =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.llrp.toolkit")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.io..", "dev.stockwright.devices.llrp.wire")
          .because("it writes messages, and does nothing else");

  @ArchTest
  static final ArchRule theBytesOfLlrpAreReadByPureCode =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.llrp.wire")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, java.time.InstantSource.class, java.time.Clock.class)
          .because("a million damaged frames are tried on it, and each must be tried alike");

  @ArchTest
  static final ArchRule theSimulatedReaderIsNotItsClient =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.llrp.simulated")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.devices.llrp", "dev.stockwright.devices.llrp.toolkit")
          .because("a client that is tested against itself proves nothing");

  @ArchTest
  static final ArchRule framingIsPure =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.framing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, java.time.InstantSource.class, java.time.Clock.class)
          .because("frames must not depend on when a busy machine came to read");

  @ArchTest
  static final ArchRule whatIsKnownOfAScannerIsPure =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.scanner")
          .and()
          .haveSimpleNameNotStartingWith("TestPage")
          .and()
          .haveSimpleNameNotStartingWith("ScannerLanes")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.awt..",
              "java.net..",
              "java.nio.file..",
              "java.util.concurrent..",
              "uk.org.okapibarcode..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, java.time.InstantSource.class, java.time.Clock.class)
          .because("the wizard is fed by a serial line, a keyboard and tests alike");

  @ArchTest
  static final ArchRule onlyPicturesAreDrawn =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.stockwright.devices.labels.picture")
          .and()
          .doNotHaveFullyQualifiedName("dev.stockwright.devices.scanner.TestPage")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..", "uk.org.okapibarcode..")
          .because("a hand held has no AWT; it leaves pictures out and prints all the same");

  @ArchTest
  static final ArchRule labelsAreMadeWithoutPicturesQueuesOrSimulations =
      noClasses()
          .that()
          .resideInAPackage("dev.stockwright.devices.labels")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.devices.labels.picture",
              "dev.stockwright.devices.labels.queue",
              "dev.stockwright.devices.labels.simulated")
          .because("what a label says does not depend on how it is shown or kept");

  @ArchTest
  static final ArchRule whatAScaleSaysIsPure =
      noClasses()
          .that()
          .haveFullyQualifiedName("dev.stockwright.devices.scales.MtSics")
          .or()
          .haveFullyQualifiedName("dev.stockwright.devices.scales.ScaleLines")
          .or()
          .haveFullyQualifiedName("dev.stockwright.devices.scales.Weight")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
          .because("a weight must not depend on when its bytes came");
}
