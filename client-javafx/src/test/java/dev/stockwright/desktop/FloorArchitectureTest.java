package dev.stockwright.desktop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(
    packages = "dev.stockwright.desktop",
    importOptions = FloorArchitectureTest.NotBesideThis.class)
class FloorArchitectureTest {
  /// Leaves out the tests, wherever their classes were compiled to: beside this one.
  static final class NotBesideThis implements ImportOption {
    private static final String TESTS =
        FloorArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().toString();

    @Override
    public boolean includes(Location location) {
      return !location.contains(TESTS);
    }
  }

  @ArchTest
  static final ArchRule ONLY_THE_BRIDGE_CROSSES =
      noClasses()
          .that()
          .doNotHaveSimpleName("FxBridge")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("changes are batched in one place, or a burst of events freezes the screen");

  @ArchTest
  static final ArchRule THE_LOOK_KNOWS_NO_WORK =
      noClasses()
          .that()
          .resideInAPackage("..desktop.look..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..desktop.receiving..",
              "..desktop.stock..",
              "..desktop.shell..",
              "..desktop.signin..",
              "..desktop.attention..",
              "..desktop.devices..",
              "dev.stockwright.protocol..")
          .because("components are shared by all screens");

  @ArchTest
  static final ArchRule ACTIVITIES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..desktop.receiving..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..desktop.stock..",
              "..desktop.attention..",
              "..desktop.signin..",
              "..desktop.devices..")
          .because("an activity can be understood, changed and removed alone");

  /// The catalogue of what is said is no work.
  @ArchTest
  static final ArchRule DEVICES_KNOW_NO_WORK =
      noClasses()
          .that()
          .resideInAPackage("..desktop.devices..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "..desktop.receiving..",
                      "..desktop.stock..",
                      "..desktop.attention..",
                      "..desktop.signin..",
                      "..desktop.shell..",
                      "dev.stockwright.client..",
                      "dev.stockwright.protocol..")
                  .and(resideOutsideOfPackage("dev.stockwright.client.words..")))
          .because("a scanner is set up the same way whatever is done with it");

  @ArchTest
  static final ArchRule VIEW_MODELS_DRAW_NOTHING =
      classes()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("javafx.scene..", "javafx.stage..", "javafx.animation..")
          .because("they are tested without a screen and shared with other screens");
}
