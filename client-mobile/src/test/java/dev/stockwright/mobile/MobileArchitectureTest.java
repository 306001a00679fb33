package dev.stockwright.mobile;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a native program on a phone cannot do, and what it need not know.
@AnalyzeClasses(
    packages = "dev.stockwright.mobile",
    importOptions = ImportOption.DoNotIncludeTests.class)
class MobileArchitectureTest {
  private static final Set<String> BY_NAME =
      Set.of("forName", "newInstance", "getMethod", "getDeclaredMethod", "getDeclaredField");

  @ArchTest
  static final ArchRule NOTHING_IS_FOUND_BY_NAME =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.lang.reflect..",
              "java.lang.invoke..",
              "javafx.fxml..",
              "javafx.web..",
              "javafx.embed..",
              "javax.swing..",
              "java.awt..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ServiceLoader.class)
          .orShould()
          .callMethodWhere(
              describe(
                  "looks something up in a class by name",
                  (JavaCall<?> call) ->
                      call.getTargetOwner().isEquivalentTo(Class.class)
                          && BY_NAME.contains(call.getName())))
          .because("the image of a phone has only what the compiler could see");

  @ArchTest
  static final ArchRule THE_FLOOR_APP_IS_ANOTHER_APP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.desktop..", "dev.stockwright.server..", "atlantafx..")
          .because("what both need stands in client-core or device-adapters");

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
  static final ArchRule THE_KIT_KNOWS_NO_WORK =
      noClasses()
          .that()
          .resideInAPackage("..mobile.look..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.stockwright.mobile.card..",
              "dev.stockwright.mobile.scanning..",
              "dev.stockwright.protocol..",
              "dev.stockwright.client.outbox..",
              "dev.stockwright.client.replica..")
          .because("components are shared by all screens");

  @Test
  void theRulesFindWhatTheyAreFor() {
    JavaClasses spoilt = new ClassFileImporter().importClasses(Spoilt.class, SpoiltServices.class);
    assertThrows(AssertionError.class, () -> NOTHING_IS_FOUND_BY_NAME.check(spoilt));
    for (Class<?> one : Set.of(Spoilt.class, SpoiltServices.class)) {
      JavaClasses alone = new ClassFileImporter().importClasses(one);
      assertThrows(AssertionError.class, () -> NOTHING_IS_FOUND_BY_NAME.check(alone));
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
