package dev.stockwright.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.stockwright.fx.harness.PhoneRules;
import java.util.ServiceLoader;
import java.util.Set;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/// What both apps share of JavaFX knows neither of them.
@AnalyzeClasses(
    packages = "dev.stockwright.fx",
    importOptions = ImportOption.DoNotIncludeTests.class)
class FxArchitectureTest {
  @ArchTest static final ArchTests RUNS_ON_A_PHONE = ArchTests.in(PhoneRules.class);

  @ArchTest
  static final ArchRule KNOWS_WHAT_BOTH_APPS_KNOW =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.fx..",
              "dev.stockwright.vocabulary..",
              "dev.stockwright.protocol..",
              "dev.stockwright.client..",
              "dev.stockwright.devices..",
              "java..",
              "javafx..",
              "javax.sound.sampled..",
              "org.jspecify..")
          .because("what knows an app, or what only one app has, belongs to that app");

  @ArchTest
  static final ArchRule ONE_CLASS_SEES_THE_SOUND_OF_A_COMPUTER =
      noClasses()
          .that()
          .doNotHaveSimpleName("LineAudio")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.sound..")
          .because("a phone has no java.desktop");

  @ArchTest
  static final ArchRule NOBODY_CROSSES_TO_THE_THREAD_OF_THE_SCREEN =
      noClasses()
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("each app has one bridge, which batches changes");

  @Test
  void theRulesFindWhatTheyAreFor() {
    JavaClasses spoilt = new ClassFileImporter().importClasses(Spoilt.class, SpoiltServices.class);
    ArchRule byName = PhoneRules.NOTHING_IS_FOUND_BY_NAME;
    assertThrows(AssertionError.class, () -> byName.check(spoilt));
    for (Class<?> one : Set.of(Spoilt.class, SpoiltServices.class)) {
      JavaClasses alone = new ClassFileImporter().importClasses(one);
      assertThrows(AssertionError.class, () -> byName.check(alone));
    }
  }

  static final class Spoilt {
    Class<?> find(String name) throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  static final class SpoiltServices {
    Object first() {
      return ServiceLoader.load(Runnable.class).findFirst().orElseThrow();
    }
  }
}
