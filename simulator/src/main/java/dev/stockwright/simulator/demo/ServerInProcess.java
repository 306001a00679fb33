package dev.stockwright.simulator.demo;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.tables.Tables;
import dev.stockwright.server.Logs;
import dev.stockwright.server.StockwrightServer;
import dev.stockwright.server.Wiring;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.config.SettingsUnfit;
import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.masterdata.People;
import dev.stockwright.server.security.Pepper;
import dev.stockwright.server.security.Role;
import dev.stockwright.server.security.SecretHasher;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The real server, in this process and on the loop-back interface only.
final class ServerInProcess implements DemoServer {
  private final StockwrightServer server;

  private ServerInProcess(StockwrightServer server) {
    this.server = server;
  }

  /// How it is started with the desk and the stream of `wiring`.
  static DemoServer.Start with(Wiring wiring) {
    return (database, folder, port, people) -> {
      enrol(database, folder, people);
      try {
        ServerSettings settings = settings(database, folder, port);
        Logs.setUp(settings.log());
        return new ServerInProcess(StockwrightServer.start(settings, wiring));
      } catch (SettingsUnfit e) {
        throw new DemoUnfit(String.valueOf(e.getMessage()), e);
      }
    };
  }

  private static ServerSettings settings(DatabasePlace database, Path folder, int port) {
    return ServerSettings.of(
        Map.of(
            "http.host", "127.0.0.1",
            "http.port", Integer.toString(port),
            "http.drain", "0s",
            "http.grace", "3s",
            "log.level", "warn",
            "data.folder", folder.toString(),
            "database.url", database.url(),
            "database.user", database.user(),
            "database.password", database.password()));
  }

  /// Adds who is not there yet, before the server makes a first person of its own.
  private static void enrol(DatabasePlace place, Path folder, List<Person> people) {
    if (people.isEmpty()) {
      return;
    }
    try (Database database = Database.open(place)) {
      Files.createDirectories(folder);
      Set<String> known = new HashSet<>(database.reading().fetchValues(Tables.OPERATOR.USER_NAME));
      People register = new People(database, new SecretHasher(Pepper.in(folder)));
      people.stream()
          .filter(person -> !known.contains(person.signIn().user()))
          .forEach(person -> register.add(newPerson(person)));
    } catch (IOException e) {
      throw new DemoUnfit("The folder " + folder + " cannot be made: " + e, e);
    }
  }

  private static NewPerson newPerson(Person person) {
    SignIn signIn = person.signIn();
    return new NewPerson(
        new Operator(signIn.user()),
        person.fullName(),
        Role.of(signIn.role()),
        signIn.warehouses().stream().map(WarehouseCode::new).collect(Collectors.toSet()),
        Optional.of(signIn.password()),
        Optional.of(new NewPerson.Badge(signIn.badge(), signIn.pin())));
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
