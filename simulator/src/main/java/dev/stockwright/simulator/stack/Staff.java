package dev.stockwright.simulator.stack;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.masterdata.People;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.server.masterdata.site.SiteImport;
import dev.stockwright.server.security.Pepper;
import dev.stockwright.server.security.Role;
import dev.stockwright.server.security.SecretHasher;
import dev.stockwright.vocabulary.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a database ready for a server that has not started yet: its site, and one person who may
/// do everything, with a random password.
public final class Staff {
  private Staff() {}

  /// In the embedded PostgreSQL of a data folder, which is started for the while.
  public static Credentials.Password enrol(Path dataFolder, Site site) {
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(dataFolder.resolve("postgres"))) {
      return enrol(postgres.place(), dataFolder, site);
    }
  }

  /// In any database.
  public static Credentials.Password enrol(DatabasePlace place, Path dataFolder, Site site) {
    try (Database database = Database.open(place)) {
      new SiteImport(database).load(site);
      return enrol(database, dataFolder);
    }
  }

  /// More people, in a database whose server may run already.
  public static void enrol(DatabasePlace place, Path dataFolder, List<NewPerson> people) {
    try (Database database = Database.open(place)) {
      People all = new People(database, new SecretHasher(Pepper.in(dataFolder)));
      people.forEach(all::add);
    }
  }

  /// The person alone.
  public static Credentials.Password enrol(Database database, Path dataFolder) {
    try {
      Files.createDirectories(dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("making " + dataFolder, e);
    }
    String password = People.randomPassword(new SecureRandom());
    new People(database, new SecretHasher(Pepper.in(dataFolder)))
        .add(
            new NewPerson(
                new Operator("sam"),
                "Sam",
                Role.ADMIN,
                Set.of(),
                Optional.of(password),
                Optional.empty()));
    return new Credentials.Password("sam", password);
  }
}
