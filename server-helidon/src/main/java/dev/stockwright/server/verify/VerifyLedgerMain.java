package dev.stockwright.server.verify;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.DatabaseUnfit;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.Logs;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.config.SettingsUnfit;
import dev.stockwright.server.ledger.LedgerVerifier;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `stockwright verify-ledger`: folds the whole ledger again and compares.
///
/// A running server's embedded PostgreSQL is used as it is; otherwise it is started for the while.
public final class VerifyLedgerMain {
  static final int CLEAN = 0;
  static final int FOUND = 1;
  static final int UNFIT = 2;

  private static final String HELP =
      """
      Usage: ./stockwright verify-ledger [--data DIR | --config FILE | --database.url URL]

      Reads every movement and event of every warehouse in order and compares with the balances,
      levels, promises, counters and the hash chain. Nothing is changed; work may go on.
      Exit status: 0 all is well, 1 something differs (each finding is a line that names the first
      event), 2 the ledger cannot be read.

      --data DIR          the server's data folder (embedded PostgreSQL)
      --config FILE       the server's settings
      --database.url URL  another PostgreSQL, with --database.user and --database.password
      """;

  private VerifyLedgerMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv(), System.out, System.err));
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      out.print(HELP);
      return CLEAN;
    }
    try {
      ServerSettings settings = ServerSettings.read(arguments, environment);
      Logs.setUp(new ServerSettings.Log(false, "error"));
      return verify(settings, out);
    } catch (SettingsUnfit | DatabaseUnfit | IllegalStateException e) {
      err.println("The ledger cannot be read. " + e.getMessage());
      return UNFIT;
    }
  }

  private static int verify(ServerSettings settings, PrintStream out) {
    if (settings.database().isPresent()) {
      return verify(settings.database().get(), out);
    }
    if (!Files.exists(settings.embeddedFolder())) {
      throw new DatabaseUnfit(
          "There is no data in "
              + settings.dataFolder()
              + "; name the server's folder with --data.");
    }
    Optional<DatabasePlace> running = EmbeddedDatabase.running(settings.embeddedFolder());
    if (running.isPresent()) {
      return verify(running.get(), out);
    }
    try (EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.embeddedFolder())) {
      return verify(embedded.place(), out);
    }
  }

  private static int verify(DatabasePlace place, PrintStream out) {
    try (Database database = Database.open(place)) {
      LedgerVerifier.Report report = new LedgerVerifier(database).verify();
      report.findings().forEach(out::println);
      out.println(
          report.clean()
              ? report.events() + " events verified, all is well"
              : report.findings().size() + " findings in " + report.events() + " events");
      return report.clean() ? CLEAN : FOUND;
    }
  }
}
