package dev.stockwright.server;

import dev.stockwright.db.DatabaseUnfit;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.config.SettingsUnfit;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `stockwright server`: runs the server until it is told to stop.
public final class ServerMain {
  /// Settings, folders and ports: the person who starts it can put it right.
  static final int EXIT_SETTINGS = 2;

  /// The database cannot be used.
  static final int EXIT_DATABASE = 3;

  /// A fault of ours.
  static final int EXIT_BUG = 70;

  private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

  private ServerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    int exit = serve(arguments, System.getenv(), new ProductionWiring(), System.out, System.err);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  /// Returns the exit code; 0 when help was asked for or the server was stopped.
  static int serve(
      String[] arguments,
      Map<String, String> environment,
      Wiring wiring,
      PrintStream out,
      PrintStream err)
      throws InterruptedException {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      out.print(ServerSettings.help());
      return 0;
    }
    try {
      ServerSettings settings = ServerSettings.read(arguments, environment);
      Logs.setUp(settings.log());
      StockwrightServer server = StockwrightServer.start(settings, wiring);
      CountDownLatch stopped = new CountDownLatch(1);
      Thread hook =
          new Thread(
              () -> {
                server.close();
                stopped.countDown();
              },
              "shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      out.println("Stockwright is ready: " + server.url());
      out.flush();
      stopped.await();
      return 0;
    } catch (SettingsUnfit | DatabaseUnfit e) {
      err.println("Stockwright did not start. " + e.getMessage());
      return e instanceof DatabaseUnfit ? EXIT_DATABASE : EXIT_SETTINGS;
    } catch (RuntimeException e) {
      LOG.error("The start failed", e);
      err.println("Stockwright did not start because of a fault of ours; the log above says more.");
      return EXIT_BUG;
    }
  }
}
