package dev.stockwright.simulator.demo;

import dev.stockwright.db.DatabaseUnfit;
import dev.stockwright.server.ProductionWiring;
import dev.stockwright.server.masterdata.site.SiteUnfit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// `./stockwright demo`. Exit codes: 0 stopped, 1 could not start, with a sentence that says why.
public final class DemoMain {
  private DemoMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(System.getProperty("stockwright.home", "")).toAbsolutePath();
    Demo demo = new Demo(home, ServerInProcess.with(new ProductionWiring()), System.out);
    // A signal ends the process here: everything stopped, and no error to the one who sent it.
    Thread stop =
        new Thread(
            () -> {
              demo.close();
              Runtime.getRuntime().halt(0);
            },
            "demo-stop");
    try {
      DemoOptions options = DemoOptions.of(arguments);
      if (options.help()) {
        System.out.print(DemoOptions.HELP);
        return;
      }
      Runtime.getRuntime().addShutdownHook(stop);
      Path data = options.data().orElseGet(() -> usualFolder(home, System.getenv()));
      boolean window =
          options.window() && FloorApp.hasDisplay(System.getenv(), System.getProperty("os.name"));
      demo.start(data.toAbsolutePath(), options.port(), window, LocalDate.now(ZoneOffset.UTC));
    } catch (DemoUnfit | DatabaseUnfit | SiteUnfit e) {
      fail(demo, stop, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (!demo.closed()) {
        e.printStackTrace();
      }
      fail(demo, stop, "The demo stopped because of a bug: " + e);
    }
    new CountDownLatch(1).await();
  }

  /// `data/demo` of the project, or a folder of the user where the project cannot be written.
  static Path usualFolder(Path home, Map<String, String> environment) {
    if (Files.isWritable(home)) {
      return home.resolve("data").resolve("demo");
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base =
        shared.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(shared);
    return base.resolve("stockwright").resolve("demo");
  }

  private static void fail(Demo demo, Thread stop, String sentence) throws InterruptedException {
    if (demo.closed()) {
      // Stopped while it started: the stopping thread ends the process.
      new CountDownLatch(1).await();
    }
    System.err.println(sentence);
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      new CountDownLatch(1).await();
    }
    demo.close();
    System.exit(1);
  }
}
