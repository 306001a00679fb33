package dev.stockwright.fx.harness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ServiceLoader;
import java.util.Set;

/// What a native program on a phone cannot do, for each module that runs on one.
public final class PhoneRules {
  private static final Set<String> BY_NAME =
      Set.of("forName", "newInstance", "getMethod", "getDeclaredMethod", "getDeclaredField");

  @ArchTest
  public static final ArchRule NOTHING_IS_FOUND_BY_NAME =
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

  private PhoneRules() {}
}
