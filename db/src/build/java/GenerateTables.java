import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/// Migrates an empty PostgreSQL and writes the jOOQ classes of what came out. Run by the build in
/// the JDK 25 of the toolchain; does nothing while the migrations are the ones of the last run.
class GenerateTables {
  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path output = Path.of(args[1]);
    Path mark = output.resolve("migrations.sha256");
    String hash = hash(migrations);
    if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
      return;
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(postgres.getPort(), output));
    }
    Files.writeString(mark, hash);
  }

  private static Configuration configuration(int port, Path output) {
    return new Configuration()
        .withJdbc(
            new Jdbc()
                .withDriver("org.postgresql.Driver")
                .withUrl("jdbc:postgresql://localhost:" + port + "/postgres")
                .withUser("postgres"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withExcludes(
                            "flyway_schema_history|.*_trgm.*|gtrgm.*|similarity.*"
                                + "|show_limit|set_limit|show_trgm|word_.*|strict_.*")
                        .withIncludeRoutines(false))
                .withGenerate(
                    new Generate()
                        .withJavaTimeTypes(true)
                        .withRecords(true)
                        .withPojos(false)
                        .withJavadoc(false)
                        .withGlobalObjectReferences(true))
                .withTarget(
                    new Target()
                        .withPackageName("dev.stockwright.db.tables")
                        .withDirectory(output.toString())));
  }

  private static String hash(Path migrations) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(migrations)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the migrations in " + migrations, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
