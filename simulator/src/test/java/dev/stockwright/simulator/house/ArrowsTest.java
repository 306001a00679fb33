package dev.stockwright.simulator.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows between the modules and, inside the server, between its packages. Every rule fails
/// when
/// it finds no class to look at (the standard setting of ArchUnit, kept on).
@AnalyzeClasses(packages = "dev.stockwright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final String VOCABULARY = "dev.stockwright.vocabulary..";
  private static final String PROTOCOL = "dev.stockwright.protocol..";
  private static final String CLIENT = "dev.stockwright.client..";
  private static final String DEVICES = "dev.stockwright.devices..";
  private static final String DB = "dev.stockwright.db..";
  private static final String SERVER = "dev.stockwright.server..";
  private static final String[] RULES = {
    "dev.stockwright.server.stock..",
    "dev.stockwright.server.receiving..",
    "dev.stockwright.server.moving..",
    "dev.stockwright.server.adjusting..",
    "dev.stockwright.server.transferring..",
    "dev.stockwright.server.reserving..",
    "dev.stockwright.server.undoing.."
  };

  @ArchTest
  static final ArchRule VOCABULARY_KNOWS_ONLY_THE_LANGUAGE =
      classes()
          .that()
          .resideInAPackage(VOCABULARY)
          .and()
          .resideOutsideOfPackage("dev.stockwright.vocabulary.jsonb..") // generated elsewhere
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              VOCABULARY,
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              "java.nio.charset..",
              "org.jspecify..")
          .because(
              "the nouns are shared by phone, desk and server and know no JSON, SQL or thread");

  @ArchTest
  static final ArchRule PROTOCOL_KNOWS_ONLY_THE_VOCABULARY =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT, DEVICES, DB, SERVER, "java.sql..", "java.net..", "org.jooq..")
          .because("the wire is the same for every side and knows nothing of storage");

  @ArchTest
  static final ArchRule DEVICES_KNOW_ONLY_THE_VOCABULARY =
      noClasses()
          .that()
          .resideInAPackage(DEVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROTOCOL, CLIENT, DB, SERVER, "java.sql..", "javafx..")
          .because("a scanner knows no stock, order or command");

  @ArchTest
  static final ArchRule CLIENT_CORE_KNOWS_NO_SCREEN_AND_NO_PORT =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DEVICES, DB, SERVER, "javafx..", "com.gluonhq..", "com.fazecast..")
          .because("the same core runs behind the floor app and the handheld");

  @ArchTest
  static final ArchRule DB_KNOWS_NO_RULE_AND_NO_WIRE =
      noClasses()
          .that()
          .resideInAPackage(DB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VOCABULARY, PROTOCOL, CLIENT, DEVICES, SERVER, "io.helidon..")
          .because("the tables are below everything and know neither a rule nor a command");

  @ArchTest
  static final ArchRule SERVER_KNOWS_NO_CLIENT =
      noClasses()
          .that()
          .resideInAPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT, "javafx..", "dev.stockwright.simulator..")
          .because("clients come and go; the server knows the protocol only");

  @ArchTest
  static final ArchRule RULES_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.jooq..",
              "io.helidon..",
              "java.util.concurrent..",
              "java.io..",
              "java.net..",
              "dev.stockwright.server.ledger..",
              "dev.stockwright.server.desk..",
              DB)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.InstantSource")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .because("a rule is a function of the command and the stock: no I/O, clock or thread");

  @ArchTest
  static final ArchRule THE_DESK_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage("dev.stockwright.server.desk..", "dev.stockwright.server.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.helidon..")
          .because("commands come by HTTP today and from a queue tomorrow");

  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses all) {
    for (String module :
        new String[] {"vocabulary", "protocol", "client", "devices", "db", "server", "simulator"}) {
      long found =
          all.stream()
              .map(JavaClass::getPackageName)
              .filter(name -> (name + ".").startsWith("dev.stockwright." + module + "."))
              .count();
      if (found < 5) {
        throw new AssertionError("only " + found + " classes of " + module + " were read");
      }
    }
  }
}
